"""How far two orders of the same cards go the same way."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Any

from workshop.analysis.refused import Refused

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Tau:
    """Kendall's tau-b over the cards of both orders: 1 the same way, 0 neither, -1 the other way round."""

    value: float
    cards: int


def tau_b(one: Mapping[Any, float], other: Mapping[Any, float]) -> Tau | Refused:
    """Return Kendall's tau-b of two orders, each a number by card: a rank, a mean rank or a share.

    Pairs of cards that go the same way less those that go opposite ways, over the root of the pairs that are
    not level in the one times those that are not in the other. M. G. Kendall (1945), Biometrika 33, 239-251.
    It has no p, as the cards are no sample. A card of one order alone, say one made by a merge, is left out.

    Returns:
        the figure; refused for ``few_cards`` (fewer than three in both: of two it is 1 or -1) or ``level``.
    """
    cards = [card for card in one if card in other]
    if len(cards) < FEWEST:
        return Refused("few_cards")
    pairs = [(_way(one[a], one[b]), _way(other[a], other[b])) for a, b in combinations(cards, 2)]
    apart = sum(bool(x) for x, _y in pairs) * sum(bool(y) for _x, y in pairs)
    return Tau(sum(x * y for x, y in pairs) / sqrt(apart), len(cards)) if apart else Refused("level")


def _way(a: float, b: float) -> int:
    return (a > b) - (a < b)
