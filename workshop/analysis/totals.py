"""Agreement on two circles from the totals of each card alone: the totals said all of it before.

The same figures as those of `alpha.py` and `ac1.py`, without their intervals, which follow each person.
"""

from collections.abc import Iterable, Sequence
from math import comb

from workshop.analysis.ac1 import ac1
from workshop.analysis.agreement import Pairs
from workshop.analysis.alpha import Corrected, alpha
from workshop.analysis.refused import Refused
from workshop.analysis.tallies import SortTally


def all_pairs(tallies: Iterable[SortTally]) -> Pairs:
    """Return the pairs of people who chose the same circle, of all who placed a card, all cards together."""
    circles = [(tally.inner, tally.outer) for tally in tallies]
    same = sum(comb(inner, 2) + comb(outer, 2) for inner, outer in circles)
    return Pairs(same, sum(comb(inner + outer, 2) for inner, outer in circles))


def alpha_of_totals(tallies: Sequence[SortTally], people: int, least: int = 2) -> Corrected | Refused:
    """Return Krippendorff's alpha of circles.

    Args:
        tallies: one for each card that was asked about.
        people: how many answered.
        least: refused where fewer than this answered.

    Returns:
        the figure without an interval; refused for ``few_people``, ``no_pairs`` or ``all_alike``.
    """
    value = alpha([(tally.inner, tally.outer) for tally in tallies], "nominal")
    return _of_totals(value, tallies, people, least)


def ac1_of_totals(tallies: Sequence[SortTally], people: int, least: int = 2) -> Corrected | Refused:
    """Return Gwet's AC1 of circles; arguments and refusals are those of `alpha_of_totals`."""
    value = ac1([(tally.inner, tally.outer) for tally in tallies])
    return _of_totals(value, tallies, people, least)


def _of_totals(
    value: float | None, tallies: Sequence[SortTally], people: int, least: int
) -> Corrected | Refused:
    pairs = all_pairs(tallies)
    if people < max(least, 2):
        return Refused("few_people")
    if not pairs.total:
        return Refused("no_pairs")
    return Refused("all_alike") if value is None else Corrected(value, None, people, pairs)
