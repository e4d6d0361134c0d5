"""The blocks of a report as elements of a Word file; tables and pictures are numbered as they come."""

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _
from docx.document import Document
from docx.shared import Emu, Mm

from workshop.exports.pictures import png_of
from workshop.exports.report.blocks import (
    Block,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Report,
    Table,
    ToWrite,
)

from .elements import Element, element, field, paragraph, run, written
from .tables import table

WIDEST, SCALE = Mm(165), 3  # how wide a picture may be, and pixels to each px of it: print
EMU = 8100  # English Metric Units to each px of a picture: six sevenths of its size
LOOKS = {"": "Normal", "lead": "Lead", "small": "Small"}


class Body:
    """Writes blocks, and counts its tables and pictures."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tables = self.figures = 0
        self.before: Block | None = None

    def write(self, report: Report) -> None:
        """Put a whole report into the document, before the properties of its section."""
        body = self.document.element.body
        last = body.find(element("sectPr").tag)
        elements = [written("Title", report.title), written("Subtitle", report.subtitle)]
        for block in report.blocks:
            elements.extend(self.elements(block))
            self.before = block
        for each in elements:
            last.addprevious(each)

    def elements(self, block: Block) -> Iterator[Element]:
        """Yield what one block becomes."""
        match block:
            case Heading(text, level):
                yield written(f"Heading{level}", text)
            case Paragraph(text, label, look):
                yield _labelled(
                    LOOKS[look] + ("After" if isinstance(self.before, Table) else ""), label, text
                )
            case Quotation():
                yield from _quotation(block)
            case Listing(items):
                yield from (_labelled("ListBullet", label, text) for label, text in items)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case ToWrite(text):
                yield _labelled("ToWrite", _("To write:"), text)

    def _table(self, block: Table) -> Iterator[Element]:
        self.tables += 1
        yield _caption("Caption", _("Table"), "Table", self.tables, block.caption)
        yield table(block)

    def _figure(self, block: Figure) -> Iterator[Element]:
        self.figures += 1
        part = self.document.part
        drawn = block.picture
        width = min(WIDEST, Emu(round(drawn.width * EMU)))
        inline = part.new_pic_inline(BytesIO(png_of(drawn, SCALE)), width=width)
        inline.docPr.set("id", str(self.figures))
        inline.docPr.set("descr", drawn.alt)
        inline.docPr.set("title", drawn.title)
        inline.docPr.set("name", _("Figure %(n)s") % {"n": self.figures})
        holder, drawing = element("r"), element("drawing")
        drawing.append(inline)
        holder.append(drawing)
        yield paragraph("Figure", holder, keep_next=True)
        yield _caption("FigureCaption", _("Figure"), "Figure", self.figures, drawn.caption)


def _labelled(style: str, label: str, text: str) -> Element:
    runs = [run(f"{label} " if text else label, "Label")] if label else []
    return paragraph(style, *runs, *([run(text)] if text else []))


def _caption(style: str, word: str, sequence: str, n: int, text: str) -> Element:
    number = field(f"SEQ {sequence} \\* ARABIC", str(n))
    for each in number.iter(element("r").tag):
        properties = element("rPr")
        properties.append(element("rStyle", val="Number"))
        each.insert(0, properties)
    return paragraph(style, run(f"{word} ", "Number"), number, run(". ", "Number"), run(text))


def _quotation(block: Quotation) -> Iterator[Element]:
    style = "Reply" if block.depth else "Quote"
    yield written(style, block.text, keep_next=bool(block.by))
    if block.by:
        yield written(f"{style}Source", block.by)
