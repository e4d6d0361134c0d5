"""The order within a circle, as somebody without a device has it on paper and a facilitator enters it."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Ballot, Card, Invalid, Mark, Round, Seat, Stale
from workshop.models.extra_time import require_open_for
from workshop.models.placing import Placing
from workshop.models.proxy import is_hidden_mark
from workshop.models.proxy_rounds import cards_to_place

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
        Invalid: a card of the sort has a place that is hidden; the history keeps that it was met.
        Stale: a circle holds other cards by now. Forbidden: as for ``require_proxy``.
        Closed: as for it, or the round takes no answers now.
    """
    with transaction.atomic():
        round = locked_round(round)
        require_proxy_now(by, seat)
        require_open_for(round, seat)
        ballot = Ballot.objects.filter(round=round, seat=seat).first()
        asked = [each.card.pk for each in cards_to_place(seat, round)]  # no form has a card beside these
        placing = Placing(ballot, by, among=asked) if ballot else None
        met = placing is not None and any(is_hidden_mark(mark, by) for mark in placing.marks)
        if not met:
            return placing is not None and _enter(by, seat, round, placing, orders)
        note(round.workshop_id, by, "answer_met", seat=seat.uid, round=round.number)
    raise Invalid(
        _(
            "The order was not entered: there are places in this sort that you did not enter. Enter the "
            "circle of every card first."
        )
    )


def _enter(by: Seat, seat: Seat, round: Round, placing: Placing, orders: Orders) -> bool:
    for zone, cards in orders.items():
        if cards:
            _put_in_order(placing, zone, cards)
        else:
            placing.make_equal(zone)
    written = settle(round, placing)
    if written:
        note(round.workshop_id, by, "sort_entered", seat=seat.uid, round=round.number)
    return written


def _put_in_order(placing: Placing, zone: str, cards: Sequence[Card]) -> None:
    there: list[Mark] = [mark for mark in placing.marks if mark.zone == zone]
    if {mark.card_id for mark in there} != {card.pk for card in cards}:
        raise Stale(answered_elsewhere())
    for place, card in enumerate(cards, start=1):
        placing.move(card, zone, place)
