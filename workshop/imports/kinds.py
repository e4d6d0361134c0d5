"""What kind of file was sent instead of one that Roundel brings in, by how its bytes begin; plain Python."""

import io
import zipfile
from collections.abc import Collection

BEGINS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\xd0\xcf\x11\xe0", "old_office"),
    (b"PK", "zip"),
)
# A file inside that tells what kind of ZIP it is.
INSIDE = (
    ("workshop.json", "bundle"),
    ("word/document.xml", "word"),
    ("xl/workbook.xml", "excel"),
    ("project.qde", "coded"),
)
PAGES = (b"<!doctype html", b"<html")


def kind_of(content: bytes) -> str:
    """Return "empty", a kind that is known, or "" for a file that may be what is wanted."""
    start = content[:400].strip()
    if not start:
        return "" if content[400:].strip() else "empty"
    if start.lower().startswith(PAGES):
        return "page"
    kind = next((kind for begins, kind in BEGINS if content.startswith(begins)), "")
    return _zip(content) if kind == "zip" else kind


def _zip(content: bytes) -> str:
    """Return which kind of ZIP it is. Nothing in it is unpacked."""
    names: Collection[str] = ()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "zip"
    return next((kind for name, kind in INSIDE if name in names), "zip")
