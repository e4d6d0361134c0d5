"""What was asked of people about taking part, in every version, and what each answered to it."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from workshop.models import Consent, ConsentItem, Seat, Workshop
from workshop.models.audiences import may_see_people_rows
from workshop.models.brought import came_unsigned
from workshop.models.sheets import sheets_of
from workshop.models.who_agreed import is_safe

from .credits import credits_of
from .moments import stamp

Data = dict[str, Any]


def asked_data(workshop: Workshop) -> Data:
    """Return what people were asked about taking part, and how they said that they are credited."""
    return {
        "information_sheets": sheets_data(workshop),
        "consent_items": consent_items_data(workshop),
        "credits": credits_of(workshop),
    }


def sheets_data(workshop: Workshop) -> list[Data]:
    """Return every version of the information about taking part, the earliest first."""
    return [
        {"version": each.version, "text": each.text, "matters": each.matters, "at": stamp(each.at)}
        for each in sheets_of(workshop)
    ]


def consent_items_data(workshop: Workshop) -> list[Data]:
    """Return every version of what people were asked to agree to, and how many said yes and no to it last.

    They stand in the order in which people are asked.

    What a file said that does not say who stands for an item until somebody answers it anew. Where names are
    hidden both are ``None``, not told, if one of them is of one or two people: the same as on the page.
    """
    rows = workshop.consent_items.order_by("position", "key", "version")
    given = Consent.objects.filter(item__workshop=workshop).order_by("at", "pk")
    newest = {(item, seat): answer for item, seat, answer in given.values_list("item", "seat", "answer")}
    counts = Counter((item, answer) for (item, _seat), answer in newest.items())
    named = may_see_people_rows(workshop)
    untold = came_unsigned(workshop)
    return [
        {
            "key": row.key,
            "version": row.version,
            "text": row.text,
            "position": row.position,
            "retired": row.retired_at is not None,
            "required": row.required,
            **_told(*_said(row, counts, untold), named),
        }
        for row in rows
    ]


def _said(row: ConsentItem, counts: Counter[tuple[int, bool]], untold: bool) -> tuple[int | None, int | None]:
    yes, no = counts[row.pk, True], counts[row.pk, False]
    return (row.brought_yes, row.brought_no) if untold and not (yes or no) else (yes, no)


def _told(yes: int | None, no: int | None, named: bool) -> Data:
    if yes is None or no is None or not (named or is_safe(yes, no)):
        return {"yes": None, "no": None}
    return {"yes": yes, "no": no}


def or_untold(count: int | None) -> int | str:
    """Return a count as a table says it: in words where it is not told."""
    return _("not told") if count is None else count


def consents_data(seat: Seat) -> Data:
    """Return the newest answers of a seat by key, and all of them in order, where names are open.

    Where they are hidden, the answers beside words that may or may not be quoted would say whose those are.
    ``seat.consents`` should be read ahead, with ``item`` and ``proxy``.
    """
    answers = list(seat.consents.all())
    newest = {each.item.key: each for each in answers}
    return {
        "consents": {key: each.answer for key, each in newest.items()},
        "consents_recorded_by": {key: each.proxy.pseudonym for key, each in newest.items() if each.proxy},
        "consents_given": [
            {
                "key": each.item.key,
                "version": each.item.version,
                "answer": each.answer,
                "sheet": each.sheet,
                "at": stamp(each.at),
            }
            for each in answers
        ],
    }
