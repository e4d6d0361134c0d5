"""The group's order of the cards by three methods: what only one of them gives is a finding of the method.

All three are reckoned from the same people: those who placed every card. Else two orders could differ because
of who is in them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from workshop.analysis.ranks import Ranks, complete, rank_sums, ranks_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Sorts


@dataclass(frozen=True, slots=True)
class Standing:
    """A card in an order: its value by the method, and its rank; ties share the better one (1, 2, 2, 4)."""

    card: Any
    value: float
    rank: int
    tied: bool


Order = tuple[Standing, ...]  # best first; ties in the cards' own order


@dataclass(frozen=True, slots=True)
class Orders:
    """The cards in order by each method, from the `people` of `sorted_by` who placed every card.

    The values: of ``ranks`` the mean mid-rank (1 is best), of ``inner`` the share of people, of ``copeland``
    how many other cards a card goes before, where level counts a half.
    """

    people: int
    sorted_by: int
    ranks: Order
    inner: Order
    copeland: Order

    @property
    def differ(self) -> bool:
        """Whether the order depends on the method: two of them put two cards opposite ways round.

        A tie contradicts nothing: with five people the share inner alone has only six values.
        """
        return any(contradict(*two) for two in combinations((self.ranks, self.inner, self.copeland), 2))


def orders(sorts: Sorts, cards: Sequence[Any], least: int = 2) -> Orders | Refused:
    """Return the group's order of the cards by mean mid-rank, by share inner and by Copeland's method.

    Args:
        sorts: by person and card, its zone and place; who placed not one of the cards is not counted.
        cards: those that are ordered.
        least: where fewer people than this placed every card, the order is refused: that of one is theirs.

    Returns:
        the orders; refused for ``few_cards`` (fewer than two) or ``few_people``.
    """
    if len(cards) < 2:
        return Refused("few_cards")
    found = ranks_of(sorts, cards)
    ranks = complete(found, cards)
    if len(ranks) < max(least, 1):
        return Refused("few_people")
    inner = {card: sum(sorts[person][card][0] == "inner" for person in ranks) for card in cards}
    return Orders(
        len(ranks),
        len(found),
        by_mean_rank(ranks, cards),
        _in_order({card: count / len(ranks) for card, count in inner.items()}, sign=-1),
        by_copeland(ranks, cards),
    )


def by_mean_rank(ranks: Ranks, cards: Sequence[Any]) -> Order:
    """Order the cards by their mean mid-rank, least first; equal means are ties.

    J.-C. de Borda (1784), Histoire de l'Académie Royale des Sciences for 1781, 657-665; the sum of ranks by
    which the James Lind Alliance's partnerships set priorities. ``ranks`` has every card for each person, and
    at least one person.
    """
    sums = rank_sums(ranks, cards)
    return _in_order({card: total / len(ranks) for card, total in sums.items()})


def by_copeland(ranks: Ranks, cards: Sequence[Any]) -> Order:
    """Order the cards by how many others each goes before in more people's sorts than behind; level is half.

    A. H. Copeland (1951), "A reasonable social welfare function", University of Michigan; D. G. Saari and
    V. R. Merlin (1996), Economic Theory 8, 51-76. People for whom two cards are level say nothing of the two.
    """
    columns = {card: [own[card] for own in ranks.values()] for card in cards}
    score = dict.fromkeys(cards, 0.0)
    for one, other in combinations(cards, 2):
        both = list(zip(columns[one], columns[other], strict=True))
        lead = sum(a < b for a, b in both) - sum(a > b for a, b in both)
        score[one] += 1.0 if lead > 0 else 0.5 if lead == 0 else 0.0
        score[other] += 1.0 if lead < 0 else 0.5 if lead == 0 else 0.0
    return _in_order(score, sign=-1)


def contradict(one: Order, other: Order) -> bool:
    """Whether two orders of the same cards put two of them opposite ways round."""
    rank = {standing.card: standing.rank for standing in other}
    return any(a.rank < b.rank and rank[a.card] > rank[b.card] for a, b in combinations(one, 2))


def _in_order(values: Mapping[Any, float], sign: int = 1) -> Order:
    """Rank the least value first, or with sign -1 the greatest."""
    every = list(values.values())
    found = [
        Standing(card, value, 1 + sum(sign * each < sign * value for each in every), every.count(value) > 1)
        for card, value in values.items()
    ]
    return tuple(sorted(found, key=lambda standing: standing.rank))
