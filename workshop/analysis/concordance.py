"""Whether people put the cards in the same order: Kendall's W, never without what chance alone would give."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from workshop.analysis.arrangements import Row, every, some, sums_of_squares
from workshop.analysis.ranks import complete, ranks_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Sorts

SEED = 1


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W of so many people and cards: 0 where all orders cancel out, 1 where they are the same.

    ``p`` is the share of arrangements, dealt out by chance, in which W is as high or higher; it is never 0.
    ``often`` is the W that chance passes at most once in 20 times. ``arrangements`` is how many there are,
    or, with a ``seed``, how many were drawn from it.
    """

    w: float
    people: int
    cards: int
    p: float
    often: float
    arrangements: int
    seed: int | None

    @property
    def chance(self) -> float:
        """What W is on average by chance alone, ties or not: 1 in the number of people."""
        return 1 / self.people

    @property
    def is_exact(self) -> bool:
        """Whether ``p`` and ``often`` come from every arrangement there is."""
        return self.seed is None


def concordance(
    sorts: Sorts, cards: Sequence[Any], seed: int = SEED, least: int = 2
) -> Concordance | Refused:
    """Return how far people put the same cards in the same order.

    W is corrected for ties: M. G. Kendall and B. Babington Smith (1939), Annals of Mathematical Statistics
    10, 275-287; M. G. Kendall (1948), Rank Correlation Methods, chapter 6. Its p, of the hypothesis that each
    person's ranks fell to the cards by chance, is exact where all arrangements are few enough to go through.
    Else it is (b + 1) / (n + 1), where W is as high in b of n arrangements that were drawn: B. Phipson and G.
    K. Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39.

    Args:
        sorts: by person and card, its zone and place; who placed not one of the cards is not counted.
        cards: those that were asked about.
        seed: of the arrangements that are drawn.
        least: refused where fewer people than this placed the cards.

    Returns:
        the result; refused for ``few_cards`` (fewer than two), ``few_people`` (fewer than ``least``),
        ``cards_differ`` (somebody placed only some of them) or ``no_order`` (all left all cards level).
    """
    if len(cards) < 2:
        return Refused("few_cards")
    ranks = ranks_of(sorts, cards)
    if len(ranks) < max(least, 2):
        return Refused("few_people")
    if len(complete(ranks, cards)) < len(ranks):
        return Refused("cards_differ")
    if all(len({*own.values()}) == 1 for own in ranks.values()):
        return Refused("no_order")
    rows = [[int(2 * own[card]) for card in cards] for own in ranks.values()]
    return _result(rows, seed)


def kendalls_w(rows: Sequence[Row], squares: int) -> float:
    """Return W of rows of ranks, each one person's, whose card sums have this sum of squares.

    All ranks may be doubled, so that they are whole. ZeroDivisionError if in each row all cards are level.
    """
    own = sum(rank * rank for row in rows for rank in row)
    level = sum(map(sum, rows)) ** 2 / len(rows[0])  # the squares if all cards had the same sum
    return (squares - level) / (len(rows) * own - level)


def _result(rows: Sequence[Row], seed: int) -> Concordance:
    squares, found = sums_of_squares(rows), every(rows)
    drawn = found is None
    found = some(rows, seed) if found is None else found
    total = found.total()
    as_high = sum(n for each, n in found.items() if each >= squares)
    return Concordance(
        w=kendalls_w(rows, squares),
        people=len(rows),
        cards=len(rows[0]),
        p=(as_high + drawn) / (total + drawn),
        often=kendalls_w(rows, _passed_once_in_twenty(found)),
        arrangements=total,
        seed=seed if drawn else None,
    )


def _passed_once_in_twenty(found: Counter[int]) -> int:
    """Return the least value that at most a twentieth of all lie above."""
    left = ceil(found.total() * 19 / 20)
    for value in sorted(found):
        left -= found[value]
        if left <= 0:
            break
    return value
