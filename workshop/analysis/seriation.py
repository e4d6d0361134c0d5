"""A table of people by cards, re-ordered so that likeness shows: who sorted alike stands together.

The bond energy algorithm of W. T. McCormick, P. J. Schweitzer and T. W. White (1972), Problem decomposition
and data reorganization by a clustering technique, Operations Research 20, 993-1009: rows are put in one after
another, each time the one, and there, where its likeness to its neighbours grows most. Here the likeness of
two people is on how many cards they agree, and that of two cards how many people put both in one place. It
finds no clusters and proves none: it is a way to read a table.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

INNER = "inner"
Zones = Mapping[Any, str]  # of one person, by card; no entry is not answered
Likeness = Mapping[tuple[Any, Any], int]


@dataclass(frozen=True)
class Seriated:
    """The people and the cards in their new order."""

    people: list[Any]
    cards: list[Any]


@dataclass(frozen=True)
class Alike:
    """The pairs of people who placed the most cards alike, or the fewest; ``same`` is of how many cards."""

    same: int
    pairs: list[tuple[Any, Any]]


def seriate(sorts: Mapping[Any, Zones], cards: Sequence[Hashable]) -> Seriated:
    """Order people and cards so that those who are alike stand together.

    The order rests on what was placed, and on nobody's place in a list: only who sorted wholly alike keep the
    order of ``sorts``. It begins at the end that has more inner.
    """
    placed = {who: tuple(zones.get(card, "") for card in cards) for who, zones in sorts.items()}
    alike: dict[tuple[str, ...], list[Any]] = {}
    for who, row in placed.items():
        alike.setdefault(row, []).append(who)
    rows = _ordered({row: row for row in sorted(alike)})
    columns = _ordered({card: tuple(row[n] for row in placed.values()) for n, card in enumerate(cards)})
    return Seriated([who for row in rows for who in alike[row]], columns)


def most_alike(sorts: Mapping[Any, Zones], cards: Sequence[Hashable]) -> Alike:
    """Return who sorted most alike; ValueError where there are not two people."""
    return _extreme(sorts, cards, 1)


def least_alike(sorts: Mapping[Any, Zones], cards: Sequence[Hashable]) -> Alike:
    """Return who sorted least alike; ValueError where there are not two people."""
    return _extreme(sorts, cards, -1)


def _extreme(sorts: Mapping[Any, Zones], cards: Sequence[Hashable], way: int) -> Alike:
    rows = {who: tuple(zones.get(card, "") for card in cards) for who, zones in sorts.items()}
    same = {(a, b): _same(rows[a], rows[b]) for a, b in combinations(rows, 2)}
    if not same:
        raise ValueError("likeness is between two people")
    most = max(same.values(), key=lambda n: way * n)
    return Alike(most, [pair for pair, n in same.items() if n == most])


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(bool(a) and a == b for a, b in zip(one, other, strict=True))


def _ordered(rows: Mapping[Any, Sequence[str]]) -> list[Any]:
    """Put the rows in one by one; the first is the one that is most like all the others."""
    likeness = {(a, b): _same(rows[a], rows[b]) for a in rows for b in rows}
    left = list(rows)
    if not left:
        return []
    first = max(left, key=lambda each: sum(likeness[each, other] for other in left))
    order = [first]
    left.remove(first)
    while left:
        row, at = _best(order, left, likeness)
        order.insert(at, row)
        left.remove(row)
    return order[::-1] if _inner(rows[order[-1]]) > _inner(rows[order[0]]) else order


def _best(order: Sequence[Any], left: Sequence[Any], likeness: Likeness) -> tuple[Any, int]:
    """Return which row gains most, and where it does; of several the first."""
    places = ((row, at) for row in left for at in range(len(order) + 1))
    return max(places, key=lambda place: _gain(order, place[0], place[1], likeness))


def _gain(order: Sequence[Any], row: Any, at: int, likeness: Likeness) -> int:
    before = likeness[order[at - 1], row] if at else 0
    after = likeness[row, order[at]] if at < len(order) else 0
    parted = likeness[order[at - 1], order[at]] if 0 < at < len(order) else 0
    return before + after - parted


def _inner(row: Sequence[str]) -> int:
    return sum(zone == INNER for zone in row)
