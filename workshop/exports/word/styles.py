"""How the Word file looks: the house's ink and damson, used sparingly, in fonts that every office has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

INK, SOFT, RULE, INNER, WASH = "2C1C25", "5C4A52", "DCD1C3", "6B2544", "F6E7D4"
TITLES, TEXT = "Georgia", "Calibri"


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes in points, space above and below in points, indents in twentieths of one."""

    id: str
    name: str
    size: float
    before: int = 0
    after: int = 6
    font: str = TEXT
    colour: str = INK
    bold: bool = False
    keep_next: bool = False
    indent: int = 0
    border: str = ""
    shade: str = ""
    level: int | None = None
    lines: int = 276
    bullet: bool = False
    boxed: bool = False


STYLES = (
    Style("Normal", "Normal", 11),
    Style("Title", "Title", 26, after=4, font=TITLES, lines=252),
    Style("Subtitle", "Subtitle", 12, after=18, colour=SOFT),
    Style("Heading1", "heading 1", 18, 26, 8, TITLES, INNER, keep_next=True, level=0, lines=252),
    Style("Heading2", "heading 2", 14, 18, 6, TITLES, keep_next=True, level=1, lines=252),
    Style("Heading3", "heading 3", 12, 14, 4, bold=True, keep_next=True, level=2),
    Style("Heading4", "heading 4", 11, 10, 4, colour=SOFT, bold=True, keep_next=True, level=3),
    Style("Lead", "Lead", 13, 0, 10),
    Style("NormalAfter", "After a Table", 11, 12),
    Style("SmallAfter", "Small after a Table", 9, 6, 10, colour=SOFT),
    Style("Small", "Small", 9, 2, 10, colour=SOFT),
    Style("Caption", "caption", 10, 12, 4, bold=True, keep_next=True),
    Style("FigureCaption", "Figure Caption", 10, 4, 12),
    Style("Figure", "Figure", 11, 10, 0, keep_next=True, lines=240),
    Style("Quote", "Quote", 11, 4, 2, indent=340, border=RULE),
    Style("Reply", "Reply", 11, 4, 2, indent=850, border=RULE),
    Style("QuoteSource", "Quote Source", 9.5, 0, 8, colour=SOFT, indent=340, border=RULE),
    Style("ReplySource", "Reply Source", 9.5, 0, 8, colour=SOFT, indent=850, border=RULE),
    Style("ToWrite", "To Write", 11, 6, 8, shade=WASH, border=INNER, indent=170),
    Style("ListBullet", "List Bullet", 11, 0, 4, bullet=True),
    Style("TableText", "Table Text", 9.5, 2, 2, lines=252),
    Style("TableNumber", "Table Number", 9.5, 2, 2, lines=252),
    Style("TableHead", "Table Head", 9.5, 2, 2, colour=SOFT, bold=True, lines=252, keep_next=True),
    Style("Footer", "footer", 9, 0, 0, colour=SOFT),
)
PARTS = (
    '<w:style {ns} w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/>'
    "<w:rPr><w:b/></w:rPr></w:style>",
    '<w:style {ns} w:type="character" w:customStyle="1" w:styleId="Number"><w:name w:val="Caption Number"/>'
    f'<w:rPr><w:b/><w:color w:val="{INNER}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="Report"><w:name w:val="Report Table"/>'
    '<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{rule}"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="{rule}"/></w:tblBorders><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="single" w:sz="8" w:color="{soft}"/>'
    "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>",
)


def dress(document: Document, language: str, more: Sequence[Style] = (), larger: float = 1) -> None:
    """Give a document its styles in place of those of the template, and its language.

    ``more`` are styles of its own; ``larger`` is by how much all its letters are.
    """
    styles = document.styles.element
    known = [replace(each, size=each.size * larger) for each in (*STYLES, *more)]
    wanted = {each.id for each in known}
    for old in styles.findall(f"{{{styles.nsmap['w']}}}style"):
        if old.styleId in wanted:
            styles.remove(old)
    for each in known:
        styles.append(parse_xml(_xml(each)))
    for part in PARTS:
        styles.append(parse_xml(part.format(ns=nsdecls("w"), rule=RULE, soft=SOFT)))
    for found in styles.xpath("w:docDefaults//w:lang"):
        found.set(f"{{{styles.nsmap['w']}}}val", language)
        found.attrib.pop(f"{{{styles.nsmap['w']}}}eastAsia", None)


def _xml(style: Style) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{default} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based}<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:cs="{style.font}"/>'
        f'{"<w:b/>" if style.bold else ""}<w:color w:val="{style.colour}"/>'
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/></w:rPr></w:style>'
    )


def _paragraph(style: Style) -> str:
    """Return the properties in the order of the schema."""
    parts = ["<w:keepNext/>" if style.keep_next else ""]
    parts.append("<w:keepLines/>" if style.id in ("Caption", "FigureCaption") else "")
    parts.append('<w:numPr><w:numId w:val="1"/></w:numPr>' if style.bullet else "")
    if style.boxed:
        sides = ("top", "left", "bottom", "right")
        edges = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="6" w:color="{SOFT}"/>' for side in sides)
        parts.append(f"<w:pBdr>{edges}</w:pBdr>")
    elif style.border:
        edge = f'<w:left w:val="single" w:sz="18" w:space="8" w:color="{style.border}"/>'
        parts.append(f"<w:pBdr>{edge}</w:pBdr>")
    parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "")
    spacing = f'w:before="{style.before * 20}" w:after="{style.after * 20}" w:line="{style.lines}"'
    parts.append(f'<w:spacing {spacing} w:lineRule="auto"/>')
    if style.bullet:
        parts.append('<w:ind w:left="284" w:hanging="284"/>')
    elif style.indent:
        parts.append(f'<w:ind w:left="{style.indent}"/>')
    parts.append('<w:jc w:val="right"/>' if style.id == "TableNumber" else "")
    parts.append(f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else "")
    return "".join(parts)
