"""Workbooks read back, for tests."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from workshop.exports import FORMATS
from workshop.exports.material import material_of
from workshop.models import Workshop

Row = dict[str, Any]


def book_of(workshop: Workshop) -> Book:
    """Return the workbook of a workshop, read anew."""
    fresh = Workshop.objects.get(pk=workshop.pk)
    return load_workbook(io.BytesIO(FORMATS["xlsx"].write(material_of(fresh))))


def rows_of(sheet: Worksheet) -> list[Row]:
    """Return the rows of a sheet by the heads of its columns; an empty cell is ``None``."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def cells_of(sheets: Iterable[Worksheet]) -> list[Any]:
    """Return every cell of sheets that anything stands in."""
    return [cell for sheet in sheets for row in sheet for cell in row if cell.value is not None]
