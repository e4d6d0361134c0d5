"""In which order cards are discussed: by nominations, by split, or by hand; and the sentence that says so."""

from django.utils.translation import gettext as _

from workshop.analysis.agreement import split_index

from .counting import sort_result
from .refusals import Closed
from .rounds import Round
from .workshops import Workshop

Order = Workshop.Order


def revealed_polls(workshop: Workshop) -> list[Round]:
    """Return the polls whose result may be seen, the oldest first."""
    return [each for each in workshop.rounds_in_order() if each.kind == Round.Kind.POLL and each.is_revealed]


def revealed_poll(workshop: Workshop) -> Round | None:
    """Return the newest poll whose result may be seen."""
    polls = revealed_polls(workshop)
    return polls[-1] if polls else None


def orders_agenda(round: Round) -> bool:
    """Whether the discussions are in the order of this round: the newest revealed poll, none other chosen."""
    workshop = round.workshop
    return workshop.ordered_by in (Order.POLL, Order.NOMINATIONS) and round == revealed_poll(workshop)


def revealed_sort(workshop: Workshop) -> Round | None:
    """Return the pack's card sort if its result may be seen, else the newest sort whose result may be."""
    sorts = revealed_sorts(workshop)
    return next((each for each in sorts if each.is_pack), sorts[-1] if sorts else None)


def revealed_sorts(workshop: Workshop) -> list[Round]:
    """Return the card sorts whose result may be seen, by number."""
    return [each for each in workshop.rounds_in_order() if each.kind == Round.Kind.SORT and each.is_revealed]


def most_divided(workshop: Workshop) -> list[str]:
    """Return the uids of the cards of a revealed sort, most divided first, ties in the cards' own order.

    How divided: `analysis.agreement.split_index`, 1 where half of those who placed a card put it in the inner
    and half in the outer circle, 0 where all agree. A card that nobody placed is not among them.

    Raises:
        Closed: no card sort is revealed; before that nothing may follow from what people placed.
    """
    round = revealed_sort(workshop)
    if round is None:
        raise Closed(_("No card sort is revealed yet. Reveal one at the results, then order by it."))
    split = {face.key: split_index(tally.inner, tally.outer) for face, tally in sort_result(round).rows}
    placed = {key: share for key, share in split.items() if share is not None}
    return sorted(placed, key=lambda key: -placed[key])


def order_sentence(workshop: Workshop) -> str:
    """Return in one sentence what order the discussions are in; empty before anything has ordered them."""
    if workshop.ordered_by == Order.SPLIT:
        return _("Most divided in the card sort first; cards that nobody placed come last.")
    if workshop.ordered_by == Order.HAND:
        return _("In an order that was chosen by hand.")
    if revealed_poll(workshop):
        return _("In the order of the poll; ties keep the order of the cards.")
    return ""
