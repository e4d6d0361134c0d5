"""Starting a later sort from where one had the cards: asked for by the person, never done in silence."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Ballot, Closed, Mark, Round, Seat
from workshop.models.former import Former, look_back
from workshop.models.sorting import cards_asked

from .kit import take_numbers
from .rounds import locked_round, own_ballot


def start_from_former(seat: Seat, round: Round) -> int:
    """Place the cards that are unchanged since the sort before, and not placed yet, where this seat had them.

    Returns:
        how many were placed; sent twice, the second places none.

    Raises:
        Closed: there is no sort before, or the round takes no answers. Forbidden: the seat takes no part.
    """
    with transaction.atomic():
        round = locked_round(round)
        ballot = own_ballot(seat, round)
        cards = cards_asked(round)
        former = look_back(seat, round, cards)
        if former is None:
            raise Closed(_("This is the first card sort, so there is nothing to start from."))
        marks = _carried(ballot, former, {each.card.pk for each in cards})
        Mark.objects.bulk_create(marks)
        Ballot.objects.filter(pk=ballot.pk).update(rev=F("rev") + 1)
        announce.ballot_cast(round.workshop_id, take_numbers)
    return len(marks)


def _carried(ballot: Ballot, former: Former, asked: set[int]) -> list[Mark]:
    """Return marks for what is not placed yet; an order is kept where nothing lies in the circle."""
    here = list(ballot.marks.all())
    known = {mark.card_id for mark in here}
    made = []
    for zone in Mark.Zone.values:
        lies = [mark for mark in here if mark.zone == zone]
        old = [m for pk, m in former.marks.items() if m.zone == zone and pk in asked - known]
        old.sort(key=lambda mark: mark.place or 0)
        ordered = any(mark.place for mark in lies or old)
        for n, mark in enumerate(old, start=len(lies) + 1):
            place = n if ordered else None
            made.append(Mark(ballot=ballot, card_id=mark.card_id, zone=zone, place=place, reason=mark.reason))
    return made
