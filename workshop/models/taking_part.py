"""Who takes part, and who said no to it."""

from .consents import agreed_in
from .people import Seat, SeatQuerySet
from .workshops import Workshop


def taking_part(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now, without those who declined."""
    return Seat.objects.answering().filter(workshop=workshop).exclude(pk__in=agreed_in(workshop).declined)


def declining(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now and do not take part (any more)."""
    return Seat.objects.answering().filter(workshop=workshop, pk__in=agreed_in(workshop).declined)
