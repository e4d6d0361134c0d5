"""Erasures done again, after a backup was restored that knows nothing of them."""

import logging
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from workshop.models import Workshop
from workshop.models.audit_lines import REAPPLIED
from workshop.models.kept import stop_quoting

from .auditing import audit, audit_host
from .ending import end_workshop
from .erasure_ledger import SEAT, UNLINKED, WORDS, WORKSHOP, Line, read_ledger
from .kit import locked
from .retention import erase_workshop
from .taking_back import take_back_again
from .unlinked_words import erase_remarks
from .withdrawing import erase_seat

log = logging.getLogger(__name__)


@dataclass
class Applied:
    """What came of it.

    Attributes:
        count: how many times there was something to erase.
        trouble: what is not erased again, or may not be, in a sentence each; empty if all of it is.
    """

    count: int = 0
    trouble: list[str] = field(default_factory=list)


def reapply_erasures() -> Applied:
    """Erase again what the ledger says was erased.

    Each is a transaction of its own: one that fails holds none of the others up. Doing it twice changes
    nothing, and the ledger gets no new line. The server's audit says when all of it was done.
    """
    ledger, found = read_ledger(), Applied()
    if ledger is None:
        found.trouble.append(
            f"There is no ledger of erasures at {settings.ERASURES_FILE}, so nothing was erased again. Put "
            "it there (ERASURES_FILE) and run `manage.py reapplyerasures`. If nothing was ever erased, make "
            "an empty file there and do the same."
        )
        return found
    found.trouble += [f"Line {n} of the ledger cannot be understood." for n in ledger.odd]
    for line in ledger.lines:
        try:
            found.count += _again(line)
        except Exception:  # whatever it is, the other erasures are not held up
            log.exception("The erasure %s could not be done again.", line["id"])
            found.trouble.append(f"The erasure {line['id']} could not be done again; the log says why.")
    if not found.trouble:
        audit_host(REAPPLIED, count=found.count)
    return found


def _again(line: Line) -> bool:
    with transaction.atomic():
        found = Workshop.objects.filter(slug=line["slug"]).first()
        if found is None:
            return False
        workshop = locked(found.pk)
        if line["kind"] == WORKSHOP:
            erase_workshop(workshop, None, "workshop_deleted", erasure=line["id"])
            return True
        if line["kind"] == UNLINKED:
            return _unlink_again(workshop, line)
        if line["kind"] == WORDS:
            return take_back_again(workshop, line)
        return line["kind"] == SEAT and _seat_again(workshop, line)


def _unlink_again(workshop: Workshop, line: Line) -> bool:
    """Close a workshop again that was unlinked at its close: the backup has it open, with its links.

    The backup may not know who said no, or refused a quote, after it was made. So words of who had declined,
    and comments that were taken back, are erased by the ledger, and nothing else is quoted.
    """
    if workshop.is_unlinked:
        return False
    at = workshop.closed_at or timezone.now()
    erase_remarks(workshop.remarks.filter(uid__in=line.get("withdrawn", "").split()), at)
    seats = workshop.seats.filter(uid__in=line.get("declined", "").split())
    end_workshop(workshop, at, list(seats.values_list("pk", flat=True)))
    stop_quoting(workshop)
    audit(workshop, None, "workshop_unlinked", erasure=line["id"])
    return True


def _seat_again(workshop: Workshop, line: Line) -> bool:
    seat = workshop.seats.filter(uid=line["seat"], withdrawn_at__isnull=True).first()
    if seat is None:
        return False
    seat.workshop = workshop
    erase_seat(seat, erasure=line["id"])
    if at := parse_datetime(line.get("at", "")):  # when they withdrew, and not when a backup was put back
        workshop.seats.filter(uid=line["seat"]).update(withdrawn_at=at)
    return True
