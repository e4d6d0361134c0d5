"""What chance alone gives: sums of squares when each person's ranks are dealt out to the cards anew.

Every arrangement is gone through where that is little work; else so many are drawn from a seed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import factorial, prod
from operator import add
from random import Random

Row = Sequence[int]  # one person's ranks, in whole numbers
WORK = 60_000  # sums of two rows: what all arrangements may cost, about a tenth of a second
CELLS = 3_000_000  # ranks that are dealt out: what drawn arrangements may cost, about a third of a second
TIMES = (9_999, 4_999, 1_999, 999, 499)
LEAST_TIMES = 199


def sums_of_squares(rows: Sequence[Row]) -> int:
    """Return the sum over cards of the squared sum of their ranks."""
    return sum(total * total for total in map(sum, zip(*rows, strict=True)))


def every(rows: Sequence[Row], work: int = WORK) -> Counter[int] | None:
    """Count the sums of squares of all arrangements of each row but one; None where that is too much work.

    One row stays as it is, as all that counts is how the others lie to it. What makes the same sums, in
    whatever order of the cards, goes on as one.
    """
    *others, first = sorted(rows, key=ways)
    sums = Counter({tuple(sorted(first)): 1})
    for row in others:
        work -= len(sums) * ways(row)
        if work < 0:
            return None
        turned = list(_arranged(sorted(row)))
        after: Counter[tuple[int, ...]] = Counter()
        for known, times in sums.items():
            for each in turned:
                after[tuple(sorted(map(add, known, each)))] += times
        sums = after
    squares: Counter[int] = Counter()
    for known, times in sums.items():
        squares[sum(total * total for total in known)] += times
    return squares


def some(rows: Sequence[Row], seed: int) -> Counter[int]:
    """Count the sums of squares of `times(rows)` arrangements, the same ones from the same seed.

    In whatever order people and cards are given: each row is dealt out from its ranks in order.
    """
    random = Random(seed).random  # noqa: S311 - it decides nothing that anybody could gain by
    dealt = sorted(sorted(row) for row in rows)
    squares: Counter[int] = Counter()
    for _time in range(times(rows)):
        for row in dealt:
            _shuffle(row, random)
        squares[sums_of_squares(dealt)] += 1
    return squares


def times(rows: Sequence[Row]) -> int:
    """Return how many arrangements are drawn: the fewer people and cards there are, the more."""
    cells = sum(map(len, rows))
    return next((each for each in TIMES if each * cells <= CELLS), LEAST_TIMES)


def ways(row: Row) -> int:
    """Return in how many ways a row can be dealt out that look different: level cards change nothing."""
    return factorial(len(row)) // prod(map(factorial, Counter(row).values()))


def _arranged(row: list[int]) -> Iterator[tuple[int, ...]]:
    if not row:
        yield ()
    for n, each in enumerate(row):
        if each not in row[:n]:
            for rest in _arranged(row[:n] + row[n + 1 :]):
                yield (each, *rest)


def _shuffle(row: list[int], random: Callable[[], float]) -> None:
    """Shuffle in place, by `random()` alone: its numbers stay the same in each version of Python.

    R. Durstenfeld (1964), Communications of the ACM 7, 420.
    """
    for last in range(len(row) - 1, 0, -1):
        at = int(random() * (last + 1))
        row[last], row[at] = row[at], row[last]
