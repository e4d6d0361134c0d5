"""The order within a circle, as a filled file has it: a number for each card; some may be level."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from workshop.models import Ballot, Invalid, Mark, Round, Seat, Stale
from workshop.models.placing import Placing
from workshop.models.proxy import is_hidden_mark
from workshop.models.proxy_rounds import cards_to_place

from .filled_answers import Answers, Order
from .kit import note
from .sort import CIRCLES, settle


def require_order_seen(seat: Seat, round: Round, answers: Answers) -> None:
    """Refuse an order that rests on another than there is now; before anything is placed.

    The same form once more rests on the order from before, and changes nothing: it comes through.

    Raises:
        Stale: the person put their circles in another order meanwhile.
    """
    marks = Mark.objects.filter(ballot__round=round, ballot__seat=seat).select_related("card")
    there = {mark.card.uid: mark for mark in marks}
    places = {uid: mark.place for uid, mark in there.items()}
    if all(places.get(uid) == order.seen for uid, order in answers.orders.items()):
        return
    zones = {uid: mark.zone for uid, mark in there.items()}
    lie_so = all(zones.get(place.uid) == place.sent[0] for place in answers.places)
    if not (lie_so and marks and not _put(marks[0].ballot, seat, round, answers.orders).changed):
        raise Stale(
            _(
                "The order of the cards was changed meanwhile, so nothing was saved. Look at both, then "
                "choose."
            )
        )


def put_in_order(seat: Seat, round: Round, orders: Mapping[UUID, Order], by: Seat | None = None) -> None:
    """Put the cards of circles in order, once they are placed; inside a transaction that locked the round.

    Raises:
        Invalid: somebody enters it for the person, and does not know where all of their cards lie.
    """
    ballot = Ballot.objects.filter(round=round, seat=seat).first()
    if ballot is None:
        return
    placing = _put(ballot, seat, round, orders)
    if by and any(is_hidden_mark(mark, by) for mark in placing.marks):
        raise Invalid(
            _(
                "The order was not entered: there are places in this sort that you did not enter. Take the "
                "numbers away, or enter the circle of every card first."
            )
        )
    if settle(round, placing) and by:
        note(round.workshop_id, by, "sort_entered", seat=seat.uid, round=round.number)


def _put(ballot: Ballot, seat: Seat, round: Round, orders: Mapping[UUID, Order]) -> Placing:
    """Return the circles of a ballot in the order that is wanted, not written yet."""
    placing = Placing(ballot, among=[each.card.pk for each in cards_to_place(seat, round)])
    for zone in CIRCLES:
        _rank(placing, zone, orders)
    return placing


def _rank(placing: Placing, zone: str, orders: Mapping[UUID, Order]) -> None:
    there = [mark.card for mark in placing.marks if mark.zone == zone]
    known = {card.pk: orders[card.uid].sent for card in there if card.uid in orders}
    numbers = {key: number for key, number in known.items() if number}
    if numbers:
        placing.rank(zone, numbers)
    elif known:
        placing.make_equal(zone)
