"""Changing what a workshop is: words, times, numbers and the promise. Two people may do it at once."""

from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workshop.analysis.moments import NoSuchTimeError, moment
from workshop.live import announce
from workshop.models import Closed, Invalid, Round, Seat, Stale, Workshop
from workshop.models.closing import require_going_on
from workshop.models.rehearsals import rehearsal_title
from workshop.models.setup import PLAIN, Facts, facts_of, last_editor, print_of

from .auditing import audit
from .kit import done, locked
from .sheets import replace_sheet

LAST_MINUTE = time(23, 59)


def edit_setup(seat: Seat, values: Facts, seen: dict[str, str], *, sheet_matters: bool = False) -> list[str]:
    """Change the set-up. What somebody else changed meanwhile stays, unless this person changed it too.

    Args:
        values: what was sent, by the names of ``facts_of``, cleaned; a name left out stays as it is.
        seen: for each name the ``print_of`` the value that the person saw when the page was made.
        sheet_matters: whether people are asked anew if the information that they agreed to has changed.

    Returns:
        the names of what was changed.

    Raises:
        Closed: the workshop is closed, or this part of it no longer changes.
        Invalid: the times do not fit together; ``data["field"]`` is the name.
        Stale: somebody else changed the same thing first; ``data["theirs"]`` has for each name what it is
            now and who changed it. Nothing was saved.
    """
    with transaction.atomic():
        workshop = _open_workshop(seat)
        now = facts_of(workshop)
        new = _merged(seat, now, values, seen)
        if workshop.is_rehearsal:
            new["title"] = rehearsal_title(str(new["title"]))
        changed = [name for name in now if new[name] != now[name]]
        if changed:
            _require_free(workshop, changed)
            if "information" in changed:
                replace_sheet(seat, workshop, new["information"], matters=sheet_matters)
            _write(workshop, new, set(changed))
            if "promise" in changed:
                audit(workshop, seat, "promise_changed", promise=workshop.promise)
            done(seat, "workshop_edited", announce.stage_moved, fields=",".join(changed))
    return changed


def _open_workshop(seat: Seat) -> Workshop:
    workshop = locked(seat.workshop_id)
    require_going_on(workshop, "setup")
    return workshop


def _merged(seat: Seat, now: Facts, values: Facts, seen: dict[str, str]) -> Facts:
    """Return what is to be: what this person changed, and for the rest what is there now."""
    new, theirs = dict(now), {}
    for name, value in values.items():
        if value == now[name] or print_of(value) == seen.get(name):
            continue
        if seen.get(name) != print_of(now[name]):
            theirs[name] = now[name], last_editor(seat.workshop, name, seat)
        new[name] = value
    if theirs:
        raise Stale(
            _("Somebody else changed the same thing while you were writing. Nothing was saved yet."),
            theirs=theirs,
        )
    return new


def _require_free(workshop: Workshop, changed: list[str]) -> None:
    if "promise" in changed and workshop.promise_locked_at:
        raise Closed(_("Somebody has answered already, so the promise stays as it is."), field="promise")
    poll = workshop.poll_round()
    if "nominations" in changed and poll and not poll.is_draft:
        raise Closed(_("The poll was opened already, so its number stays as it is."), field="nominations")


def _write(workshop: Workshop, new: Facts, changed: set[str]) -> None:
    for name in PLAIN:
        setattr(workshop, name, new[name])
    if changed & {"date", "starts", "ends", "zone"}:
        before = workshop.starts_at, workshop.ends_at
        workshop.starts_at, workshop.ends_at = _meeting(new)
        if before[0] and before != (workshop.starts_at, workshop.ends_at):
            workshop.moved += 1  # for calendars that have it; nobody was told of a date before the first
    workshop.save(update_fields=[*PLAIN, "starts_at", "ends_at", "moved"])
    if "nominations" in changed and (poll := workshop.poll_round()):
        Round.objects.filter(pk=poll.pk).update(k=new["nominations"])
    if changed & {"deadline_date", "deadline_time", "zone"}:
        _set_deadline(workshop, new, moved=bool(changed & {"deadline_date", "deadline_time"}))


def _meeting(new: Facts) -> tuple[datetime | None, datetime | None]:
    day, starts, ends = new["date"], new["starts"], new["ends"]
    if ends and not starts:
        raise Invalid(_("Give the time at which it starts too."), field="starts")
    if starts and not day:
        raise Invalid(_("Give the date too, or leave the times out."), field="date")
    if day and not starts:
        said = _("At what time do you start on %(day)s? Write it here, or leave the date out for now.")
        raise Invalid(said % {"day": date_format(day, "j F Y")}, field="starts")
    if not day:
        return None, None
    begin = _moment(day, starts, new["zone"], "starts")
    end = _moment(day, ends, new["zone"], "ends") if ends else None
    if end and end <= begin:
        raise Invalid(_("The end is not after the start. Make it later, or leave it out."), field="ends")
    return begin, end


def _set_deadline(workshop: Workshop, new: Facts, *, moved: bool) -> None:
    pack, closes_at = workshop.pack_round(), _deadline(new)
    if closes_at and moved and closes_at <= timezone.now():
        raise Invalid(
            _("This deadline has passed already. Choose a later one, or leave it out."), field="deadline_date"
        )
    if pack:
        Round.objects.filter(pk=pack.pk).update(closes_at=closes_at)


def _deadline(new: Facts) -> datetime | None:
    day, at = new["deadline_date"], new["deadline_time"]
    if at and not day:
        raise Invalid(_("Give the date of the deadline too."), field="deadline_date")
    return _moment(day, at or LAST_MINUTE, new["zone"], "deadline_time") if day else None


def _moment(day: date, at: time, zone: Any, field: str) -> datetime:
    try:
        return moment(day, at, zone)
    except NoSuchTimeError:
        raise Invalid(
            _("There is no such time on that day: the clocks go forward over it. Choose another."),
            field=field,
        ) from None
