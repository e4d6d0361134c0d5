"""Giving the right to take files with names, and taking it away."""

from django.db import transaction

from workshop.models import Seat
from workshop.models.full_data import require_giving

from .auditing import audit
from .kit import done, locked


def give_full_data(by: Seat, seat: Seat, *, given: bool) -> None:
    """Give a facilitator the right to full data, or take it away; it stands in the audit. Twice is once.

    Raises:
        Forbidden: ``by`` is not the first facilitator, or the seat is not a facilitator's.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        require_giving(by, seat)
        if Seat.objects.filter(pk=seat.pk).exclude(full_data=given).update(full_data=given):
            verb = "full_data_given" if given else "full_data_taken_away"
            audit(workshop, by, verb, seat=seat.uid)
            done(by, verb, of=seat.uid)
