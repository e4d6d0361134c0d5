"""A document as lines of words, in the order in which they are read, each piece with the field it is in.

Of tracked changes what was inserted is there and what was deleted is not. A text box follows its paragraph.
"""

import re
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

from .package import local, value

TAG = "roundel-"
SKIPPED = frozenset(
    "del moveFrom delText instrText delInstrText Fallback pPr rPr sectPr tblPr trPr tcPr tblGrid sdtPr "
    "sdtEndPr rubyPr rt annotationRef".split()
)
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
HINT = "PlaceholderText"
HEADING = re.compile(r"heading\s*\d|title$", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """Words with the field they are in: its code if its tag has one, and a number that tells fields apart.

    ``field`` is 0 outside any field; ``code`` is empty for a field that lost its tag.
    """

    text: str
    code: str = ""
    field: int = 0


@dataclass
class Line:
    """A paragraph, in which cell of a table it is (0 for none), and whether it is a heading."""

    cell: int = 0
    heading: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, code: str, field: int) -> None:
        """Add words."""
        if self.pieces and (self.pieces[-1].code, self.pieces[-1].field) == (code, field):
            text = self.pieces.pop().text + text
        self.pieces.append(Piece(text, code, field))


class Lines:
    """Reads the parts of a document one after the other into ``found``."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self.cells, self.fields = count(1), count(1)
        self.cell, self.within, self.empty = 0, ("", 0), False
        self.joins = False  # whether the mark of the last paragraph was deleted
        self.boxes: list[tuple[Element, tuple[str, int]]] = []

    def read(self, node: Element) -> None:
        """Read what is in an element."""
        for each in node:
            name = local(each)
            if name in SKIPPED:
                continue
            reader = getattr(self, f"_{name}", None)
            if reader:
                reader(each)
            elif name in SIGNS:
                self._add(SIGNS[name])
            else:
                self.read(each)

    def _p(self, node: Element) -> None:
        if not (self.joins and self.found):
            self.found.append(Line(self.cell, _is_heading(node)))
        if self.within[1]:
            self.found[-1].add("", *self.within)  # an empty line of a field is one, too
        self.read(node)
        self.joins = _has(node, "pPr", "rPr", "del")
        boxes, self.boxes, within = self.boxes, [], self.within
        for box, at in boxes:
            self.within = at
            self.read(box)
        self.within = within

    def _r(self, node: Element) -> None:
        hint = next((value(each) for each in _under(node, "rPr", "rStyle")), "")
        if not (self.empty and hint == HINT):
            self.read(node)

    def _t(self, node: Element) -> None:
        self._add(node.text or "")

    def _sym(self, node: Element) -> None:
        code = value(node, "char")
        if code and len(code) <= 6 and all(each in "0123456789abcdefABCDEF" for each in code):
            self._add(chr(min(int(code, 16), 0x10FFFF)))

    def _add(self, text: str) -> None:
        if text and self.found:
            self.found[-1].add(text, *self.within)

    def _sdt(self, node: Element) -> None:
        within, empty = self.within, self.empty
        tag = next((value(each) for each in _under(node, "sdtPr", "tag")), "")
        if tag.startswith(TAG):
            self.within = tag.removeprefix(TAG), next(self.fields)
        elif not (tag or within[1] or _has(node, "sdtPr", "docPartObj")):
            self.within = "", next(self.fields)
        self.empty = _has(node, "sdtPr", "showingPlcHdr")
        self.read(node)
        self.within, self.empty = within, empty

    def _tr(self, node: Element) -> None:
        if not _has(node, "trPr", "del"):
            self.read(node)

    def _tc(self, node: Element) -> None:
        if _has(node, "tcPr", "cellDel"):
            return
        cell, self.cell, self.joins = self.cell, next(self.cells), False
        self.read(node)
        self.cell, self.joins = cell, False

    def _txbxContent(self, node: Element) -> None:  # noqa: N802 (the name of the element)
        self.boxes.append((node, self.within))


def lines_of(document: Element) -> list[Line]:
    """Return the lines of a document, or of a part beside it; one without any words is there too."""
    lines = Lines()
    lines.read(document)
    return lines.found


def _is_heading(node: Element) -> bool:
    style = next((value(each) for each in _under(node, "pPr", "pStyle")), "")
    return bool(HEADING.match(style)) or _has(node, "pPr", "outlineLvl")


def _under(node: Element, *names: str) -> list[Element]:
    found = [node]
    for name in names:
        found = [each for parent in found for each in parent if local(each) == name]
    return found


def _has(node: Element, *names: str) -> bool:
    return bool(_under(node, *names))
