"""Text that stands for a table, as rows of cells: commas, semicolons or tabs between them; plain Python."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

TEXT = 400_000  # characters of a whole table
csv.field_size_limit(TEXT)
SEPARATORS = ("\t", ";", ",")


@dataclass(frozen=True)
class Row:
    """A row that holds something; ``number`` counts from 1, empty rows too, as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]


def rows_of(text: str, known: Iterable[str] = ()) -> list[Row]:
    """Return the rows of a text that are not empty; a cell in quotation marks may hold several lines.

    Args:
        text: a row on each line; what stands between its cells is found out from all of them.
        known: names of columns. What splits most of them in the first row is what stands between cells.
    """
    read = {separator: _split(text, separator) for separator in SEPARATORS}
    return read[_separator(read, text, frozenset(known))]


def letter(n: int) -> str:
    """Return what a spreadsheet calls its column ``n``, counted from 0: A, B … Z, AA."""
    more, last = divmod(n, 26)
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text that `rows_of` reads back as the same ones, whatever is in them."""
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter="\t", lineterminator="\r\n"
    )  # so that either is put in quotation marks
    for row in rows:
        cells = [*row, ""] if len(row) == 1 else row  # a tab in each, or one column with commas seems several
        writer.writerow(cells if any(cells) else [])
    return out.getvalue()


def name_of(cell: str) -> str:
    """Return a name of a column as it is compared: no capitals, no marks, single spaces."""
    return " ".join(cell.replace("_", " ").replace("-", " ").casefold().split())


def _split(text: str, separator: str) -> list[Row]:
    try:
        return _kept(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:  # marks that quote words and no cell: they are words then
        words = io.StringIO(text, newline="")
        return _kept(csv.reader(words, delimiter=separator, quoting=csv.QUOTE_NONE))


def _kept(reader: Iterable[list[str]]) -> list[Row]:
    rows = (Row(n, tuple(cells)) for n, cells in enumerate(reader, start=1))
    return [row for row in rows if any(cell.strip() for cell in row.cells)]


def _separator(read: dict[str, list[Row]], text: str, known: frozenset[str]) -> str:
    """Return what stands between cells: by the names of columns, a tab anywhere, or as many in each row."""
    names = {
        each: sum(name_of(cell) in known for cell in rows[0].cells) for each, rows in read.items() if rows
    }
    best = max(SEPARATORS, key=lambda each: names.get(each, 0))
    if names.get(best, 0) > 1:
        return best
    if "\t" in text:
        return "\t"
    for each in (";", ","):
        widths = {len(row.cells) for row in read[each]}
        if len(widths) == 1 and widths != {1}:
            return each
    return "\t"
