"""A table that somebody sent: its text, whether pasted or from a file, and how it was read."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workshop.models import Invalid
from workshop.models.text import UNWANTED

from .apart import read_apart
from .rows import TEXT
from .table import BYTES
from .words import refusal
from .wrong import Wrong

NEXT_LINE = "\x85"  # of the unwanted characters the one that words are broken at
LINE_ENDS = re.compile("\r\n|\r")


@dataclass(frozen=True)
class Sent:
    """The text of a table as a box can hold it, and sentences about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def table_of_text(text: str) -> Sent:
    """Return a pasted table.

    Raises:
        Invalid: it is too long.
    """
    if len(text) > TEXT:
        raise refusal(Wrong("table_too_long", most=TEXT))
    return Sent(plain(text))


def table_of_file(content: bytes) -> Sent:
    """Return the table of a CSV or XLSX, read in a process of its own.

    Raises:
        Invalid: it is too large, or no such file. Closed: other files are being read just now.
    """
    if len(content) > BYTES:
        raise refusal(Wrong("too_many_bytes", most=BYTES // 1024 // 1024))
    try:
        read = read_apart("table", content)
    except Wrong as wrong:
        raise _of_a_table(wrong) from wrong
    return Sent(plain(read["text"]), tuple(_notes(read["notes"])))


def _of_a_table(wrong: Wrong) -> Invalid:
    return refusal(Wrong("table_too_much") if wrong.code == "too_much" else wrong)


def plain(text: str) -> str:
    """Return text that a box gives back as it was given: one kind of line end, nothing that is never kept."""
    lines = LINE_ENDS.sub("\n", text)
    return UNWANTED.sub(lambda found: NEXT_LINE if found[0] == NEXT_LINE else "", lines)


def _notes(notes: dict[str, str]) -> list[str]:
    said = []
    if "sheet" in notes:
        says = _("The workbook has several sheets. The first one was read: “%(name)s”.")
        said.append(says % {"name": notes["sheet"]})
    if "windows" in notes:
        said.append(_("The file is not in UTF-8 and was read as Windows-1252. Check letters with accents."))
    return said
