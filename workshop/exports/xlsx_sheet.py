"""One table on one sheet: heads that stay, filters, widths, and each value as what it is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from .tables import Cell, Filled, Kind
from .xlsx_looks import LINE, Looks, height, width_of

MOST = 32_767  # characters in a cell, as Excel counts them: in units of UTF-16
SURELY_FITS = MOST // 2


def write_table(sheet: Worksheet, looks: Looks, table: Filled) -> None:
    """Write the heads and rows of a table; text that is too long for a cell goes on in the next column."""
    spans = [_span(row[n] for row in table.rows) for n in range(len(table.columns))]
    heads = [*_heads(table, spans)]
    widths, formats = (
        [width_of(head, kind) for head, kind in heads],
        [looks.of(kind) for _head, kind in heads],
    )
    sheet.set_row(
        0, LINE + height((head, width - 4) for (head, _kind), width in zip(heads, widths, strict=True))
    )
    for n, (head, kind) in enumerate(heads):
        sheet.set_column(n, n, widths[n])
        sheet.write_string(0, n, head, looks.head(kind))
    for n, row in enumerate(table.rows, start=1):
        cells = [*_cells(row, spans)]
        sheet.set_row(n, height(zip(cells, widths, strict=True)))
        for m, value in enumerate(cells):
            write_cell(sheet, n, m, value, formats[m])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(heads) - 1)
    for_paper(sheet)


def write_cell(sheet: Worksheet, row: int, column: int, value: Cell, look: Any) -> None:
    """Write a value as what it is: text is never read for a number, an address or a formula."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, look)
        case bool():
            sheet.write_boolean(row, column, value, look)
        case int() | float():
            sheet.write_number(row, column, value, look)
        case datetime():
            sheet.write_datetime(row, column, value, look)
        case _:
            sheet.write_string(row, column, value, look)


def pieces(text: str) -> list[str]:
    """Return a text in pieces that fit into a cell each; together they are the text."""
    found = []
    while len(text) > SURELY_FITS and len(units := text.encode("utf-16-le")) > 2 * MOST:
        found.append(units[: 2 * MOST].decode("utf-16-le", "ignore"))  # half a pair goes into the next
        text = text[len(found[-1]) :]
    return [*found, text]


def _span(values: Iterator[Cell]) -> int:
    return max((len(pieces(each)) for each in values if isinstance(each, str)), default=1)


def _heads(table: Filled, spans: list[int]) -> Iterator[tuple[str, Kind]]:
    for column, span in zip(table.columns, spans, strict=True):
        yield str(column.head), column.kind
        for n in range(2, span + 1):
            yield _("%(head)s (part %(n)s)") % {"head": column.head, "n": n}, column.kind


def _cells(row: list[Cell], spans: list[int]) -> Iterator[Cell]:
    for value, span in zip(row, spans, strict=True):
        if span == 1:
            yield value
            continue
        parts = pieces(str(value or ""))
        yield from [*parts, *[None] * (span - len(parts))]


def for_paper(sheet: Worksheet) -> None:
    """Print a sheet across, as wide as the paper, with its heads on each page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
