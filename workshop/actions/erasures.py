"""Erasures done again, after a backup was restored that knows nothing of them."""

from django.db import transaction
from django.utils import timezone

from workshop.models import Workshop

from .auditing import audit
from .erasure_ledger import SEAT, UNLINKED, WORKSHOP, Line, standing_lines
from .kit import locked
from .leftovers import wipe_leftovers
from .unlinking import unlink
from .withdrawing import erase_seat


def reapply_erasures() -> int:
    """Erase again what the ledger says was erased, and return how many times there was something to erase.

    Each is a transaction of its own. Doing it twice changes nothing, and the ledger gets no new line.
    """
    return sum(_again(line) for line in standing_lines())


def _again(line: Line) -> bool:
    with transaction.atomic():
        found = Workshop.objects.filter(slug=line["slug"]).first()
        if found is None:
            return False
        workshop = locked(found.pk)
        if line["kind"] == WORKSHOP:
            audit(workshop, None, "workshop_deleted", erasure=line["id"])
            workshop.delete()
            transaction.on_commit(wipe_leftovers, robust=True)
            return True
        if line["kind"] == UNLINKED:
            return _unlink_again(workshop, line)
        return line["kind"] == SEAT and _seat_again(workshop, line)


def _unlink_again(workshop: Workshop, line: Line) -> bool:
    """Close a workshop again that was unlinked at its close: the backup has it open, with its links."""
    if workshop.is_unlinked:
        return False
    workshop.closed_at = workshop.closed_at or timezone.now()
    workshop.save(update_fields=["closed_at"])
    unlink(workshop, workshop.closed_at)
    audit(workshop, None, "workshop_unlinked", erasure=line["id"])
    transaction.on_commit(wipe_leftovers, robust=True)
    return True


def _seat_again(workshop: Workshop, line: Line) -> bool:
    seat = workshop.seats.filter(uid=line["seat"], withdrawn_at__isnull=True).first()
    if seat is None:
        return False
    seat.workshop = workshop
    erase_seat(seat, erasure=line["id"])
    return True
