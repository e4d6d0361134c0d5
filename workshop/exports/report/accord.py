"""The ACCORD items, filled in from the record where it knows, and marked where a person has to write."""

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Workshop

from .accord_items import ITEMS, SECTIONS
from .accord_method import IN_METHOD
from .accord_results import IN_RESULTS
from .blocks import Block, Heading, Paragraph, Table
from .record import Record

Answer = Callable[[Record], str]


def accord(record: Record) -> Iterator[Block]:
    """Yield the checklist, each item with what this report has on it or what is still to be written."""
    yield Heading(_("ACCORD checklist"))
    rows, missing = [], []
    for n, (key, subject) in enumerate(ITEMS):
        said = _said(record, key)
        rows.append([key, str(SECTIONS[key[0]]), str(subject), said or _("To write")])
        if not said:
            missing.append((n, 3))
    filled = len(ITEMS) - len(missing)
    says = ngettext(
        "ACCORD asks what a report on consensus should say, in %(all)s items. The record fills %(n)s "
        "of them; "
        "“To write” marks the others. The subjects are put in our own words: the guideline has the "
        "full ones.",
        "ACCORD asks what a report on consensus should say, in %(all)s items. The record fills %(n)s "
        "of them; "
        "“To write” marks the others. The subjects are put in our own words: the guideline has the "
        "full ones.",
        filled,
    )
    yield Paragraph(says % {"all": len(ITEMS), "n": filled})
    head = [_("Item"), _("Section"), _("Subject"), _("In this report")]
    yield Table(_("The items of ACCORD (Gattrell et al., 2024)"), head, rows, "llll", frozenset(missing))


def _said(record: Record, key: str) -> str:
    answers: Mapping[str, Answer] = {**IN_METHOD, **IN_RESULTS, "M18": _hidden_names}
    return answers[key](record) if key in answers else ""


def _hidden_names(record: Record) -> str:
    kept = {
        Workshop.Promise.NAMED: _(
            "Nobody saw a result before its reveal. After it everyone saw totals, and the facilitators’ "
            "records hold each answer; comments were seen with names. No more was promised."
        ),
        Workshop.Promise.HIDDEN: _(
            "Nobody saw a result before its reveal, and nobody saw who chose what after it. The group saw "
            "comments without names, the facilitators with them."
        ),
        Workshop.Promise.UNLINKED: _(
            "As with hidden names; and the link between people and what they wrote and chose is destroyed "
            "when the workshop closes."
        ),
    }
    return kept[Workshop.Promise(record.workshop["promise"])]
