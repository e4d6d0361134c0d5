"""Gwet's AC1: agreement on two circles beyond chance, for when one such number is wanted.

It does not fall to 0 where nearly all agree, as Fleiss' kappa and alpha do. K. L. Gwet (2008), British
Journal of Mathematical and Statistical Psychology 61, 29-48; where some left cards out, as in K. L. Gwet
(2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 2.
"""

from collections.abc import Sequence
from statistics import fmean
from typing import Any

from workshop.analysis.alpha import Corrected, corrected
from workshop.analysis.ratings import Counts, rate, zones_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Sorts


def ac1_of_zones(sorts: Sorts, cards: Sequence[Any], least: int = 2) -> Corrected | Refused:
    """Return AC1 of which circle people put the cards in; what is not placed is missing.

    Args:
        sorts: by person and card, its zone and place.
        cards: those that were asked about.
        least: refused where fewer people than this placed a card or more.

    Returns:
        the figure, at most 1; refused for ``few_people`` or ``no_pairs`` (no card was placed by two people).
    """
    ratings = rate(zones_of(sorts, cards), cards, ("inner", "outer"))
    value, without = ac1(ratings.counts), ratings.without_each(ac1)
    return corrected(value, ratings.people, ratings.pairs, least, without)


def ac1(counts: Counts) -> float | None:
    """Return AC1 of what is counted for each card; None where no card was given a value by two people.

    Agreement is the mean over cards of the share of pairs that agree. Chance is what Gwet takes for it: the
    sum of p(1 - p) over the values, divided by one less than there are values; p is the mean over cards of
    the share of people who gave that value. Each card counts as one, however many people placed it.
    """
    placed = [(card, sum(card)) for card in counts if any(card)]
    agreed = [
        sum(n * (n - 1) for n in card) / (people * (people - 1)) for card, people in placed if people > 1
    ]
    if not agreed:
        return None
    shares = [[n / people for n in card] for card, people in placed]
    means = [fmean(share) for share in zip(*shares, strict=True)]
    chance = sum(p * (1 - p) for p in means) / (len(means) - 1)
    return (fmean(agreed) - chance) / (1 - chance)
