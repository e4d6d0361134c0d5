"""The table as it was at a moment: right after a change of cards, by walking back from now."""

from dataclasses import dataclass
from datetime import datetime

from .audiences import audience_of
from .cards import Card
from .lineage import ChangeCard
from .people import Seat
from .synthesis import ChangeLine, Synthesis, synthesis_of
from .undone import Undoing, undoings_of

Status = Card.Status


@dataclass(frozen=True)
class TableThen:
    """A card as it lay on the table at a moment, with its sub-themes."""

    card: Card
    subthemes: list[Card]


@dataclass(frozen=True)
class Moment:
    """The table right after change ``n``; ``change`` is ``None`` at the beginning, or for an undoing.

    ``undoing`` is what was taken back, or made again, at this moment.
    """

    n: int
    last: int
    at: datetime | None
    change: ChangeLine | None
    undoing: Undoing | None
    cards: list[TableThen]

    @property
    def before(self) -> int | None:
        """The moment before this one."""
        return self.n - 1 if self.n else None

    @property
    def after(self) -> int | None:
        """The moment after this one."""
        return self.n + 1 if self.n < self.last else None


def moment_of(seat: Seat, n: int) -> Moment | None:
    """Return the table as it was after change ``n``, by walking back from now; ``None`` if there is none."""
    found = synthesis_of(seat)
    if not 0 <= n <= found.n:
        return None
    states = {pk: (card.status, card.position, card.parent_id) for pk, card in found.every.items()}
    rows = ChangeCard.objects.filter(change__workshop=seat.workshop, change__n__gt=n)
    facts = ("card_id", "before_status", "before_position", "before_parent_id")
    for pk, *before in rows.order_by("-change__n", "-pk").values_list(*facts):
        states[pk] = (before[0], before[1] or 0, before[2])
    change = seat.workshop.changes.filter(n=n).first()
    line = next((line for line in found.changes if line.change.n == n), None)
    at = change.at if change else None
    undoing = _undoing(seat, n) if change and line is None else None
    return Moment(n, found.n, at, line, undoing, _table_then(found, states))


def _undoing(seat: Seat, n: int) -> Undoing | None:
    undone = undoings_of(seat.workshop, audience_of(seat)).values()
    return next((each for undoings in undone for each in undoings if each.n == n), None)


State = tuple[str, int, int | None]


def _table_then(found: Synthesis, states: dict[int, State]) -> list[TableThen]:
    live = [pk for pk, (status, _position, _parent) in states.items() if status == Status.LIVE]
    nested: dict[int, list[Card]] = {}
    for pk, (status, _position, parent) in states.items():
        if status == Status.NESTED and parent:
            nested.setdefault(parent, []).append(found.every[pk])
    live.sort(key=lambda pk: (states[pk][1], pk))
    return [TableThen(found.every[pk], nested.get(pk, [])) for pk in live]
