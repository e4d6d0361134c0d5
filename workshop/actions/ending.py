"""What the end of a workshop does to it, at its close and where a backup is closed again."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from workshop.models import Remark, Timer, Workshop
from workshop.models.agreed_to import agreed_in
from workshop.models.gestures import forget_gestures

from .leftovers import wipe_leftovers
from .unlinking import unlink


def end_workshop(workshop: Workshop, at: datetime, gone: Iterable[int] = ()) -> None:
    """Close a workshop, which is locked; where that is promised, destroy the links in it.

    Args:
        gone: the keys of further seats whose words are erased as of those who declined.
    """
    workshop.closed_at = at
    workshop.save(update_fields=["closed_at"])
    if workshop.promise == Workshop.Promise.UNLINKED:
        unlink(workshop, at, gone=gone)
        transaction.on_commit(wipe_leftovers, robust=True)
    forget_gestures(workshop)
    Timer.objects.filter(workshop=workshop).delete()


def taken_back_in(workshop: Workshop) -> dict[str, str]:
    """Return, for the ledger, the ids of who declined and of comments that were taken back by the close.

    A backup of before has those words, with nobody's name once it is unlinked again.
    """
    declined = workshop.seats.filter(pk__in=agreed_in(workshop).declined)
    remarks = Remark.objects.filter(workshop=workshop, withdrawn_at__isnull=False)
    return {
        "declined": " ".join(map(str, declined.order_by("uid").values_list("uid", flat=True))),
        "withdrawn": " ".join(map(str, remarks.order_by("uid").values_list("uid", flat=True))),
    }
