"""How far a figure rests on who happened to be there: the jackknife, which leaves each person out in turn."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, fsum, pi, sin, sqrt
from statistics import fmean

from workshop.analysis.agreement import Interval


def jackknife(whole: float, without: Sequence[float | None], level: float = 0.95) -> Interval | None:
    """Return the interval of a figure of agreement, which is never above 1.

    The figure, give or take its standard error by the jackknife times Student's t of one degree of freedom
    less than there are people: M. H. Quenouille (1956), Biometrika 43, 353-360; J. W. Tukey (1958), Annals of
    Mathematical Statistics 29, 614. It is rough below ten people.

    Args:
        whole: the figure of all.
        without: the figure without each person in turn, in any order; None where there is none.
        level: between 0 and 1.

    Returns:
        None where leaving somebody out leaves no figure, as it then rests on one voice; and below three.
    """
    people, known = len(without), [each for each in without if each is not None]
    if people < 3 or len(known) < people:
        return None
    mean = fmean(known)
    squares = fsum((each - mean) ** 2 for each in known)  # the same to the last digit in any order
    error = sqrt((people - 1) / people * squares)
    reach = error * student(level, people - 1)
    return Interval(whole - reach, min(1.0, whole + reach))


@lru_cache(maxsize=64)
def student(level: float, freedom: int) -> float:
    """Return the t within which, either way, Student's distribution has this part of its chance.

    Found by halving. ValueError unless level is between 0 and 1 and freedom at least 1.
    """
    if not 0 < level < 1 or freedom < 1:
        raise ValueError(f"no t of {level} with {freedom} degrees of freedom")
    low, high = 0.0, pi / 2
    for _time in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < level else (low, middle)
    return sqrt(freedom) * sin(low) / cos(low)


def _within(angle: float, freedom: int) -> float:
    """Return the chance that |t| is at most the root of freedom times the tangent of an angle.

    M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = term if freedom > 1 else 0.0
    for k in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (k - 1) / k
        total += term
    if odd:
        return (angle + sin(angle) * total) * 2 / pi
    return sin(angle) * total
