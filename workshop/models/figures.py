"""How far people agree in a revealed sort, and in what order; and which figures are refused, and why.

Some rest on the totals on the same page, which say them by themselves. All else rests on each person's whole
sort, and would tell more of single people than the totals do: of two sorts, each person could reckon the
other's. So these need three whole sorts, and reach whom `audiences.may_see_whole_sorts` lets see them.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from workshop.analysis.ac1 import ac1_of_zones
from workshop.analysis.agreement import Pairs, pairs_that_agree, split_index
from workshop.analysis.alpha import Corrected, alpha_of_ranks, alpha_of_zones
from workshop.analysis.concordance import Concordance, concordance
from workshop.analysis.leaving_out import LeavingOut, leave_each_out
from workshop.analysis.orders import Orders, orders
from workshop.analysis.ranks import complete, ranks_of
from workshop.analysis.refused import Refused
from workshop.analysis.sorts import Spot
from workshop.analysis.tallies import Ranked, SortTally, in_order
from workshop.analysis.totals import ac1_of_totals, all_pairs, alpha_of_totals

from .audiences import LEAST, least_counted, may_see_people_rows, may_see_whole_sorts, require_revealed
from .counting import Face, SortResult, counted_marks
from .rounds import Round

State = tuple[tuple[str, SortTally], ...]  # each card and its totals
Key = tuple[int, datetime | None, State]  # a round, and what tells it from itself in another backup
KEPT = 64
KNOWN: dict[Key, "Reckoned | Refused"] = {}
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Reckoned:
    """The figures across all cards; each may be refused."""

    alpha: Corrected | Refused
    ac1: Corrected | Refused
    alpha_of_order: Corrected | Refused
    concordance: Concordance | Refused
    orders: Orders | Refused
    leaving_out: LeavingOut | Refused


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
    inner. The figures of ``reckoned`` know cards by their key. ``withheld`` says why no whole sort counts in
    them; it is None where whole sorts do.
    """

    people: int
    pairs: Pairs
    cards: list[CardAgreement]
    inner: list[tuple[Face, Ranked]]
    reckoned: Reckoned
    withheld: Refused | None

    @property
    def whole(self) -> bool:
        """Whether the figures rest on whole sorts too."""
        return self.withheld is None

    @property
    def faces(self) -> dict[Hashable, Face]:
        """The cards by their key."""
        return {each.card.key: each.card for each in self.cards}


def figures_of(round: Round, sort: SortResult, audience: str) -> Figures | None:
    """Return the figures of a revealed sort that an audience may see; None where fewer than two answered.

    They count whom the totals of ``sort`` count. Those that rest on whole sorts take one query, and are kept
    by the process until the totals change, as nothing else of a revealed round can.

    Raises:
        ValueError: the round is not revealed.
    """
    require_revealed(round)
    if sort.people < 2:
        return None
    found = _withheld(round, audience) or _of_whole_sorts(round, sort)
    withheld = found if isinstance(found, Refused) else None
    return Figures(
        sort.people,
        all_pairs(tally for _card, tally in sort.rows),
        sorted((_agreement(*row) for row in sort.rows), key=lambda each: -(each.split or 0)),
        _by_inner(sort),
        _of_totals(round, sort, found) if isinstance(found, Refused) else found,
        withheld,
    )


def _withheld(round: Round, audience: str) -> Refused | None:
    if may_see_whole_sorts(round.workshop, audience):
        return None
    return Refused("whole_sorts" if may_see_people_rows(round.workshop) else "names_hidden")


def _agreement(card: Face, tally: SortTally) -> CardAgreement:
    inner, outer = tally.inner, tally.outer
    return CardAgreement(card, tally, pairs_that_agree(inner, outer), split_index(inner, outer))


def _by_inner(sort: SortResult) -> list[tuple[Face, Ranked]]:
    faces = {card.key: card for card, _tally in sort.rows}
    return [(faces[str(each.card)], each) for each in in_order({card.key: t.inner for card, t in sort.rows})]


def _of_totals(round: Round, sort: SortResult, why: Refused) -> Reckoned:
    tallies, least = [tally for _card, tally in sort.rows], least_counted(round.workshop)
    alpha, ac1 = (each(tallies, sort.people, least) for each in (alpha_of_totals, ac1_of_totals))
    return Reckoned(alpha, ac1, why, why, why, why)


def _of_whole_sorts(round: Round, sort: SortResult) -> Reckoned | Refused:
    key = round.pk, round.revealed_at, tuple((card.key, tally) for card, tally in sort.rows)
    if known := KNOWN.get(key):
        return known  # and waits for nobody: another round may be reckoned just now
    with _ONE_AT_A_TIME:  # several ask at the same moment, just after the reveal
        found = KNOWN.get(key) or _reckoned(round.pk, [card.key for card, _tally in sort.rows])
        KNOWN[key] = found
        for oldest in list(KNOWN)[:-KEPT]:
            del KNOWN[oldest]
    return found


def _reckoned(round: int, cards: list[str]) -> Reckoned | Refused:
    """Reckon what rests on whole sorts; refused for ``few_sorts`` where fewer than three are complete."""
    marks = counted_marks(round).filter(card__uid__in=cards)
    sorts: dict[int, dict[str, Spot]] = {}
    for ballot, card, zone, place in marks.values_list("ballot_id", "card__uid", "zone", "place"):
        sorts.setdefault(ballot, {})[str(card)] = (zone, place)
    if len(complete(ranks_of(sorts, cards), cards)) < LEAST:
        return Refused("few_sorts")
    return Reckoned(
        alpha_of_zones(sorts, cards),
        ac1_of_zones(sorts, cards),
        alpha_of_ranks(sorts, cards),
        concordance(sorts, cards),
        orders(sorts, cards),
        leave_each_out(sorts, cards, tell="cards"),
    )
