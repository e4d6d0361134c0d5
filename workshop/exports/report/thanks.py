"""The end of a report: who is thanked as they asked, what stands where, and what the file leaves out."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.deidentifying import answers_left_out, removed_name
from workshop.exports.document import Data
from workshop.templatetags.acknowledging import contributed, thanked

from .blocks import Block, Heading, Paragraph, ToWrite, listed
from .record import Record


def thanks(record: Record) -> Iterator[Block]:
    """Yield who is credited, as they asked, with their roles; names only where the file has them."""
    yield Heading(_("Acknowledgements"))
    said = thanks_said(record)
    if not said:
        yield Paragraph(_("Nobody has asked to be credited, by name or by a description."))
    yield from map(Paragraph, said)
    roles = contributed((_shown(each), each["roles"]) for each in _credited(record))
    if roles:
        yield Paragraph(roles, label=_("Contributor roles (CRediT):"))
    yield ToWrite(_("Whoever else is to be thanked."))


def thanks_said(record: Record) -> list[str]:
    """Return who is thanked, as they are printed, and how many asked to be named in a file without names."""
    credited = _credited(record)
    said = [thanked(map(_shown, credited))] if credited else []
    unnamed = len(record.data["credits"]) - len(credited)
    if unnamed:
        says = ngettext(
            "%(n)s person asked to be thanked by name. This file was taken without names.",
            "%(n)s people asked to be thanked by name. This file was taken without names.",
            unnamed,
        )
        said.append(says % {"n": unnamed})
    return said


def left_out(record: Record) -> Iterator[Block]:
    """Yield what this file leaves out and why, as the note beside every file says it."""
    notes = record.data.get("note") or answers_left_out(record.data, reuse=False)
    yield Heading(_("What this file leaves out"))
    yield listed(
        [
            *notes,
            _("Notes that facilitators wrote for themselves, and transcripts, are in the JSON file alone."),
        ]
    )


def _credited(record: Record) -> list[Data]:
    """Return those whose credit this file may print."""
    return [each for each in record.data["credits"] if each["name"] != removed_name()]


def _shown(row: Data) -> str:
    return str(row["name"] or row["role"])
