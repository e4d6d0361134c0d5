"""The first sheet of a workbook as text: looked at before it is opened; no formula is computed."""

import io
import os
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from .rows import letter, text_of
from .wrong import Wrong

os.environ["OPENPYXL_LXML"] = "False"  # one reader of XML, whatever else is installed

from openpyxl.cell.text import Text
from openpyxl.reader import excel
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes what XML cannot hold
PARTS, UNPACKED, RATIO = 500, 60 * 1024 * 1024, 200
SMALL = 1024 * 1024  # bytes that no ratio makes a bomb
ROWS, COLUMNS = 5_000, 100


def read_workbook(content: bytes) -> tuple[str, dict[str, Any]]:
    """Return the text of the first sheet, empty rows kept so that numbers stay, and what to say of it.

    Raises:
        Wrong: too large, no workbook, or a cell has a formula whose result the file does not hold.
    """
    check_parts(content)
    try:
        return _read(content)
    except (Wrong, MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever its reader stumbles over in a file that is none
        raise Wrong("no_workbook") from error


def check_parts(content: bytes) -> None:
    """Raise Wrong if the parts of a workbook are too many, or too large once they are unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Wrong("no_workbook") from error
    unpacked = sum(each.file_size for each in parts)
    packed = sum(each.compress_size for each in parts)
    bomb = unpacked > SMALL and unpacked > RATIO * max(packed, 1)
    if len(parts) > PARTS or unpacked > UNPACKED or bomb:
        raise Wrong("table_too_much")


def _read(content: bytes) -> tuple[str, dict[str, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        results, formulas = (
            excel.load_workbook(io.BytesIO(content), read_only=True, data_only=only) for only in (True, False)
        )
        sheets = results.worksheets
        if not sheets:
            raise Wrong("no_workbook")
        sheet = sheets[0]
        rows = list(_rows(sheet, formulas[sheet.title]))
    notes = {"sheet": sheet.title} if len(sheets) > 1 else {}
    return text_of(rows), notes


def _rows(sheet: Any, formulas: Any) -> Iterator[list[str]]:
    empty, without = 0, list[list[Any]]()
    for part in (sheet, formulas):
        part.reset_dimensions()  # what a file says of its size is no reason to believe it
    both = zip(sheet.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=True)
    for number, (cells, written) in enumerate(both, start=1):
        row = [_said(value) for value in cells]
        while row and not row[-1]:
            row.pop()
        _check(number, row)
        without += [
            [number, letter(n)] for n, pair in enumerate(zip(cells, written, strict=False)) if _is_open(*pair)
        ]
        if not row:
            empty += 1
            continue
        yield from ([] for _each in range(empty))
        empty = 0
        yield row
    if without:
        raise Wrong("no_result", cells=without)


def _check(number: int, row: list[str]) -> None:
    if row and number > ROWS:
        raise Wrong("too_many_rows", most=ROWS)
    if len(row) > COLUMNS:
        raise Wrong("too_many_columns", most=COLUMNS)


def _is_open(value: Any, formula: Any) -> bool:
    """Whether a cell has a formula and the file does not hold what it comes to."""
    return value is None and formula is not None


def _said(value: Any) -> str:
    """Return a value as a spreadsheet shows it, near enough to be read."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _strings(source: Any) -> list[str]:
    """Return the words of a workbook as they stand in it, escapes and all: openpyxl drops half of them."""
    found = []
    for _event, node in iterparse(source):
        if node.tag == f"{{{SHEET_MAIN_NS}}}si":
            found.append(Text.from_tree(node).content)
            node.clear()
    return found


excel.read_string_table = _strings
