"""The ACCORD items, filled in from the record where it knows, and marked where a person has to write."""

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _

from .accord_items import ITEMS, SECTIONS
from .accord_method import IN_METHOD
from .accord_results import IN_RESULTS
from .blocks import Block, Heading, Paragraph, Table
from .record import Record

KNOWN: Mapping[str, Callable[[Record], str]] = {**IN_METHOD, **IN_RESULTS}


def accord(record: Record) -> Iterator[Block]:
    """Yield the checklist, each item with what this report has on it or what is still to be written."""
    yield Heading(_("ACCORD checklist"))
    rows, missing = [], []
    for n, (key, subject) in enumerate(ITEMS):
        said = KNOWN[key](record) if key in KNOWN else ""
        rows.append([key, str(SECTIONS[key[0]]), str(subject), said or _("To write")])
        if not said:
            missing.append((n, 3))
    filled = len(ITEMS) - len(missing)
    says = _(
        "ACCORD asks what a report on consensus should say, in %(all)s items. The record knows something of "
        "%(n)s of them, and says where more is to be added; “To write” marks the others. The subjects are "
        "put in our own words. A journal wants those of the checklist itself, which is a Word file at "
        "https://www.ismpp.org/accord; Logullo et al. (2024) explain each item. Compare before you send it."
    )
    yield Paragraph(says % {"all": len(ITEMS), "n": filled})
    head = [_("Item"), _("Section"), _("Subject"), _("In this report")]
    yield Table(_("The items of ACCORD (Gattrell et al., 2024)"), head, rows, "llll", frozenset(missing))
