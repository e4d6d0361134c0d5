"""What a pack to fill in looks like, beside the styles of the report: boxes to write in, and codes."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workshop.exports.word.styles import SOFT, Style, dress

LARGE = 18 / 11  # large print: words of eighteen points
STYLES = (
    Style("Question", "Question", 11, 10, 4, keep_next=True),
    Style("Answer", "Answer", 11, 4, 12, boxed=True, indent=130),
    Style("InTable", "Answer in a Table", 11, 4, 4),
)
PARTS = (
    '<w:style {ns} w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code of a Box"/>'
    f'<w:rPr><w:color w:val="{SOFT}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    f'<w:rPr><w:color w:val="{SOFT}"/></w:rPr></w:style>',
    '<w:style {ns} w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="6B2544"/><w:u w:val="single"/></w:rPr></w:style>',
)


def dress_pack(document: Document, language: str, *, large: bool) -> None:
    """Give a document the styles of a pack, larger for large print, and its language."""
    dress(document, language, STYLES, LARGE if large else 1)
    styles = document.styles.element
    for part in PARTS:
        styles.append(parse_xml(part.format(ns=nsdecls("w"))))
