"""Files that were taken before somebody withdrew: no erasing reaches them, so facilitators are told."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from .history import Audit
from .workshops import Workshop

NAMED, LATELY = 5, timedelta(days=30)


@dataclass(frozen=True)
class Withdrew:
    """Somebody who withdrew, by pseudonym, and the files taken before: format and moment, newest first."""

    pseudonym: str
    at: datetime
    files: list[tuple[str, datetime]]

    @property
    def newest(self) -> list[tuple[str, datetime]]:
        """The files that are named."""
        return self.files[:NAMED]

    @property
    def more(self) -> int:
        """How many are not."""
        return len(self.files) - len(self.newest)


def withdrew_from(workshop: Workshop) -> list[Withdrew]:
    """Return everybody who withdrew, the last first, in at most two queries."""
    gone = workshop.seats.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at", "-pk")
    seats = [(seat.pseudonym, seat.withdrawn_at) for seat in gone if seat.withdrawn_at]
    lines = Audit.objects.filter(workshop=workshop, verb="exported").order_by("-n") if seats else []
    files = [(line.ids.get("format", ""), line.at) for line in lines]
    return [Withdrew(known, left, [(name, at) for name, at in files if at <= left]) for known, left in seats]


def withdrew_lately(workshop: Workshop) -> list[Withdrew]:
    """Return those who withdrew in the last 30 days, and before whose withdrawal a file was taken."""
    since = timezone.now() - LATELY
    return [each for each in withdrew_from(workshop) if each.files and each.at > since]
