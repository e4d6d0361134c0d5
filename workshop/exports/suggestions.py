"""What people suggested for the agenda as plain data, with what became of it."""

from collections.abc import Iterator
from typing import Any

from workshop.models import Workshop
from workshop.models.agreed_to import Agreed

Data = dict[str, Any]


def suggestions_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return the suggestions; where names are hidden in the order of their random uids, without a seat.

    Those of somebody who does not take part are left out.
    """
    rows = workshop.suggestions.exclude(seat__in=agreed.declined).select_related("seat", "card")
    return [
        {
            "uid": str(row.uid),
            "card": str(row.card.uid) if row.card else None,
            "question": row.question,
            "why": row.why,
            "state": row.state,
            "seat": row.seat.pseudonym if row.seat and names else None,
            "quote": agreed.mark(row, row.seat_id, names),
        }
        for row in rows.order_by(*(["at", "pk"] if names else ["uid"]))
    ]


def suggestion_rows(document: Data) -> Iterator[dict[str, object]]:
    """Yield a line for each suggestion."""
    for each in document["suggestions"]:
        yield {
            "record": "suggestion for the agenda",
            "seat": each["seat"],
            "card": each["card"],
            "measure": each["question"],
            "value": each["state"],
            "text": each["why"],
            "quote": each["quote"],
        }
