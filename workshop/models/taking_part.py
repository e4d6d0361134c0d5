"""Who takes part, and who said no to it."""

from django.db.models import Exists, OuterRef, Q

from .agreed_to import agreed_in
from .audiences import may_see_people_rows
from .consents import Consent, ConsentItem
from .people import Seat, SeatQuerySet
from .workshops import Workshop


def taking_part(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now, without those who declined."""
    return Seat.objects.answering().filter(workshop=workshop).exclude(pk__in=agreed_in(workshop).declined)


def declining(workshop: Workshop) -> SeatQuerySet:
    """Return the participants who sit there now and do not take part (any more): no query of its own.

    The same as `Agreed.declined`: the newest answer to what nobody takes part without is a no, also where it
    was given to an earlier version.
    """
    items = ConsentItem.objects.filter(workshop=workshop, retired_at=None)
    newer = items.filter(key=OuterRef("key"), version__gt=OuterRef("version"))
    required = items.filter(~Exists(newer), required=True)
    mine = Consent.objects.filter(seat=OuterRef("seat"), item__key=OuterRef("item__key"))
    later = mine.filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk")))
    noes = Consent.objects.filter(~Exists(later), answer=False, item__key__in=required.values("key"))
    return Seat.objects.answering().filter(workshop=workshop, pk__in=noes.values("seat"))


def known_to_decline(workshop: Workshop) -> SeatQuerySet:
    """Return the seats of which facilitators may know that they take no part (any more): no query of its own.

    None where names are hidden: beside two files, one from before, it would tell whose the missing words are.
    """
    return declining(workshop) if may_see_people_rows(workshop) else Seat.objects.none()
