"""How far people agree in a revealed sort, and in what order; and which figures are refused, and why.

Where names are hidden there are only figures that the totals on the same page give by themselves. All else
rests on each person's whole sort, and would tell more of single people than the totals do.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock

from workshop.analysis.ac1 import ac1_of_zones
from workshop.analysis.agreement import Pairs, pairs_that_agree, split_index
from workshop.analysis.alpha import Corrected, alpha_of_ranks, alpha_of_zones
from workshop.analysis.concordance import Concordance, concordance
from workshop.analysis.leaving_out import LeavingOut, leave_each_out
from workshop.analysis.orders import Orders, orders
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Spot
from workshop.analysis.tallies import Ranked, SortTally, in_order
from workshop.analysis.totals import ac1_of_totals, all_pairs, alpha_of_totals

from .audiences import least_counted, may_see_people_rows, require_revealed
from .counting import Face, SortResult, counted_marks
from .rounds import Round

KEPT = 64
HIDDEN = Refused("names_hidden")
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Reckoned:
    """The figures across all cards; each may be refused."""

    alpha: Corrected | Refused
    ac1: Corrected | Refused
    alpha_of_order: Corrected | Refused = HIDDEN
    concordance: Concordance | Refused = HIDDEN
    orders: Orders | Refused = HIDDEN
    leaving_out: LeavingOut | Refused = HIDDEN


@dataclass(frozen=True)
class CardAgreement:
    """How far people agree about one card; ``pairs`` and ``split`` are None where too few placed it."""

    card: Face
    tally: SortTally
    pairs: Pairs | None
    split: float | None


@dataclass(frozen=True)
class Figures:
    """What one revealed sort says of agreement and order, by the ``people`` whose answers are counted.

    ``cards`` begin with those that split the group most. ``inner`` is the order by how many placed a card
    inner. The figures of ``reckoned`` know cards by their key. ``whole`` says whether whole sorts may count.
    """

    people: int
    pairs: Pairs
    cards: list[CardAgreement]
    inner: list[tuple[Face, Ranked]]
    reckoned: Reckoned
    whole: bool

    @property
    def faces(self) -> dict[Hashable, Face]:
        """The cards by their key."""
        return {each.card.key: each.card for each in self.cards}


def figures_of(round: Round, sort: SortResult) -> Figures | None:
    """Return the figures of a revealed sort; None where fewer than two answered.

    They count whom the totals of ``sort`` count. Those that rest on whole sorts take one query, and are kept
    by the process until the totals change, as nothing else of a revealed round can.

    Raises:
        ValueError: the round is not revealed.
    """
    require_revealed(round)
    if sort.people < 2:
        return None
    whole, tallies = may_see_people_rows(round.workshop), [tally for _card, tally in sort.rows]
    return Figures(
        sort.people,
        all_pairs(tallies),
        sorted((_agreement(*row) for row in sort.rows), key=lambda each: -(each.split or 0)),
        _by_inner(sort),
        _of_whole_sorts(round, sort) if whole else _of_totals(round, tallies, sort.people),
        whole,
    )


def _agreement(card: Face, tally: SortTally) -> CardAgreement:
    inner, outer = tally.inner, tally.outer
    return CardAgreement(card, tally, pairs_that_agree(inner, outer), split_index(inner, outer))


def _by_inner(sort: SortResult) -> list[tuple[Face, Ranked]]:
    faces = {card.key: card for card, _tally in sort.rows}
    return [(faces[str(each.card)], each) for each in in_order({card.key: t.inner for card, t in sort.rows})]


def _of_totals(round: Round, tallies: list[SortTally], people: int) -> Reckoned:
    least = least_counted(round.workshop)
    return Reckoned(alpha_of_totals(tallies, people, least), ac1_of_totals(tallies, people, least))


def _of_whole_sorts(round: Round, sort: SortResult) -> Reckoned:
    state = tuple((card.key, tally) for card, tally in sort.rows)
    with _ONE_AT_A_TIME:  # a thousand people ask at the same moment, just after the reveal
        return _reckoned(round.pk, round.revealed_at, state)


@lru_cache(maxsize=KEPT)
def _reckoned(round: int, _revealed: datetime | None, state: tuple[tuple[str, SortTally], ...]) -> Reckoned:
    """Reckon the figures of a round. What follows its key tells it from itself in another backup."""
    cards = [card for card, _tally in state]
    marks = counted_marks(round).filter(card__uid__in=cards)
    sorts: dict[int, dict[str, Spot]] = {}
    for ballot, card, zone, place in marks.values_list("ballot_id", "card__uid", "zone", "place"):
        sorts.setdefault(ballot, {})[str(card)] = (zone, place)
    return Reckoned(
        alpha_of_zones(sorts, cards),
        ac1_of_zones(sorts, cards),
        alpha_of_ranks(sorts, cards),
        concordance(sorts, cards),
        orders(sorts, cards),
        leave_each_out(sorts, cards, tell="cards"),
    )
