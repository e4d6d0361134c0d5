"""What people said of each card, counted by value, with anybody left out: of this alpha and AC1 are made."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any

from workshop.analysis.agreement import Pairs
from workshop.analysis.sorts import Sorts, as_zone

Values = Mapping[Any, Mapping[Any, Any]]  # by person and card; a card that is not there is missing
Counts = Sequence[Sequence[int]]  # for each card how many people gave it each value, the values in order


@dataclass(frozen=True, slots=True)
class Ratings:
    """For each card how many people gave it each value; for each person which card got which, by index."""

    counts: list[list[int]]
    rows: list[tuple[tuple[int, int], ...]]

    @property
    def people(self) -> int:
        """How many people gave a value to a card or more."""
        return len(self.rows)

    @property
    def pairs(self) -> Pairs:
        """Of all pairs of people who gave a card a value, how many gave the same (`pairs_of`)."""
        return pairs_of(self.counts)

    def without_each(self, figure: Callable[[Counts], float | None]) -> list[float | None]:
        """Return a figure of the counts without each person in turn. It is reckoned once for equal people."""
        known = {row: figure(self._without(row)) for row in set(self.rows)}
        return [known[row] for row in self.rows]

    def _without(self, row: Iterable[tuple[int, int]]) -> Counts:
        counts = [[*card] for card in self.counts]
        for card, value in row:
            counts[card][value] -= 1
        return counts


def pairs_of(counts: Counts) -> Pairs:
    """Return of all pairs of people who gave a card a value how many gave the same: all cards together."""
    same = sum(comb(n, 2) for card in counts for n in card)
    return Pairs(same, sum(comb(sum(card), 2) for card in counts))


def rate(values: Values, cards: Sequence[Any], scale: Iterable[Any] = ()) -> Ratings:
    """Count the values that people gave these cards; who gave none is not counted.

    Args:
        values: by person and card; values of other cards are left out.
        cards: those that are counted.
        scale: the values there are, in order; those that people gave if it is empty.
    """
    given = {person: {card: own[card] for card in cards if card in own} for person, own in values.items()}
    order = list(scale) or sorted({value for own in given.values() for value in own.values()})
    at, column = {value: n for n, value in enumerate(order)}, {card: n for n, card in enumerate(cards)}
    rows = [tuple((column[card], at[value]) for card, value in own.items()) for own in given.values() if own]
    counts = [[0] * len(order) for _card in cards]
    for row in rows:
        for card, value in row:
            counts[card][value] += 1
    return Ratings(counts, rows)


def same_way(ranks: Values, cards: Sequence[Any]) -> Pairs:
    """Return how often two people put two cards the same way round: raw agreement about order.

    Args:
        ranks: by person and card, its rank in that person's own sort.
        cards: each two of them are compared by who ranked both; level with one another is a way too.
    """
    counts = []
    for one, other in combinations(cards, 2):
        both = [own for own in ranks.values() if one in own and other in own]
        ways = Counter((own[one] > own[other]) - (own[one] < own[other]) for own in both)
        counts.append([*ways.values()])
    return pairs_of(counts)


def zones_of(sorts: Sorts, cards: Collection[Any]) -> dict[Any, dict[Any, str]]:
    """Return in which circle each person put each of these cards; what is not placed is missing.

    ValueError for a zone that is none.
    """
    return {
        person: {
            card: sort[card][0] for card in cards if card in sort and as_zone(sort[card][0]) != "unplaced"
        }
        for person, sort in sorts.items()
    }
