"""More time for one person's pack, given and taken back by a facilitator."""

from datetime import datetime

from django.db import transaction

from workshop.live import announce
from workshop.models import Seat
from workshop.models.audiences import FACILITATORS
from workshop.models.closing import require_going_on
from workshop.models.extra_time import checked_until

from .kit import done, locked
from .pack import require_pack


def give_extra_time(by: Seat, seat: Seat, until: datetime | None) -> bool:
    """Let a person fill in their pack until a moment, whenever it closes to the others; return if it is new.

    The history says that it was done and not for whom: it leaves in files, and names nobody there.

    Args:
        until: ``None`` takes it back.

    Raises:
        Invalid, Closed: as for ``checked_until``, or the workshop is closed.
        Forbidden: the seat has no pack.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "packs")
        require_pack(seat)
        until = checked_until(workshop, until)
        had = Seat.objects.values_list("extra_until", flat=True).get(pk=seat.pk)
        if had == until:
            return False
        Seat.objects.filter(pk=seat.pk).update(extra_until=until)
        verb = "extra_time_given" if until else "extra_time_ended"
        done(by, verb, announce.time_given, [FACILITATORS])
    return True
