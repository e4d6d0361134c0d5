"""CSV that opens safely in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# What a spreadsheet may take for a formula: = + - @ and their full-width twins, also behind white space,
# controls and whatever shows nothing; and a leading tab, carriage return or line feed.
NOTHING = (
    "\\s\x00-\x1f\x7f-\x9f\xad\u061c\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufe00-\ufe0f\ufeff"
)
FORMULA = re.compile(f"^(?:[{NOTHING}\U000e0000-\U000e01ef]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
CSV_TYPE = "text/csv; charset=utf-8"


def safe_cell(value: object) -> object:
    """Return a cell that no spreadsheet runs: numbers stay numbers, risky text gets an apostrophe."""
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text


def yes_or_no(value: bool) -> str:
    """Return a truth value as a CSV says it."""
    return "yes" if value else "no"


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as UTF-8 CSV with a byte order mark, for Excel's sake; what a row lacks is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: safe_cell(value) for key, value in row.items() if value is not None})
    return "\ufeff".encode() + out.getvalue().encode()
