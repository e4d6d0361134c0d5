"""The audit: who saw and took what, in chains that show if a line was changed. Ids only, never words."""

import hashlib
import json

from django.db import connection, transaction

from workshop.models import Audit, Seat, Workshop

HOST = ""  # the chain of what was done to the whole server, which belongs to no workshop
HOST_LOCK = 7_305_811  # any number that nothing else in this database locks


def audit(workshop: Workshop, seat: Seat | None, verb: str, **ids: object) -> Audit:
    """Add a line to the audit of a workshop. Inside a transaction, the workshop locked.

    Args:
        seat: who did it; ``None`` for whoever runs the server.
        ids: uids, counts and kinds of what was touched; never words.
    """
    return _add(workshop, workshop.slug, seat, verb, ids)


def audit_host(verb: str, **ids: object) -> Audit:
    """Add a line about the whole server, by whoever runs it, in a transaction of its own."""
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOST_LOCK])
        return _add(None, HOST, None, verb, ids)


def _add(workshop: Workshop | None, slug: str, seat: Seat | None, verb: str, ids: dict[str, object]) -> Audit:
    before = Audit.objects.filter(slug=slug).order_by("-n").first()
    line = Audit(
        workshop=workshop,
        slug=slug,
        seat=seat,
        n=before.n + 1 if before else 1,
        verb=verb,
        ids={key: str(value) for key, value in ids.items()},
        prev_hash=before.hash if before else "",
    )
    who = seat.uid.hex if seat else ""
    facts = [line.prev_hash, line.slug, line.n, line.verb, who, line.ids, line.at.isoformat()]
    line.hash = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    line.save()
    return line
