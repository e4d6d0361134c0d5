"""The audit, read: its chains, and who the lines of a workshop speak of."""

from collections.abc import Iterator
from datetime import UTC
from itertools import groupby

from workshop.analysis.chain import Link

from .audiences import FACILITATORS, may_see_names
from .history import Audit
from .people import Seat
from .workshops import Workshop

HOST = ""  # the chain of what was done to the whole server, which belongs to no workshop
HOST_SHOWN = 10
RESTORED, REAPPLIED = "restored", "reapplied"  # a backup was put back; what it knows nothing of, erased again


def link_of(line: Audit) -> Link:
    """Return a line of the audit as a link of its chain."""
    at = line.at.astimezone(UTC).isoformat()
    return Link(line.slug, line.n, line.verb, line.who, at, line.prev_hash, line.hash, line.ids)


def chains() -> Iterator[tuple[str, list[Link]]]:
    """Yield each chain: its code (empty for the server's own) and its lines by number."""
    rows = Audit.objects.order_by("slug", "n").iterator(chunk_size=1000)
    for slug, lines in groupby(rows, key=lambda line: line.slug):
        yield slug, [link_of(line) for line in lines]


def host_lines() -> list[Audit]:
    """Return the newest lines about the whole server, newest first."""
    return list(Audit.objects.filter(slug=HOST).order_by("-n")[:HOST_SHOWN])


def last_restore() -> Audit | None:
    """Return the newest line about a backup that was put back, or about the erasures done again after it."""
    return Audit.objects.filter(slug=HOST, verb__in=(RESTORED, REAPPLIED)).order_by("-n").first()


def labels_of(workshop: Workshop) -> dict[str, str]:
    """Return how facilitators know each seat, by the hex of its uid: by name, else by pseudonym."""
    named = may_see_names(workshop, FACILITATORS)
    seats = Seat.objects.filter(workshop=workshop).select_related("person")
    return {
        seat.uid.hex: seat.person.name if seat.person and (named or seat.is_facilitator) else seat.pseudonym
        for seat in seats
    }
