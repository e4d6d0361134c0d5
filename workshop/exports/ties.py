"""How the cards hang together, as plain data. Of where people would start, the counts alone: never who."""

from typing import Any

from django.db.models import Count

from workshop.models import Start, Workshop

from .consents import Agreed
from .moments import moments

Data = dict[str, Any]


def ties_of(workshop: Workshop, names: bool) -> list[Data]:
    """Return every link between cards, those that were taken away included."""
    rows = workshop.ties.select_related("tail", "head", "seat")
    return [
        {
            "uid": str(row.uid),
            "tail": str(row.tail.uid),
            "head": str(row.head.uid),
            "reason": row.reason,
            "seat": row.seat.pseudonym if row.seat and (names or row.seat.is_facilitator) else None,
            **moments(row, ["at", "removed_at"]),
        }
        for row in rows
    ]


def starts_of(workshop: Workshop, agreed: Agreed) -> list[Data]:
    """Return how many would start with each card that anybody would start with."""
    rows = Start.objects.filter(card__workshop=workshop).exclude(seat__in=agreed.declined)
    counted = rows.order_by().values_list("card__uid").annotate(n=Count("pk"))
    return [{"card": str(uid), "count": n} for uid, n in sorted(counted)]


def tie_rows(document: Data) -> list[Data]:
    """Return the links and the starts in long form: a line for each."""
    number = {card["uid"]: card["number"] for card in document["cards"]}
    rows: list[Data] = [
        {
            "record": "link between cards",
            "card": each["tail"],
            "seat": each["seat"],
            "measure": "bears on card, taken away" if each["removed_at"] else "bears on card",
            "value": number[each["head"]],
            "text": each["reason"],
        }
        for each in document["ties"]
    ]
    starts = document["starts"]
    return rows + [
        {"record": "total", "card": each["card"], "measure": "would start here", "value": each["count"]}
        for each in starts
    ]
