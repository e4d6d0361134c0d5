"""How the cards hang together, as plain data. Of where people would start, the counts alone: never who."""

from typing import Any

from workshop.models import Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.tying import start_counts

from .moments import moments
from .seats import known_seat

Data = dict[str, Any]


def ties_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return every link between cards, those that were taken away included."""
    rows = workshop.ties.select_related("tail", "head", "seat")
    return [
        {
            "uid": str(row.uid),
            "tail": str(row.tail.uid),
            "head": str(row.head.uid),
            "reason": agreed.words(row.seat_id, row.reason),
            "quote": agreed.mark(row, row.seat_id, names),
            "seat": None if row.seat_id in agreed.declined else known_seat(row.seat, names),
            **moments(row, ["at", "removed_at"]),
        }
        for row in rows
    ]


def starts_of(workshop: Workshop) -> list[Data]:
    """Return how many would start with each card that anybody would start with, as the page counts them."""
    counts = start_counts(workshop)
    uids = workshop.cards.filter(pk__in=counts).values_list("uid", "pk")
    return [{"card": str(uid), "count": counts[pk]} for uid, pk in sorted(uids)]


def tie_rows(document: Data) -> list[Data]:
    """Return the links and the starts in long form: a line for each.

    A blank card that was taken up and taken back has no number: that stays empty.
    """
    number = {card["uid"]: card["number"] for card in document["cards"]}
    rows: list[Data] = [
        {
            "record": "link between cards",
            "card": each["tail"],
            "seat": each["seat"],
            "measure": "bears on card, taken away" if each["removed_at"] else "bears on card",
            "value": number.get(each["head"]),
            "text": each["reason"],
            "quote": each["quote"],
        }
        for each in document["ties"]
    ]
    starts = document["starts"]
    return rows + [
        {"record": "total", "card": each["card"], "measure": "would start here", "value": each["count"]}
        for each in starts
    ]
