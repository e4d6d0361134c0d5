"""The wall screen: an observer's seat that every link to the screen shares."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Person, Seat

from .kit import locked
from .people import give_seat


def screen_seat(by: Seat) -> Seat:
    """Return the seat of the workshop's wall screen, made if there is none or it was removed."""
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        found = workshop.seats.present().filter(role=Seat.Role.OBSERVER, links__purpose="screen").first()
        if found:
            return found
        person = Person.objects.create(workshop=workshop, name=_("Wall screen"))
        return give_seat(workshop, person, Seat.Role.OBSERVER)
