"""Beside each comparison of two sorts: how far the group's orders agree, and who moved how many cards.

The orders are those of the totals, which everybody has. Single people's moves are for facilitators alone,
where names are open, and of those alone whose single answers an export holds.
"""

from dataclasses import replace

from workshop.analysis.refused import Refused
from workshop.analysis.shift import Shift
from workshop.analysis.shifts import own_shifts
from workshop.analysis.sorts import Sorts
from workshop.analysis.tau import Tau, tau_b

from .agreed_to import Agreed
from .audiences import may_see_whole_sorts
from .counting import SortResult
from .lineage import lineage_of
from .matrices import single_answers
from .moved import Moved
from .outcomes import sorts_in
from .people import Seat
from .results import Results
from .reuse import agreed_for
from .rounds import Round
from .shifts import Comparison
from .sorting import cards_asked
from .workshops import Workshop


def with_movements(results: Results, workshop: Workshop, audience: str) -> Results:
    """Add to each comparison what its totals say of the order, and of each person what may be seen."""
    if not results.comparisons:
        return results
    sorts = sorts_in(results.outcomes)
    whole = may_see_whole_sorts(workshop, audience)
    agreed = agreed_for(workshop, reuse=False) if whole else None
    return replace(results, comparisons=[_moved(each, sorts, agreed) for each in results.comparisons])


def _moved(compared: Comparison, sorts: dict[int, SortResult], agreed: Agreed | None) -> Comparison:
    tau = order_between(sorts[compared.before.number], sorts[compared.after.number])
    people = _people(compared, agreed) if agreed else []
    return replace(compared, moved=Moved(tau, people))


def order_between(before: SortResult, after: SortResult) -> Tau | Refused:
    """Return how far the order of two sorts, by how many placed each card inner, goes the same way."""
    return tau_b(_shares(before), _shares(after))


def _shares(sort: SortResult) -> dict[str, float]:
    return {card.key: tally.inner / sort.people for card, tally in sort.rows} if sort.people else {}


def _people(compared: Comparison, agreed: Agreed) -> list[tuple[str, Shift]]:
    asked = {each.card.pk for each in cards_asked(compared.before)}
    cards = [each.card.pk for each in cards_asked(compared.after)]
    lineage = lineage_of(compared.after.workshop)
    origins = {pk: lineage.origins(pk) for pk in cards if pk not in asked}
    was, now = (_sorts(each, agreed) for each in (compared.before, compared.after))
    found = own_shifts(was, now, cards, origins)
    seats = Seat.objects.filter(pk__in=found).select_related("person")
    in_order = sorted(seats, key=lambda seat: (len(seat.pseudonym), seat.pseudonym))  # P2 before P10
    return [(seat.name, found[seat.pk]) for seat in in_order]


def _sorts(round: Round, agreed: Agreed) -> Sorts:
    found: dict[int, dict[int, tuple[str, int | None]]] = {}
    for seat, card, _uid, zone in single_answers(round, agreed):
        found.setdefault(seat, {})[card] = (zone, None)
    return found
