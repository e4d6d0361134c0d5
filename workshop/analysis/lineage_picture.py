"""The picture of a lineage: one column for the table at the beginning and one after each change that stands.

Units are those of the SVG: a slip is 104 by 60, a column up to 196 wide, less so that many fit a page. Lines
converge where cards were merged, part where one was split, and end in a square where one was set aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .lineage import SUPERSEDING, Key, Turn

SLIP_WIDTH, SLIP_HEIGHT, ROW, TOP, SIDE, FOOT = 104, 60, 74, 8, 8, 56
# A page has room for PAGE; a column is never so narrow that the lines between two slips cannot be followed.
PAGE, WIDEST, NARROWEST = 1160, 196, 130
ASIDE = (NARROWEST - SLIP_WIDTH) / 2
MOST_COLUMNS, MOST_ROWS = 40, 40


@dataclass(frozen=True)
class Column:
    """The table at one moment: the cards on it in order, and which card each sub-theme belongs to."""

    n: int
    cards: tuple[Key, ...]
    nested: Mapping[Key, Key] = field(default_factory=dict)
    turn: Turn | None = None


@dataclass(frozen=True)
class PlacedSlip:
    """A slip with its left upper corner."""

    card: Key
    x: float
    y: float


@dataclass(frozen=True)
class Thread:
    """A line from one column to the next; ``kind`` is goes_on, becomes, nested, lifted or aside."""

    kind: str
    path: str


@dataclass(frozen=True)
class Mark:
    """A sign on a line: ``new`` where a card came in, ``aside`` where one was set aside; its middle."""

    kind: str
    x: float
    y: float


@dataclass(frozen=True)
class LineagePicture:
    """All that the SVG draws, and its size; ``counts`` stand at the foot, each under its column."""

    width: float
    height: float
    slips: list[PlacedSlip]
    threads: list[Thread]
    marks: list[Mark]
    counts: list[tuple[float, int]]

    @property
    def foot(self) -> float:
        """The line on which the counts stand."""
        return self.height - 14

    @property
    def arrows(self) -> list[float]:
        """Where an arrow stands between two counts."""
        return [(x + after) / 2 for (x, _count), (after, _next) in pairwise(self.counts)]

    @property
    def is_wide(self) -> bool:
        """Whether it is wider than a page, so that it scrolls on any screen."""
        return self.width > PAGE


def columns_of(first: Sequence[Key], turns: Iterable[Turn], position: Mapping[Key, int]) -> list[Column]:
    """Return the table at the beginning and after each change.

    Args:
        first: the cards on the table before the first change.
        turns: the changes that stand, in order.
        position: where each card lies among the others.
    """
    columns = [Column(0, _ordered(first, position))]
    for turn in turns:
        before = columns[-1]
        cards, nested = set(before.cards), dict(before.nested)
        _apply(turn, cards, nested)
        columns.append(Column(turn.n, _ordered(cards, position), nested, turn))
    return columns


def _ordered(cards: Iterable[Key], position: Mapping[Key, int]) -> tuple[Key, ...]:
    return tuple(sorted(cards, key=lambda card: (position[card], card)))


def _apply(turn: Turn, cards: set[Key], nested: dict[Key, Key]) -> None:
    if turn.verb in SUPERSEDING:
        cards -= {*turn.sources}
        cards |= {*turn.results}
        nested.update(dict.fromkeys(turn.carried, turn.results[0]) if turn.results else {})
    elif turn.verb == "nest":
        cards -= {*turn.sources}
        nested.update(dict.fromkeys(turn.sources, turn.results[0]))
    elif turn.verb == "retire":
        cards -= {*turn.sources}
        for card in turn.sources:
            nested.pop(card, None)
    else:
        cards |= {*turn.sources}
        for card in turn.sources:
            nested.pop(card, None)


def draw(columns: Sequence[Column]) -> LineagePicture:
    """Lay the columns out; a slip is drawn where its card appears, and again in the last column."""
    rows = max((len(column.cards) for column in columns), default=0)
    step = step_of(len(columns))
    places = [_places(column, SIDE + n * step, rows) for n, column in enumerate(columns)]
    slips, threads, marks = [], [], []
    for n, column in enumerate(columns):
        for card in column.cards:
            fresh = n == 0 or card not in places[n - 1]
            if fresh or n == len(columns) - 1:
                slips.append(PlacedSlip(card, *places[n][card]))
            else:
                threads.append(_through(places[n][card]))
    for n in range(1, len(columns)):
        made, signs = _between(columns[n - 1], columns[n], places[n - 1], places[n])
        threads += made
        marks += signs
    width = SIDE * 2 + step * (len(columns) - 1) + SLIP_WIDTH
    counts = [(SIDE + n * step + SLIP_WIDTH / 2, len(column.cards)) for n, column in enumerate(columns)]
    return LineagePicture(width, TOP + rows * ROW + FOOT, slips, threads, marks, counts)


def step_of(columns: int) -> float:
    """Return how far it is from one column to the next: as far as fits a page, between two bounds."""
    room = PAGE - SIDE * 2 - SLIP_WIDTH
    return max(NARROWEST, min(WIDEST, room / max(columns - 1, 1)))


Places = Mapping[Key, tuple[float, float]]


def _places(column: Column, x: float, rows: int) -> dict[Key, tuple[float, float]]:
    """Return the corner of each card's slip; a shorter column stands in the middle."""
    lead = (rows - len(column.cards)) * ROW / 2
    return {card: (x, TOP + lead + row * ROW) for row, card in enumerate(column.cards)}


def _through(place: tuple[float, float]) -> Thread:
    x, y = place[0], place[1] + SLIP_HEIGHT / 2
    return Thread("goes_on", f"M{x:g} {y:g}H{x + SLIP_WIDTH:g}")


def _between(before: Column, after: Column, left: Places, right: Places) -> tuple[list[Thread], list[Mark]]:
    turn = after.turn
    threads = [_thread("goes_on", left[card], right[card]) for card in before.cards if card in right]
    marks: list[Mark] = []
    if turn is None:
        return threads, marks
    ended = [card for card in before.cards if card not in right]
    for card in ended:
        if turn.verb == "nest":
            threads.append(_thread("nested", left[card], right[after.nested[card]]))
        elif turn.verb in SUPERSEDING:
            threads += [_thread("becomes", left[card], right[made]) for made in turn.results]
        else:
            x, y = left[card][0] + SLIP_WIDTH + ASIDE, left[card][1] + SLIP_HEIGHT / 2
            threads.append(Thread("aside", f"M{x - ASIDE:g} {y:g}H{x:g}"))
            marks.append(Mark("aside", x, y))
    reached = {made for made in turn.results if turn.verb in SUPERSEDING and ended}
    for card in after.cards:
        if card not in left and card not in reached:
            parent = before.nested.get(card, card)
            if parent in left:
                threads.append(_thread("lifted", left[parent], right[card]))
            else:
                marks.append(Mark("new", right[card][0] - ASIDE, right[card][1] + SLIP_HEIGHT / 2))
    return threads, marks


def _thread(kind: str, start: tuple[float, float], end: tuple[float, float]) -> Thread:
    x0, y0 = start[0] + SLIP_WIDTH, start[1] + SLIP_HEIGHT / 2
    x1, y1 = end[0], end[1] + SLIP_HEIGHT / 2
    middle = (x0 + x1) / 2
    return Thread(kind, f"M{x0:g} {y0:g}C{middle:g} {y0:g} {middle:g} {y1:g} {x1:g} {y1:g}")


def fits(columns: Sequence[Column]) -> bool:
    """Whether a picture of this size can still be read; a longer story is told by its list alone."""
    return len(columns) <= MOST_COLUMNS and max(len(column.cards) for column in columns) <= MOST_ROWS
