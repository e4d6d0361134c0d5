"""Files that were taken before somebody withdrew, or took words back: no erasing reaches them.

So facilitators are told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from .history import Audit
from .workshops import Workshop

NAMED, LATELY = 5, timedelta(days=30)
TAKEN_BACK = ("remark_withdrawn", "blank_taken_back", "reason_taken_back")


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


@dataclass(frozen=True)
class TakenBack:
    """Words that people took back one by one: how many, and the files taken before the last, newest first.

    Each file with how many were taken back since. Whose they were is not told.
    """

    count: int
    last: datetime | None
    files: list[tuple[str, datetime, int]]

    @property
    def is_late(self) -> bool:
        """Whether that was in the last 30 days, and after a file was taken."""
        return bool(self.files and self.last and self.last > timezone.now() - LATELY)


def files_of(workshop: Workshop) -> QuerySet[Audit]:
    """Return the lines of the files that were taken from a workshop, the newest first."""
    return Audit.objects.filter(workshop=workshop, verb="exported").order_by("-n")


def words_taken_back(workshop: Workshop) -> TakenBack:
    """Return the words that people took back without withdrawing, in at most two queries."""
    rows = workshop.history.filter(verb__in=TAKEN_BACK).order_by("at")
    times = list(rows.values_list("at", flat=True))
    lines = files_of(workshop) if times else []
    since = [(line.ids.get("format", ""), line.at, sum(at > line.at for at in times)) for line in lines]
    return TakenBack(len(times), times[-1] if times else None, [each for each in since if each[2]])


def withdrew_from(workshop: Workshop) -> list[Withdrew]:
    """Return everybody who withdrew, the last first, in at most two queries."""
    gone = workshop.seats.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at", "-pk")
    seats = [(seat.pseudonym, seat.withdrawn_at) for seat in gone if seat.withdrawn_at]
    lines = files_of(workshop) if seats else []
    files = [(line.ids.get("format", ""), line.at) for line in lines]
    return [Withdrew(known, left, [(name, at) for name, at in files if at <= left]) for known, left in seats]


def withdrew_lately(workshop: Workshop) -> list[Withdrew]:
    """Return those who withdrew in the last 30 days, and before whose withdrawal a file was taken."""
    since = timezone.now() - LATELY
    return [each for each in withdrew_from(workshop) if each.files and each.at > since]
