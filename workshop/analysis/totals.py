"""Agreement on two circles from the totals of each card alone: the totals said all of it before.

The same figures as those of `alpha.py` and `ac1.py`, without their intervals, which follow each person.
"""

from collections.abc import Iterable, Sequence

from workshop.analysis.ac1 import ac1
from workshop.analysis.agreement import Pairs
from workshop.analysis.alpha import Corrected, alpha, corrected
from workshop.analysis.ratings import Counts, pairs_of
from workshop.analysis.refused import Refused
from workshop.analysis.tallies import SortTally


def all_pairs(tallies: Iterable[SortTally]) -> Pairs:
    """Return the pairs of people who chose the same circle, of all who placed a card, all cards together."""
    return pairs_of(_circles(tallies))


def alpha_of_totals(tallies: Sequence[SortTally], people: int, least: int = 2) -> Corrected | Refused:
    """Return Krippendorff's alpha of circles.

    Args:
        tallies: one for each card that was asked about.
        people: how many answered.
        least: refused where fewer than this answered.

    Returns:
        the figure without an interval; refused for ``few_people``, ``no_pairs`` or ``all_alike``.
    """
    counts = _circles(tallies)
    return corrected(alpha(counts, "nominal"), people, pairs_of(counts), least)


def ac1_of_totals(tallies: Sequence[SortTally], people: int, least: int = 2) -> Corrected | Refused:
    """Return Gwet's AC1 of circles; arguments and refusals are those of `alpha_of_totals`."""
    counts = _circles(tallies)
    return corrected(ac1(counts), people, pairs_of(counts), least)


def _circles(tallies: Iterable[SortTally]) -> Counts:
    return [(tally.inner, tally.outer) for tally in tallies]
