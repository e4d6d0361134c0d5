"""The workshop as a workbook: a sheet about it, and one for each table. No cell of it is computed."""

import io
import re

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter.worksheet import Worksheet

from .formats import Format, Use
from .material import Material
from .tables import tables_of
from .xlsx_about import write_about
from .xlsx_looks import Looks
from .xlsx_sheet import write_table

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


# In a cell, _x0041_ is an A: so the first character of what looks like that is written so itself.
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class Sheet(Worksheet):
    """A sheet on which text stays text also where XlsxWriter would take it for its own marks.

    It keeps rich text as <r>…</r>, and escapes what looks like an escape, but not where two of them overlap.
    """

    @staticmethod
    def _escape_control_characters(data: object) -> object:
        if not isinstance(data, str):  # the value of a cell that is no text
            return data
        return ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", data)

    def _xml_rich_inline_string(self, string: str, attributes: list[tuple[str, object]]) -> None:
        self._xml_inline_string(string, True, attributes)


def xlsx_of(material: Material) -> bytes:
    """Return the workbook of a workshop. Rows go to disk as they are written, so that memory stays small."""
    out, document = io.BytesIO(), material.document
    book = xlsxwriter.Workbook(out, {**TEXT_STAYS_TEXT, "constant_memory": True})
    now = timezone.now().replace(tzinfo=None)
    book.set_properties({"title": document["workshop"]["title"], "created": now})
    looks, first = Looks(book), book.add_worksheet(_("About"), Sheet)
    inside = []
    for table in tables_of(document):
        sheet = book.add_worksheet(looks.name(str(table.table.name)), Sheet)
        write_table(sheet, looks, table)
        inside.append((sheet.get_name(), str(table.table.says), len(table.rows)))
    write_about(first, looks, document, inside, now)
    book.close()
    return out.getvalue()


XLSX = Format(
    "xlsx",
    gettext_lazy("All tables (XLSX)"),
    gettext_lazy(
        "A workbook for Excel or LibreOffice with a sheet for each table: cards, totals, comments and all "
        "else. Numbers and dates are such, and no cell is computed."
    ),
    Use.ANALYSIS,
    XLSX_TYPE,
    xlsx_of,
    may_be_kept=True,
    ending="xlsx",
)
