"""Krippendorff's alpha: agreement beyond chance, where people may have left cards out, beside the raw count.

K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania; A. F. Hayes
and K. Krippendorff (2007), Communication Methods and Measures 1, 77-89. 1 is full agreement, 0 is what chance
gives. Where nearly all say the same it falls to 0: of 30 placements 29 alike give 0.000.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import mul
from typing import Any, Literal

from workshop.analysis.agreement import Interval, Pairs
from workshop.analysis.jackknife import jackknife
from workshop.analysis.ranks import ranks_of, relative
from workshop.analysis.ratings import Counts, Ratings, rate, same_way, zones_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Sorts

Level = Literal["nominal", "ordinal"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure of agreement beyond chance, and the raw agreement, beside which alone it may be shown.

    ``interval``, of 95 %, leaves each of the ``people`` out in turn; None where it all rests on one of them.
    ``pairs``: of all pairs of people who placed a card, how many put it in the same circle, over all cards;
    beside a figure of order, `ratings.same_way`.
    """

    value: float
    interval: Interval | None
    people: int
    pairs: Pairs


def alpha_of_zones(sorts: Sorts, cards: Sequence[Any], least: int = 2) -> Corrected | Refused:
    """Return alpha of the circle that people put cards in; of two circles nominal and ordinal are the same.

    Args:
        sorts: by person and card, its zone and place; what is not placed is missing.
        cards: those that were asked about.
        least: refused where fewer people than this placed a card or more.

    Returns:
        the figure; refused for ``few_people``, ``no_pairs`` (no card was placed by two people) or
        ``all_alike`` (all placements are the same, so that chance has no share to take out).
    """
    ratings = rate(zones_of(sorts, cards), cards, ("inner", "outer"))
    return _with_interval(ratings, ratings.pairs, "nominal", least)


def alpha_of_ranks(sorts: Sorts, cards: Sequence[Any], least: int = 2) -> Corrected | Refused:
    """Return ordinal alpha of the order that people put the cards in, by mid-ranks within one's own sort.

    Whoever left cards out counts with the others that they placed. Arguments and refusals are those of
    `alpha_of_zones`; ``all_alike`` is where no two cards were ever put in an order.
    """
    ranks = ranks_of(sorts, cards)
    placed = rate(zones_of(sorts, cards), cards).pairs
    found = _with_interval(rate(relative(ranks), cards), placed, "ordinal", least)
    return replace(found, pairs=same_way(ranks, cards)) if isinstance(found, Corrected) else found


def alpha(counts: Counts, level: Level) -> float | None:
    """Return Krippendorff's alpha of what is counted for each card; None where all that has a pair is alike.

    A card that fewer than two people gave a value is left out. No pair is gone through: on the ordinal level
    two values are as far apart as the middles of their ranks among all.
    """
    cards = [card for card in counts if sum(card) > 1]
    among_all = [sum(value) for value in zip(*cards, strict=True)]
    middles = [2 * upto - n for upto, n in zip(accumulate(among_all), among_all, strict=True)]
    expected = _apart(among_all, middles, level)
    if not expected:
        return None
    found = sum(_apart(card, middles, level) / (sum(card) - 1) for card in cards)
    return 1 - found * (sum(among_all) - 1) / expected


def _apart(counts: Sequence[int], middles: Sequence[int], level: Level) -> int:
    """Return the sum of squared distances of all pairs of values, each pair both ways round."""
    people = sum(counts)
    if level == "nominal":
        return people * people - sum(map(mul, counts, counts))
    weighted = [*map(mul, counts, middles)]
    return 2 * (people * sum(map(mul, weighted, middles)) - sum(weighted) ** 2)


def corrected(
    value: float | None, people: int, pairs: Pairs, least: int, without: Sequence[float | None] = ()
) -> Corrected | Refused:
    """Return a figure beside the raw agreement, or why it is refused, in the order of `alpha_of_zones`.

    Args:
        without: the figure without each person in turn, for the interval; none where it is not known.
    """
    if people < max(least, 2):
        return Refused("few_people")
    if not pairs.total:
        return Refused("no_pairs")
    return (
        Refused("all_alike") if value is None else Corrected(value, jackknife(value, without), people, pairs)
    )


def _with_interval(ratings: Ratings, pairs: Pairs, level: Level, least: int) -> Corrected | Refused:
    without = ratings.without_each(lambda counts: alpha(counts, level))
    return corrected(alpha(ratings.counts, level), ratings.people, pairs, least, without)
