"""A table of the Word file: its head repeats on every page, no row breaks, widths follow words."""

from collections.abc import Iterator, Sequence

from workshop.exports.report.blocks import Table
from workshop.exports.report.widths import widths_of

from .elements import Element, element, paragraph, run, runs_right_to_left
from .styles import WASH

SHORT = 9  # rows of a table that is kept on one page
WIDTH = 9354  # of the text, in twentieths of a point: 165 mm


def table(block: Table) -> Element:
    """Return a table with its rows."""
    widths = [WIDTH * each // 10_000 for each in widths_of(block)]
    made = element("tbl")
    made.append(table_properties())
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=str(width)) for width in widths)
    made.append(grid)
    head = row_of(
        [_cell(text, width, "TableHead", block.align[n]) for n, (text, width) in _with(block.head, widths)]
    )
    properties = head.find(element("trPr").tag)
    properties.append(element("tblHeader"))
    made.append(head)
    for y, row in enumerate(block.rows):
        cells = [
            _cell(text, width, _style(block, n), "l", is_open=(y, n) in block.open)
            for n, (text, width) in _with(row, widths)
        ]
        if y + 1 < len(block.rows) <= SHORT:
            _hold_together(cells)
        made.append(row_of(cells))
    return made


def _hold_together(cells: list[Element]) -> None:
    """Keep a row on one page with the next."""
    for cell in cells:
        for properties in cell.iter(element("pPr").tag):
            properties.insert(1, element("keepNext"))


def _with(texts: Sequence[str], widths: list[int]) -> Iterator[tuple[int, tuple[str, int]]]:
    return enumerate(zip(texts, widths, strict=True))


def table_properties() -> Element:
    """Return how a table lies on the page."""
    made = element("tblPr")
    made.append(element("tblStyle", val="Report"))
    made.append(element("tblW", w=str(WIDTH), type="dxa"))
    made.append(element("tblLayout", type="fixed"))
    look = {
        "firstRow": "1",
        "lastRow": "0",
        "firstColumn": "1",
        "lastColumn": "0",
        "noHBand": "1",
        "noVBand": "1",
    }
    made.append(element("tblLook", val="06A0", **look))
    return made


def row_of(cells: list[Element]) -> Element:
    """Return a row that no page breaks."""
    made, properties = element("tr"), element("trPr")
    properties.append(element("cantSplit"))
    made.append(properties)
    made.extend(cells)
    return made


def _cell(text: str, width: int, style: str, align: str, *, is_open: bool = False) -> Element:
    made, properties = element("tc"), element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    if is_open:
        properties.append(element("shd", val="clear", color="auto", fill=WASH))
    made.append(properties)
    rtl = runs_right_to_left(text)
    words = paragraph(style, run(text, "Label" if is_open else "", rtl=rtl), rtl=rtl)
    if align == "r":
        words.find(element("pPr").tag).append(element("jc", val="right"))
    made.append(words)
    return made


def _style(block: Table, column: int) -> str:
    return "TableNumber" if block.align[column] == "r" else "TableText"
