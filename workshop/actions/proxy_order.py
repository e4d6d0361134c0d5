"""The order within a circle, as somebody without a device has it on paper and a facilitator enters it."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Ballot, Card, Invalid, Mark, Round, Seat, Stale
from workshop.models.placing import Placing
from workshop.models.proxy import is_hidden_mark

from .kit import note
from .proxy import answered_elsewhere
from .proxy_rights import require_proxy_now
from .rounds import locked_round
from .sort import settle

Orders = Mapping[str, Sequence[Card]]  # by circle, from first to last; no cards: all of them are equal


def order_for(by: Seat, seat: Seat, round: Round, orders: Orders) -> bool:
    """Enter in which order the cards of circles lie. Twice changes nothing.

    An order says where all cards of its circle are. So it is entered only where one entered every place of
    the sort oneself: else it would be written over what is hidden, or tell where that lies.

    Returns:
        whether anything had to be written.

    Raises:
        Invalid: the sort holds a place that is hidden; the history keeps that it was met.
        Stale: a circle holds other cards by now. Forbidden: as for ``require_proxy``.
        Closed: as for it, or the round takes no answers now.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy_now(by, seat)
        round.require_open()
        ballot = Ballot.objects.filter(round=round, seat=seat).first()
        met = ballot is not None and any(is_hidden_mark(mark, by) for mark in ballot.marks.all())
        if not met:
            return ballot is not None and _enter(by, round, ballot, orders)
        note(round.workshop_id, by, "answer_met", seat=seat.uid, round=round.number)
    raise Invalid(
        _(
            "The order was not entered: there are places in this sort that you did not enter. Enter the "
            "circle of every card first."
        )
    )


def _enter(by: Seat, round: Round, ballot: Ballot, orders: Orders) -> bool:
    placing = Placing(ballot, by)
    for zone, cards in orders.items():
        if cards:
            _put_in_order(placing, zone, cards)
        else:
            placing.make_equal(zone)
    written = settle(round, placing)
    if written and ballot.seat:
        note(round.workshop_id, by, "sort_entered", seat=ballot.seat.uid, round=round.number)
    return written


def _put_in_order(placing: Placing, zone: str, cards: Sequence[Card]) -> None:
    there: list[Mark] = [mark for mark in placing.marks if mark.zone == zone]
    if {mark.card_id for mark in there} != {card.pk for card in cards}:
        raise Stale(answered_elsewhere())
    for place, card in enumerate(cards, start=1):
        placing.move(card, zone, place)
