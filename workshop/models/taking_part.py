"""Who takes part, and who said no to it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from .audiences import may_see_people_rows
from .consents import Consent, newest_items
from .people import Seat, SeatQuerySet
from .workshops import Workshop


def taking_part(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now, without those who declined."""
    return Seat.objects.answering().filter(workshop=workshop).exclude(pk__in=declining(workshop).values("pk"))


def declining(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now and do not take part (any more): no query of its own."""
    said_no = noes().filter(item__workshop=workshop)
    return Seat.objects.answering().filter(workshop=workshop, pk__in=said_no.values("seat"))


def noes() -> QuerySet[Consent]:
    """Return the no of everybody who does not take part (any more), in every workshop: no query of its own.

    The same as `Agreed.declined`: the newest answer to what nobody takes part without is a no, also where it
    was given to an earlier version.
    """
    asked = {"workshop": OuterRef("item__workshop"), "key": OuterRef("item__key")}
    required = newest_items().filter(required=True, **asked)
    mine = Consent.objects.filter(seat=OuterRef("seat"), item__key=OuterRef("item__key"))
    later = mine.filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk")))
    return Consent.objects.filter(~Exists(later), Exists(required), answer=False)


def known_to_decline(workshop: Workshop) -> SeatQuerySet:
    """Return the seats of which facilitators may know that they take no part (any more): no query of its own.

    None where names are hidden: beside two files, one from before, it would tell whose the missing words are.
    """
    return declining(workshop) if may_see_people_rows(workshop) else Seat.objects.none()
