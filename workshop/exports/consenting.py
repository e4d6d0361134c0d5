"""What was asked of people about taking part, in every version, and what each answered to it."""

from collections import Counter
from typing import Any

from workshop.models import Consent, Seat, Workshop
from workshop.models.sheets import sheets_of

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

    What a file said that does not say who stands until somebody answers anew.
    """
    rows = workshop.consent_items.order_by("key", "version")
    given = Consent.objects.filter(item__workshop=workshop).order_by("at", "pk")
    newest = {(item, seat): answer for item, seat, answer in given.values_list("item", "seat", "answer")}
    counts = Counter((item, answer) for (item, _seat), answer in newest.items())
    return [
        {
            "key": row.key,
            "version": row.version,
            "text": row.text,
            "position": row.position,
            "retired": row.retired_at is not None,
            "required": row.required,
            "yes": counts[row.pk, True] if counts or row.brought_yes is None else row.brought_yes,
            "no": counts[row.pk, False] if counts or row.brought_no is None else row.brought_no,
        }
        for row in rows
    ]


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
