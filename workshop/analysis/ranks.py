"""One person's sort in numbers: the ranks that group orders and agreement across cards are reckoned from.

Rank 1 matters most. The inner circle comes before the outer one; within a circle the order that the person
gave, and cards without a place after those that have one. Cards that lie level share the mean of the ranks
that they take up together: mid-ranks, as in M. G. Kendall (1945), Biometrika 33, 239-251. What is not placed,
or not answered, has no rank: it is missing, and never last.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from workshop.analysis.sorts import Sort, Sorts, as_zone

Ranks = Mapping[Any, Mapping[Any, float]]  # by person and card


def mid_ranks(sort: Sort, cards: Iterable[Any]) -> dict[Any, float]:
    """Return the mid-rank of each of these cards that somebody placed, among those of them that they placed.

    Ranks run from 1 to the number of cards placed, in halves. Other cards in the sort (a blank card, say) are
    left out. ValueError for a zone that is none.
    """
    level = defaultdict(list)
    for card in cards:
        zone, place = sort.get(card, ("unplaced", None))
        if as_zone(zone) != "unplaced":
            level[zone == "outer", place is None, place or 0].append(card)
    ranks: dict[Any, float] = {}
    for key in sorted(level):
        ranks |= dict.fromkeys(level[key], len(ranks) + (len(level[key]) + 1) / 2)
    return ranks


def ranks_of(sorts: Sorts, cards: Collection[Any]) -> dict[Any, dict[Any, float]]:
    """Return the mid-ranks of everybody who placed at least one of these cards."""
    found = {person: mid_ranks(sort, cards) for person, sort in sorts.items()}
    return {person: ranks for person, ranks in found.items() if ranks}


def complete(ranks: Ranks, cards: Collection[Any]) -> dict[Any, Mapping[Any, float]]:
    """Return the ranks of those who placed every one of these cards: only they can be added up."""
    return {person: own for person, own in ranks.items() if all(card in own for card in cards)}


def rank_sums(ranks: Ranks, cards: Collection[Any]) -> dict[Any, float]:
    """Return the sum of the ranks of each card, from people who placed every one of these cards."""
    return {card: sum(own[card] for own in ranks.values()) for card in cards}


def relative(ranks: Ranks) -> dict[Any, dict[Any, float]]:
    """Return each rank as a part of one's own sort, between 0 and 1: (rank - 1/2) / cards placed.

    So that the middle of a sort of five cards and that of one of six are the same. Where everybody placed the
    same number of cards the order of all values stays as it was.
    """
    return {
        person: {card: (rank - 0.5) / len(own) for card, rank in own.items()} for person, own in ranks.items()
    }
