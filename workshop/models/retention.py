"""How long a workshop is kept: its day of erasure, when that is reminded of, and what would be gone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .ballots import Ballot
from .workshops import Workshop

REMINDERS = (30, 7)  # days before
ERASE, REMIND = "erase", "remind"
AT = time(3)  # o'clock, in the workshop's zone


def jobs_for(workshop: Workshop, now: datetime) -> list[tuple[str, str, datetime]]:
    """Return the jobs that a day of erasure asks for: kind, key and when; reminders that are past are not."""
    day = workshop.retain_until
    if day is None:
        return []
    wanted = [(REMIND, days, day - timedelta(days=days)) for days in REMINDERS] + [(ERASE, 0, day)]
    jobs = [
        (kind, f"{kind}:{workshop.slug}:{day}:{days}", datetime.combine(on, AT, ZoneInfo(workshop.zone)))
        for kind, days, on in wanted
    ]
    return [job for job in jobs if job[0] == ERASE or job[2] > now]


def workshop_of(key: str) -> Workshop | None:
    """Return the workshop of a job, locked; ``None`` if it is gone, or is to be erased on another day now."""
    _kind, slug, day, _days = key.split(":")
    kept = Workshop.objects.select_for_update(no_key=True)
    return kept.filter(slug=slug, retain_until=date.fromisoformat(day)).first()


def days_left(workshop: Workshop, today: date) -> int | None:
    """Return the days until all is erased, none if that is further off than the first reminder, or never."""
    if workshop.retain_until is None or (workshop.retain_until - today).days > REMINDERS[0]:
        return None
    return max(0, (workshop.retain_until - today).days)


def counts_of(workshop: Workshop) -> dict[str, int]:
    """Return how much of what kind there is: what the record of an erasure says, without a word of it."""
    return {
        "cards": workshop.cards.count(),
        "people": workshop.seats.count(),
        "remarks": workshop.remarks.said().count(),
        "answers": Ballot.objects.filter(round__workshop=workshop).count(),
    }
