"""What is known while a workshop is brought back: the rows that stand by now, by their names in the file."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from workshop.models import BroughtMark, Card, Prompt, Remark, Round, Seat, Step, Workshop
from workshop.models.consents import NONE

Data = dict[str, Any]
MANY = 500  # rows in one statement


@dataclass
class Scene:
    """A workshop that is being brought back, and what of it stands by now.

    Seats are known by their pseudonyms, rounds by their numbers, all else by uid; ``steps`` are in order.
    """

    workshop: Workshop
    document: Data
    seats: dict[str, Seat] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    prompts: dict[str, Prompt] = field(default_factory=dict)
    remarks: dict[str, Remark] = field(default_factory=dict)
    rounds: dict[int, Round] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    marks: list[BroughtMark] = field(default_factory=list)

    @property
    def names(self) -> bool:
        """Whether the file says who wrote and chose what."""
        return self.workshop.promise == Workshop.Promise.NAMED

    @property
    def began(self) -> datetime:
        """When the workshop was made: the moment of all that the file gives none for."""
        return self.workshop.created_at

    def seat(self, pseudonym: str | None) -> Seat | None:
        """Return a seat by its pseudonym."""
        return self.seats[pseudonym] if pseudonym else None

    def card(self, uid: str | None) -> Card | None:
        """Return a card by its uid.

        One that the file speaks of and does not hold was somebody's who takes no part (any more): its place
        is kept, without a word.
        """
        if uid is None:
            return None
        if uid not in self.cards:
            retired = Card.Status.RETIRED
            self.cards[uid] = Card.objects.create(workshop=self.workshop, uid=UUID(uid), status=retired)
        return self.cards[uid]

    def known_card(self, uid: str) -> Card:
        """Return a card by its uid, as `card` does."""
        return self.card(uid) or self.cards[uid]

    def quotable(self, row: Model, quote: str, seat: object) -> None:
        """Keep that the words of a row of nobody may be quoted, if the file says so."""
        if quote != NONE and seat is None:
            self.marks.append(BroughtMark(workshop=self.workshop, kind=type(row).__name__, key=row.pk))


def moment(text: str | None) -> datetime | None:
    """Return a moment of the file; ``None`` stays ``None``."""
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def told(text: str | None, otherwise: datetime) -> datetime:
    """Return a moment of the file, or another where it says none."""
    return moment(text) or otherwise
