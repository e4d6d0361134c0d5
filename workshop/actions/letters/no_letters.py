"""Somebody asks for no letters about a workshop, or for letters again; by themselves alone."""

from django.db import transaction
from django.utils import timezone

from workshop.actions.kit import done, locked
from workshop.models import Person, Seat


def want_letters(seat: Seat, *, wanted: bool) -> bool:
    """Write down whether whoever has a seat wants letters. What waits for them then stays here.

    Returns:
        whether that is new.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        person = Person.objects.filter(pk=seat.person_id or 0, no_letters_at__isnull=not wanted)
        is_new = bool(person.update(no_letters_at=None if wanted else timezone.now()))
        if is_new:
            done(seat, "letters_wanted" if wanted else "letters_declined")
    return is_new
