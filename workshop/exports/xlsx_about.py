"""The first sheet of a workbook: what it is, when it was made, what was left out, what is where."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from config.version import VERSION
from workshop.models import Workshop

from .deidentifying import left_out_of
from .document import Data
from .xlsx_looks import LINE, Looks, height
from .xlsx_sheet import for_paper, pieces, write_cell

WIDTHS = 26, 92, 10


def write_about(
    sheet: Worksheet, looks: Looks, document: Data, inside: list[tuple[str, str, int]], now: datetime
) -> None:
    """Write the sheet; ``inside`` has of each other sheet its name, what it holds, and its rows."""
    for n, width in enumerate(WIDTHS):
        sheet.set_column(n, n, width)
    sheet.hide_gridlines(2)
    for_paper(sheet)
    sheet.set_row(0, 2 * LINE)
    sheet.write_string(0, 0, pieces(document["workshop"]["title"])[0], looks.title)
    rows = [*_facts(document, now), *_notes(document), *_sheets(inside)]
    for n, (label, value, count) in enumerate(rows, start=2):
        sheet.set_row(n, height([(value, WIDTHS[1])]))
        sheet.write_string(n, 0, label, looks.label)
        write_cell(sheet, n, 1, value, looks.moment if isinstance(value, datetime) else looks.words)
        if count is not None:
            sheet.write_number(n, 2, count, looks.number)


def _facts(document: Data, now: datetime) -> Iterator[tuple[str, str | datetime, None]]:
    workshop = document["workshop"]
    yield _("What this is"), _("A workshop run on Roundel, as tables: a sheet for each."), None
    if workshop["question"]:
        yield _("Question"), pieces(workshop["question"])[0], None
    yield _("Code of the workshop"), workshop["slug"], None
    yield _("Names"), str(Workshop.Promise(workshop["promise"]).label), None
    yield _("Made (UTC)"), now, None
    yield _("Roundel"), _("Version %(version)s") % {"version": VERSION}, None
    yield _("Cells"), _("No cell is computed: what looks like a formula is text that somebody wrote."), None
    yield _("Times"), _("All times are UTC."), None
    long = _(
        "Where a text is longer than a cell can hold, it goes on in the columns beside it: part 2, part 3."
    )
    yield _("Long texts"), long, None
    yield _("Empty"), _("Tables and columns in which nothing stands are left out."), None


def _notes(document: Data) -> Iterator[tuple[str, str, None]]:
    for n, note in enumerate(left_out_of(document)):
        yield "" if n else _("What was left out"), note, None


def _sheets(inside: list[tuple[str, str, int]]) -> Iterator[tuple[str, str, int | None]]:
    yield "", "", None
    yield _("Sheet"), _("What it holds, and how many rows it has"), None
    yield from inside
