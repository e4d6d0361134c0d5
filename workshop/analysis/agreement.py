"""How far people agree about one card, in numbers that stay honest among five."""

from dataclasses import dataclass
from math import comb, sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of shares, from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """`agree` of `total` pairs of people put a card in the same circle."""

    agree: int
    total: int


def wilson(count: int, people: int, level: float = 0.95) -> Interval:
    """Return the Wilson score interval of count out of people; all of 0 to 1 where nobody answered.

    E. B. Wilson (1927), Journal of the American Statistical Association 22, 209-212; no continuity
    correction. ValueError if count is not between 0 and people, or level not between 0 and 1.
    """
    if not 0 <= count <= people:
        raise ValueError(f"{count} is not between 0 and {people}")
    if people == 0:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + level) / 2)
    p, spread = count / people, z * z / people
    middle = (p + spread / 2) / (1 + spread)
    reach = z * sqrt(p * (1 - p) / people + spread / (4 * people)) / (1 + spread)
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def pairs_that_agree(inner: int, outer: int) -> Pairs | None:
    """Count the pairs of people in the same circle, out of all pairs of those who placed the card.

    Who did not place it agrees with nobody and disagrees with nobody. None where fewer than two
    placed it. Raw pairwise agreement, as in J. L. Fleiss (1971), Psychological Bulletin 76, 378-382.
    """
    total = comb(inner + outer, 2)
    return Pairs(comb(inner, 2) + comb(outer, 2), total) if total else None


def split_index(inner: int, outer: int) -> float | None:
    """Return 4p(1-p), p the share inner of those who placed the card: 0 all agree, 1 half and half.

    The variance of a yes/no answer over its largest possible value. None where nobody placed it.
    """
    placed = inner + outer
    return 4 * inner * outer / placed**2 if placed else None
