"""The table as it was at a moment: right after a change of cards, by walking back from now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from workshop.analysis.steps import Difference, Table, differences, table_of

from .ancestry import MAKING
from .cards import Card
from .change_lines import ChangeLine
from .lineage import Change, ChangeCard
from .people import Seat
from .synthesis import Synthesis, synthesis_of
from .undone import Undoing

Status = Card.Status
State = tuple[str, int, int | None]  # status, position and the card that it is part of
States = dict[int, State]


@dataclass(frozen=True)
class Mark:
    """What a step did with a card: ``kind`` is new, back, nested, lifted or carried.

    ``was`` and ``now`` are the cards that it was part of before and is part of now.
    """

    kind: str
    was: Card | None
    now: Card | None


@dataclass(frozen=True)
class TableThen:
    """A card as it lay on the table at a moment, with its sub-themes, and what the step did with it."""

    card: Card
    mark: Mark | None
    subthemes: "list[TableThen]" = field(default_factory=list)


@dataclass(frozen=True)
class Gone:
    """A card that a step took from the table: what it is since then, and the cards in its place."""

    card: Card
    status: str
    heirs: list[Card]
    parent: Card | None


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
    left: list[Gone]

    @property
    def before(self) -> int | None:
        """The moment before this one."""
        return self.n - 1 if self.n else None

    @property
    def after(self) -> int | None:
        """The moment after this one."""
        return self.n + 1 if self.n < self.last else None

    @property
    def marks(self) -> list[Mark]:
        """What the step did with each card that lies on the table."""
        every = [row for each in self.cards for row in (each, *each.subthemes)]
        return [row.mark for row in every if row.mark]


def moment_of(seat: Seat, n: int) -> Moment | None:
    """Return the table as it was after change ``n``, by walking back from now; ``None`` if there is none."""
    found = synthesis_of(seat)
    if not 0 <= n <= found.n:
        return None
    states = _states_now(found)
    rows = ChangeCard.objects.filter(change__workshop=seat.workshop, change__n__gt=n)
    _walk_back(states, rows.order_by("-change__n", "-pk"))
    change = seat.workshop.changes.filter(n=n).first()
    line, at = _line(found, n), change.at if change else None
    undone = (each for undoings in found.undoings.values() for each in undoings)
    undoing = next((each for each in undone if each.n == n), None)
    told = _line(found, undoing.first) if undoing else line
    step = _Step(found, states, _states_before(states, change), line, told)
    return Moment(n, found.n, at, line, undoing, step.cards(), step.left())


def _line(found: Synthesis, n: int) -> ChangeLine | None:
    return next((line for line in found.changes if line.change.n == n), None)


def _states_now(found: Synthesis) -> States:
    return {pk: (card.status, card.position, card.parent_id) for pk, card in found.every.items()}


def _states_before(states: States, change: Change | None) -> States:
    before = dict(states)
    if change:
        _walk_back(before, change.cards.order_by("-pk"))
    return before


def _walk_back(states: States, rows: Iterable[ChangeCard]) -> None:
    for row in rows:
        states[row.card_id] = (row.before_status, row.before_position or 0, row.before_parent_id)


class _Step:
    """The table after a step, beside what it was before; ``told`` is the change it made or took back."""

    def __init__(
        self,
        found: Synthesis,
        states: States,
        before: States,
        line: ChangeLine | None,
        told: ChangeLine | None,
    ) -> None:
        self.found, self.states = found, states
        self.after = _table(states)
        self.differences = differences(_table(before), self.after)
        self.made = {card.pk for card in line.results} if line and line.change.verb in MAKING else set()
        self.heirs = told.results if told else []

    def cards(self) -> list[TableThen]:
        """Return the cards that lie there by themselves, in order, each with its sub-themes."""
        alone = [pk for pk, parent in self.after.items() if parent is None]
        alone.sort(key=lambda pk: (self.states[pk][1], pk))
        parts = [(pk, parent) for pk, parent in self.after.items() if parent is not None]
        nested = {pk: [self._row(part) for part, parent in parts if parent == pk] for pk in alone}
        return [self._row(pk, nested[pk]) for pk in alone]

    def left(self) -> list[Gone]:
        """Return the cards that are not on the table any more."""
        return [self._gone(pk) for pk, change in self.differences.items() if change.kind == "left"]

    def _row(self, pk: int, subthemes: Iterable[TableThen] = ()) -> TableThen:
        change = self.differences.get(pk)
        return TableThen(self.found.every[pk], self._mark(pk, change) if change else None, [*subthemes])

    def _mark(self, pk: int, change: Difference) -> Mark:
        kind = ("new" if pk in self.made else "back") if change.kind == "came" else change.kind
        every = self.found.every
        return Mark(kind, *(every[each] if each else None for each in (change.was, change.now)))

    def _gone(self, pk: int) -> Gone:
        status, _position, parent = self.states[pk]
        card = self.found.every[pk]
        if status == Status.RETIRED and not card.number:  # its author put it away since
            status = Status.PROPOSED
        return Gone(card, status, self.heirs, self.found.every.get(parent or 0))


def _table(states: States) -> Table:
    alone = {pk for pk, (status, _position, _parent) in states.items() if status == Status.LIVE}
    nested = {pk: parent for pk, (status, _n, parent) in states.items() if status == Status.NESTED and parent}
    return table_of(alone, nested)
