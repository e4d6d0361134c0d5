"""The audit: who saw and took what, in chains that show if a line was changed. Ids only, never words.

A GET writes nothing but what `note_seen` writes: that somebody looked, once a day.
"""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from workshop.analysis.chain import hash_of
from workshop.models import Audit, Seat, Workshop
from workshop.models.audit_lines import HOST, link_of

HOST_LOCK = 7_305_811  # any number that nothing else in this database locks
DAY = 24 * 3600
# What of the history stands in the audit too, and which of its ids.
FROM_HISTORY: dict[str, tuple[str, ...]] = {
    "link_made": ("seat",),
    "letter_sent": ("letter", "kind", "count"),
    "letter_sent_again": ("letter", "kind"),
    "links_made": ("count", "seats"),
    "links_revoked": ("seat",),
    "earlier_links_ended": ("count", "seats"),
    "links_unprinted": ("count", "seats"),
    "people_invited": ("count", "seats"),
    "person_edited": ("seat",),
    "seat_removed": ("seat",),
    "seat_restored": ("seat",),
    "facilitator_added": ("seat",),
    "retention_set": ("until", "was"),
    "retention_seen": ("until",),
    "information_changed": ("version", "matters"),
    "consent_item_written": ("item",),
    "consent_item_changed": ("item",),
    "consent_item_retired": ("item",),
    "workshop_closed": (),
}


def audit(workshop: Workshop, seat: Seat | None, verb: str, /, **ids: object) -> Audit:
    """Add a line to the audit of a workshop. Inside a transaction, the workshop locked.

    Args:
        seat: who did it; ``None`` for whoever runs the server.
        ids: uids, counts and kinds of what was touched; never words.
    """
    return _add(workshop, workshop.slug, seat, verb, ids)


def audit_host(verb: str, /, **ids: object) -> Audit:
    """Add a line about the whole server, by whoever runs it, in a transaction of its own."""
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOST_LOCK])
        return _add(None, HOST, None, verb, ids)


def audit_history(seat: Seat | None, verb: str, ids: dict[str, Any]) -> None:
    """Add what the history just got, if it is about access: links, people, rights, what people agree to.

    Inside a transaction, the workshop locked. Who makes a link for themselves gave nobody anything.
    """
    kept = FROM_HISTORY.get(verb)
    if seat is None or kept is None or (verb == "link_made" and ids.get("seat") == seat.uid):
        return
    audit(seat.workshop, seat, verb, **{key: ids[key] for key in kept if key in ids})


def audit_daily(seat: Seat, verb: str, /, **ids: object) -> None:
    """Add a line, unless the seat has the same one of today. Inside a transaction, the workshop locked."""
    if not _is_noted(seat, verb, ids, timezone.localdate()):
        audit(seat.workshop, seat, verb, **ids)


def note_seen(seat: Seat, page: str) -> None:
    """Note that somebody looked at a page where more is seen than elsewhere: once a seat, page and day.

    It is the only thing that a GET writes. Once it is noted, a process asks nobody again that day. What
    cannot be noted is not shown: the error of the database goes on to the page.
    """
    today = timezone.localdate()
    key = f"seen-{seat.uid.hex}-{page}-{today}"
    if cache.get(key):
        return
    if not _is_noted(seat, "seen", {"page": page}, today):
        with transaction.atomic():
            workshop = Workshop.objects.select_for_update(no_key=True).get(pk=seat.workshop_id)
            if not _is_noted(seat, "seen", {"page": page}, today):
                audit(workshop, seat, "seen", page=page)
    cache.set(key, True, DAY)


def _is_noted(seat: Seat, verb: str, ids: dict[str, Any], day: date) -> bool:
    lines = Audit.objects.filter(seat=seat, verb=verb, at__date=day)
    wanted = {key: str(value) for key, value in ids.items()}
    return any(known == wanted for known in lines.values_list("ids", flat=True))


def _add(workshop: Workshop | None, slug: str, seat: Seat | None, verb: str, ids: dict[str, Any]) -> Audit:
    before = Audit.objects.filter(slug=slug).order_by("-n").first()
    line = Audit(
        workshop=workshop,
        slug=slug,
        seat=seat,
        who=seat.uid.hex if seat else "",
        n=before.n + 1 if before else 1,
        verb=verb,
        at=timezone.now(),
        ids={key: str(value) for key, value in ids.items()},
        prev_hash=before.hash if before else "",
    )
    line.hash = hash_of(link_of(line))
    line.save()
    return line
