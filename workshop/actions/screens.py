"""The wall screen: an observer's seat that every link to the screen shares."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Link, Person, Seat, Workshop

from .kit import locked
from .links import mint_link, revoke_links
from .people import give_seat


def screen_link(by: Seat) -> str:
    """Make one more link to the wall screen, and its seat if there is none.

    Returns:
        the secret, which is shown once and not kept.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        seat = _screen_seat(workshop)
        if seat is None:
            person = Person.objects.create(workshop=workshop, name=_("Wall screen"))
            seat = give_seat(workshop, person, Seat.Role.OBSERVER)
        return mint_link(by, seat, Link.Purpose.SCREEN)


def end_screen_links(by: Seat) -> int:
    """End every link to the wall screen, and return how many there were."""
    seat = _screen_seat(by.workshop)
    return revoke_links(by, seat) if seat else 0


def _screen_seat(workshop: Workshop) -> Seat | None:
    seats = workshop.seats.filter(removed_at__isnull=True, role=Seat.Role.OBSERVER)
    return seats.filter(links__purpose=Link.Purpose.SCREEN).first()
