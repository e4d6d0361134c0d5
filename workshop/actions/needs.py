"""Saying what one needs to take part, or ticking it for somebody who says it aloud.

What it is stands in no history, which leaves in files: of what was ticked for somebody it keeps that a
facilitator did so, and not for whom.
"""

from django.db import transaction

from workshop.models import Need, Seat
from workshop.models.closing import require_going_on
from workshop.models.needs import WantedNeeds, need_of

from .kit import locked, note
from .proxy_rights import require_proxy_now


def save_needs(seat: Seat, wanted: WantedNeeds, rev: int) -> Need:
    """Set what a seat needs. It is taken after the close too: who reads the results may need larger text.

    Args:
        rev: of what the page showed; 0 for who was not asked yet.

    Raises:
        Stale, Invalid: as for ``Need.change``.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        need = need_of(seat)
        if need.change(wanted, rev, seat):
            need.save()
    return need


def tick_needs_for(by: Seat, seat: Seat, wanted: WantedNeeds, rev: int) -> Need:
    """Set what somebody needs, as they said it to a facilitator; marked as such until they save it anew.

    It does not wait for their agreement to take part: who cannot read small print needs larger text to agree.

    Args:
        rev: of what the page showed; 0 for who was not asked yet.

    Raises:
        Forbidden: as for ``require_proxy``, or they said it themselves. Closed: the workshop, or the seat is.
        Stale, Invalid: as for ``Need.change``.
    """
    with transaction.atomic():
        require_going_on(locked(seat.workshop_id), "needs")
        require_proxy_now(by, seat, agreed=False)
        need = need_of(seat)
        if need.change(wanted, rev, by):
            need.save()
            note(seat.workshop_id, by, "needs_ticked_for")
    return need
