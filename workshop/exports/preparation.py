"""Notes that facilitators laid side by side before the first cards, as plain data; never a private one."""

from typing import Any

from workshop.models import Note, Workshop

from .moments import moments

Data = dict[str, Any]


def preparation_of(workshop: Workshop) -> list[Data]:
    """Return each note that lies side by side, with the cards that were made of it."""
    rows = workshop.notes.filter(
        kind=Note.Kind.READING, shared_at__isnull=False, removed_at__isnull=True
    ).select_related("seat")
    return [
        {
            "uid": str(row.uid),
            "seat": row.seat.pseudonym if row.seat else None,
            "title": row.title,
            "body": row.body,
            **moments(row, ["at", "shared_at"]),
            "cards": sorted(str(each.card.uid) for each in row.cards.all()),
        }
        for row in rows.prefetch_related("cards__card")
    ]


def preparation_rows(document: Data) -> list[Data]:
    """Return the notes in long form: a line for each card that was made of one, or one without a card."""
    return [
        {
            "record": "preparation note",
            "seat": each["seat"],
            "card": card,
            "measure": each["title"] or None,
            "text": each["body"],
        }
        for each in document["preparation_notes"]
        for card in each["cards"] or [None]
    ]
