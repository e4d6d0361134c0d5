"""How long a workshop is kept: its day of erasure, when that is reminded of, and what would be gone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .audit_lines import last_restore
from .ballots import Ballot
from .history import Audit, Job
from .people import Seat
from .refusals import Closed, Stale
from .workshops import Workshop

REMINDERS = (30, 7)  # days before
ERASE, REMIND = "erase", "remind"
AT = time(3)  # o'clock, in the workshop's zone
EARLIEST = timedelta(days=8)  # from today, so that the last reminder is still to come
NOTICE = timedelta(days=6)  # the week of the last reminder, less what a letter may be late
GRACE = timedelta(days=30)  # how far the day is put off, once, if nobody was reminded of it
# Verbs of the audit.
REMINDED, SEEN, PUT_OFF = "reminded", "retention_seen", "retention_put_off"


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


def today_in(workshop: Workshop, now: datetime) -> date:
    """Return the day that it is where the workshop is."""
    return now.astimezone(ZoneInfo(workshop.zone)).date()


def erased_at(workshop: Workshop) -> datetime | None:
    """Return when the day of erasure has come; ``None`` if there is none."""
    day = workshop.retain_until
    return datetime.combine(day, AT, ZoneInfo(workshop.zone)) if day else None


def is_too_late(workshop: Workshop, now: datetime) -> bool:
    """Whether a reminder that is sent now leaves facilitators too little time before the day."""
    at = erased_at(workshop)
    return at is not None and now > at - NOTICE


def is_reminded(workshop: Workshop, now: datetime) -> bool:
    """Whether facilitators were reminded of this very day in good time, and nothing was restored since.

    By a letter, or because one of them said that they have seen the day; else by the pages alone, once the
    day was put off for that. A backup that was put back may be of before they chose to keep it longer.
    """
    letter = Q(verb=REMINDED, at__lte=now - NOTICE)
    pages = Q(verb=PUT_OFF, at__lte=now - GRACE + timedelta(days=1))  # put off in the course of a day
    return _reminders(workshop).filter(Q(verb=SEEN) | letter | pages).exists()


def told_by(workshop: Workshop) -> set[str]:
    """Return how facilitators were told of this very day: by a letter, ``SEEN`` by themselves, or put off."""
    return set(_reminders(workshop).filter(verb__in=(REMINDED, SEEN, PUT_OFF)).values_list("verb", flat=True))


def _reminders(workshop: Workshop) -> QuerySet[Audit]:
    """Return the lines about this very day since the last restore; a letter that reached nobody is none."""
    lines = Audit.objects.filter(slug=workshop.slug, ids__until=str(workshop.retain_until))
    if restored := last_restore():
        lines = lines.filter(at__gt=restored.at)
    return lines.exclude(verb=REMINDED, ids__count="0")


def addresses_of(workshop: Workshop) -> list[tuple[Seat, str]]:
    """Return the facilitators who can be written to, each with the address."""
    seats = workshop.seats.present().filter(role=Seat.Role.FACILITATOR).select_related("person__user")
    people = [(seat, seat.person) for seat in seats if seat.person]
    found = [(seat, person.user.email if person.user else person.email) for seat, person in people]
    return [each for each in found if each[1]]


def last_move(workshop: Workshop) -> Audit | None:
    """Return the newest line about a day of erasure that was chosen, taken away or put off."""
    moves = Audit.objects.filter(slug=workshop.slug, verb__in=("retention_set", PUT_OFF))
    return moves.order_by("-n").first()


def day_in(sent: str | None, workshop: Workshop) -> date | None:
    """Return the day of erasure that a page showed (empty for none); the one that stands, for nonsense."""
    if sent == "":
        return None
    try:
        return date.fromisoformat(sent or "")
    except ValueError:
        return workshop.retain_until


def kept_until(workshop: Workshop) -> str:
    """Return until when everything is kept, in the words of each page and file that asks to agree."""
    if not workshop.retain_until:
        return _(
            "No day is set on which this workshop is erased: it is kept until its facilitators choose one, "
            "or delete it."
        )
    says = _(
        "Everything in this workshop is kept until %(day)s and erased then, unless its facilitators choose "
        "another day. If none of them was reminded in time, it is erased 30 days later."
    )
    return says % {"day": date_format(workshop.retain_until, "j F Y")}


def require_seeable(workshop: Workshop, day: str, now: datetime) -> None:
    """Check that a facilitator can say now that they have seen a day.

    Raises:
        Stale: it is another day by now.
        Closed: it is further off than a month, so that they may have forgotten it by then.
    """
    if str(workshop.retain_until) != day:
        raise Stale(_("The day was changed meanwhile. Look at the one that stands now."))
    if days_left(workshop, now) is None:
        raise Closed(_("The day is more than 30 days off. Say so once it is nearer."))


def days_too_near(now: datetime) -> list[str]:
    """Return the codes of workshops whose day is so near, or past, that a restore puts it off."""
    due = Workshop.objects.filter(retain_until__isnull=False).order_by("retain_until")
    return [each.slug for each in due if str(each.retain_until) < str(today_in(each, now) + EARLIEST)]


def workshop_of(key: str) -> Workshop | None:
    """Return the workshop of a job, locked; ``None`` if it is gone, or is to be erased on another day now."""
    _kind, slug, day, _days = key.split(":")
    kept = Workshop.objects.select_for_update(no_key=True)
    return kept.filter(slug=slug, retain_until=date.fromisoformat(day)).first()


def days_left(workshop: Workshop, now: datetime) -> int | None:
    """Return the days until all is erased, none if that is further off than the first reminder, or never."""
    if workshop.retain_until is None:
        return None
    days = (workshop.retain_until - today_in(workshop, now)).days
    return None if days > REMINDERS[0] else max(0, days)


def failures_of(workshop: Workshop) -> int:
    """Return how often erasing a workshop on its day has failed, none if that is still to come."""
    key = f"{ERASE}:{workshop.slug}:{workshop.retain_until}:0"
    waits = Job.objects.filter(key=key).exclude(state=Job.State.DONE)
    return sum(waits.filter(leased_until=None).values_list("tries", flat=True))


def counts_of(workshop: Workshop) -> dict[str, int]:
    """Return how much of what kind there is: what the record of an erasure says, without a word of it."""
    return {
        "cards": workshop.cards.count(),
        "people": workshop.seats.filter(withdrawn_at=None).count(),  # who withdrew is gone already
        "remarks": workshop.remarks.said().count(),
        "answers": Ballot.objects.filter(round__workshop=workshop).count(),
    }
