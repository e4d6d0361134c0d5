"""A change of cards as the log of what was done shows it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from workshop.analysis.lineage import Lineage

from .audiences import led_by
from .cards import Card
from .lineage import Change, ChangeCard
from .proposing import Asked


@dataclass
class ChangeLine:
    """A change that was made: who, what became of which cards, and whether it can be taken back.

    ``uid`` and ``head``, the newest of its undoings or itself, are for the form that takes it back, and
    ``blocked_by`` numbers the changes that would go first.
    """

    change: Change
    by: str
    sources: list[Card]
    results: list[Card]
    stands: bool
    head: int
    blocked_by: list[int]
    asked: Asked | None = None
    uid: UUID = field(default_factory=uuid4)


def line_of(
    change: Change, lineage: Lineage, every: Mapping[int, Card], audience: str, asked: Asked | None
) -> ChangeLine:
    """Return a change as the log shows it; ``every`` has its cards by their primary keys."""
    sides = defaultdict(list)
    for row in change.parts:
        sides[row.side].append(every[row.card_id])
    return ChangeLine(
        change,
        led_by(change.seat, change.workshop, audience),
        sides[ChangeCard.Side.SOURCE],
        sides[ChangeCard.Side.RESULT],
        stands=change.n not in lineage.taken_back,
        head=lineage.head(change.n),
        blocked_by=[later.n for later in lineage.blocking(change.n)],
        asked=asked,
    )
