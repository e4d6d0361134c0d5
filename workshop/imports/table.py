"""The process that reads a table apart from the server: the bytes of a CSV or XLSX in, its text out."""

import json
import sys
from typing import Any

from .child import limit_process
from .rows import TEXT
from .wrong import Wrong

BYTES = 5 * 1024 * 1024
OLD_OFFICE, ZIP = b"\xd0\xcf\x11\xe0", b"PK"
ORDERS = (b"\xff\xfe", b"\xfe\xff")  # which byte of a UTF-16 letter comes first


def main() -> None:
    """Read what comes in, and say what its table is as text, or what is wrong with it."""
    limit_process()
    sys.stdout.write(json.dumps(_said(sys.stdin.buffer.read())))


def _said(content: bytes) -> dict[str, Any]:
    try:
        return read_table(content)
    except Wrong as wrong:
        return wrong.as_data()
    except (RecursionError, MemoryError):
        return Wrong("table_too_much").as_data()


def read_table(content: bytes) -> dict[str, Any]:
    """Return the ``text`` of a table and ``notes``: what a reader should know of how it was read, with words.

    Raises:
        Wrong: it is too large, or no CSV and no XLSX.
    """
    if len(content) > BYTES:
        raise Wrong("too_many_bytes", most=BYTES // 1024 // 1024)
    if content.startswith(OLD_OFFICE):
        raise Wrong("old_office")
    if content.startswith(ZIP):
        from .workbook import read_workbook

        text, notes = read_workbook(content)
    else:
        text, notes = _decoded(content)
    if len(text) > TEXT:
        raise Wrong("table_too_long", most=TEXT)
    return {"text": text, "notes": notes}


def _decoded(content: bytes) -> tuple[str, dict[str, Any]]:
    """Return the text of a CSV: UTF-8 (or 16 with its mark), else Windows-1252, which is then said."""
    try:
        if content.startswith(ORDERS):
            return content.decode("utf-16"), {}
        return content.decode("utf-8-sig"), {}
    except UnicodeDecodeError:
        if b"\0" in content:
            raise Wrong("no_table") from None
        try:
            return content.decode("cp1252"), {"windows": True}
        except UnicodeDecodeError as error:
            raise Wrong("no_table") from error


if __name__ == "__main__":
    main()
