"""What can be seen of the promises on a server in use, without its tests; nothing is written."""

from collections.abc import Iterator

from django.db import connection

from workshop.models import Ballot, Seat, Workshop
from workshop.models.audit_lines import broken_chains, chains

from .erasure_ledger import SEAT, WORKSHOP, Line, standing_lines

GUARDS = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_is_not_%'",
    "postgresql": "SELECT 2 * count(*) FROM pg_trigger WHERE tgname = 'audit_stays' AND tgenabled <> 'D'",
}


def in_force() -> Iterator[tuple[bool, str]]:
    """Yield whether each thing holds here and now, with a sentence about it."""
    broken = broken_chains()
    count = sum(1 for _chain in chains())
    yield not broken, f"The audit is whole: {count} chains, {len(broken)} broken."
    yield _is_guarded(), "The database refuses to change or remove a line of the audit."
    lines = standing_lines()
    back = [line for line in lines if _is_back(line)]
    yield not back, f"What was withdrawn or deleted is gone: {len(lines)} erasures, {len(back)} undone since."
    loose = Ballot.objects.filter(round__workshop__promise_locked_at__isnull=True).exclude(state="draft")
    open_ones = loose.values("round__workshop").distinct().count()
    yield (
        not open_ones,
        f"The promise is fixed wherever somebody has answered: {open_ones} workshops without.",
    )


def _is_guarded() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(GUARDS[connection.vendor])
        return bool(cursor.fetchone()[0] >= 2)


def _is_back(line: Line) -> bool:
    if line["kind"] == WORKSHOP:
        return Workshop.objects.filter(slug=line["slug"]).exists()
    seats = Seat.objects.filter(workshop__slug=line["slug"], withdrawn_at__isnull=True)
    return line["kind"] == SEAT and seats.filter(uid=line["seat"]).exists()
