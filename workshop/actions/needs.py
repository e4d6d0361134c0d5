"""Saying what one needs to take part. Nothing of it stands in the history, which leaves in files."""

from django.db import transaction

from workshop.models import Need, Seat
from workshop.models.needs import WantedNeeds, need_of

from .kit import locked


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
        if need.change(wanted, rev):
            need.save()
    return need
