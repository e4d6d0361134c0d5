"""What facilitators noted before the first cards: each alone, until they lay it beside the others'."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from .notes import Note, NoteCard
from .people import Seat
from .workshops import Workshop


@dataclass(frozen=True)
class Column:
    """What one facilitator laid beside the others'; ``seat`` is empty for one whose seat is gone."""

    seat: Seat | None
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class Preparation:
    """All that one facilitator sees: their own notes, those they removed, and the columns side by side."""

    own: list[Note]
    removed: list[Note]
    columns: list[Column]


def reading_notes(workshop: Workshop, seat: Seat) -> list[Note]:
    """Return the notes that a facilitator may read: their own, and those that others laid beside."""
    mine, shared = Q(seat=seat), Q(shared_at__isnull=False, removed_at__isnull=True)
    made = Prefetch("cards", NoteCard.objects.select_related("card").order_by("card__number"))
    rows = workshop.notes.filter(mine | shared, kind=Note.Kind.READING).select_related("seat__person")
    return list(rows.prefetch_related(made))


def preparation_for(seat: Seat) -> Preparation:
    """Return the preparation space of a facilitator, in two queries."""
    notes = reading_notes(seat.workshop, seat)
    own = [note for note in notes if note.seat_id == seat.pk]
    columns: dict[int | None, Column] = {}
    for note in notes:
        if note.shared_at and not note.removed_at:
            columns.setdefault(note.seat_id, Column(note.seat)).notes.append(note)
    return Preparation(
        [note for note in own if note.removed_at is None],
        [note for note in own if note.removed_at],
        [columns[key] for key in sorted(columns, key=lambda key: key or 0)],
    )


def note_authors(workshop: Workshop) -> dict[int, list[str]]:
    """Return whose notes each card was made of, by its primary key. For facilitators only."""
    found: dict[int, list[str]] = {}
    rows = NoteCard.objects.filter(note__workshop=workshop, note__seat__isnull=False)
    for row in rows.select_related("note__seat__person").order_by("note__seat_id"):
        found.setdefault(row.card_id, []).append(row.note.seat.name if row.note.seat else "")
    return found


def authors_under(cards: Sequence[int], known: dict[int, list[str]]) -> list[str]:
    """Return whose notes are under any of these cards, each once."""
    return list(dict.fromkeys(name for card in cards for name in known.get(card, ())))
