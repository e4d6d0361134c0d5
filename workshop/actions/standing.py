"""What can be seen of the promises on a server in use, without its tests; nothing is written."""

from collections.abc import Iterator

from django.db import connection

from workshop.analysis.chain import first_broken
from workshop.models import Audit, Ballot, Remark, Seat, Workshop
from workshop.models.audit_lines import REAPPLIED, chains, last_restore

from .erasure_ledger import SEAT, UNLINKED, WORDS, WORKSHOP, Line, standing_lines
from .taking_back import standing_words

GUARDS = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_is_not_%'",
    "postgresql": "SELECT 2 * count(*) FROM pg_trigger WHERE tgname = 'audit_stays' AND tgenabled <> 'D'",
}


def in_force() -> Iterator[tuple[bool, str]]:
    """Yield whether each thing holds here and now, with a sentence about it."""
    checked = [first_broken(links) for _slug, links in chains()]
    broken = len(checked) - checked.count(None)
    yield not broken, f"The audit is whole: {len(checked)} chains, {broken} broken."
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

    linked = len(_linked())
    yield (
        not linked,
        f"Where links were to be destroyed at the close, they are: {linked} workshops with some.",
    )


def is_reapplied() -> bool:
    """Whether what was erased after a backup was erased again, since one was put back last."""
    last = last_restore()
    return last is None or last.verb == REAPPLIED


def not_in_the_ledger() -> int:
    """Return how many erasures the audit has that the ledger of this server lacks."""
    lines = standing_lines()
    seats = {line["seat"] for line in lines if line["kind"] == SEAT}
    gone = {line["slug"] for line in lines if line["kind"] == WORKSHOP}
    left = Audit.objects.filter(verb="seat_withdrawn").values_list("slug", "ids")
    missing = {ids["whose"] for slug, ids in left if slug not in gone} - seats
    erased = Audit.objects.filter(verb__in=("workshop_deleted", "workshop_erased"))
    return len(missing) + len(set(erased.values_list("slug", flat=True)) - gone)


def _linked() -> set[int]:
    """Return the workshops that are closed and promised no links, and have some."""
    due = Workshop.objects.filter(promise=Workshop.Promise.UNLINKED, closed_at__isnull=False)
    found = set(due.filter(unlinked_at__isnull=True).values_list("pk", flat=True))
    ballots = Ballot.objects.filter(round__workshop__in=due, seat__isnull=False)
    remarks = Remark.objects.filter(workshop__in=due, seat__isnull=False)
    found.update(ballots.values_list("round__workshop", flat=True))
    return found.union(remarks.values_list("workshop", flat=True))


def _is_guarded() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(GUARDS[connection.vendor])
        return bool(cursor.fetchone()[0] >= 2)


def _is_back(line: Line) -> bool:
    there = Workshop.objects.filter(slug=line["slug"])
    if line["kind"] == WORKSHOP:
        return there.exists()
    if line["kind"] == UNLINKED:
        return there.filter(unlinked_at__isnull=True).exists()
    if line["kind"] == WORDS:
        linked = there.filter(unlinked_at__isnull=True).first()
        return linked is not None and standing_words(linked, line) is not None
    seats = Seat.objects.filter(workshop__slug=line["slug"], withdrawn_at__isnull=True)
    return line["kind"] == SEAT and seats.filter(uid=line["seat"]).exists()
