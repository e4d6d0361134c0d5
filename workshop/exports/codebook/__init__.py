"""The codebook: every column of the CSVs of answers and of figures, and what each value in it means."""

from workshop.exports.cells import csv_of
from workshop.exports.document import Data

from .figures import FIGURES, figure_lines
from .kit import Line
from .long import LONG, long_lines
from .readable import readable
from .wide import WIDE, wide_lines

__all__ = ["FIGURES", "LONG", "WIDE", "codebook_csv", "codebook_text", "lines_of"]
ORDER = "file column record measure value type meaning missing".split()


def lines_of(document: Data) -> list[Line]:
    """Return the lines of the codebook of a workshop."""
    return [*long_lines(), *wide_lines(document), *figure_lines()]


def codebook_csv(document: Data) -> bytes:
    """Return the codebook as CSV, a line for each column and each value."""
    rows = ({key: str(getattr(line, key)) for key in ORDER} for line in lines_of(document))
    return csv_of(ORDER, rows)


def codebook_text(document: Data) -> str:
    """Return the codebook as Markdown, to be read."""
    return readable(lines_of(document), document["workshop"]["title"])
