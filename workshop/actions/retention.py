"""How long a workshop is kept: the day is set, reminded of, and then everything is erased with a record."""

import logging
from datetime import date, datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from config.mail import sends_mail
from config.site import absolute
from workshop.models import Closed, Invalid, Job, Seat, Workshop
from workshop.models.jobs import WIPE
from workshop.models.retention import (
    EARLIEST,
    ERASE,
    GRACE,
    PUT_OFF,
    REMIND,
    REMINDED,
    SEEN,
    addresses_of,
    counts_of,
    is_reminded,
    is_too_late,
    jobs_for,
    require_seeable,
    today_in,
    told_by,
    workshop_of,
)

from .auditing import audit
from .erasure_ledger import WORKSHOP, erasing
from .jobs import Do, finish, plan
from .kit import done, locked
from .leftovers import wipe_later, wipe_leftovers

log = logging.getLogger(__name__)


def set_retention(seat: Seat, day: date | None) -> bool:
    """Set the day on which all of the workshop is erased, after the close too; ``None`` keeps it.

    Days are counted where the workshop is.

    Returns:
        whether it was another day before.

    Raises:
        Invalid: the day is so near that nobody could be reminded a week before.
        Closed: it is a rehearsal, which has a day of its own.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if workshop.is_rehearsal:
            raise Closed(_("A rehearsal goes by itself some days after it was begun, or once you end it."))
        was = workshop.retain_until
        if was == day:
            return False
        if day and day < today_in(workshop, timezone.now()) + EARLIEST:
            raise Invalid(
                _(
                    "Choose a day at least 8 days from today, so that facilitators are reminded a week "
                    "before. To erase everything now, delete the workshop."
                ),
                field="day",
            )
        keep_until(workshop, day)
        done(seat, "retention_set", until=day or "", was=was or "")
    return True


def keep_until(workshop: Workshop, day: date | None, since: datetime | None = None) -> None:
    """Set the day and plan what it asks for, inside a transaction. Jobs of another day find nothing to do.

    Args:
        since: reminders that were due after it are not past; now, if not given.
    """
    workshop.retain_until = day
    workshop.save(update_fields=["retain_until"])
    for kind, key, at in jobs_for(workshop, since or timezone.now()):
        plan(kind, key, at)


def see_retention(seat: Seat, day: str) -> None:
    """Take down that a facilitator has seen the day of erasure: it stands in for a letter. Twice is once.

    Args:
        day: the day that they saw, as YYYY-MM-DD.

    Raises:
        Stale: it is another day by now.
        Closed: it is more than a month off.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_seeable(workshop, day, timezone.now())
        if not told_by(workshop) & {REMINDED, SEEN}:
            done(seat, SEEN, until=day)


def erase_in_time(job: Job) -> None:
    """Erase a workshop whose day has come: rows, record and job together, once.

    If its facilitators were not reminded of that day in time, it is put off instead, once, by a month.
    """
    with erasing() as write:
        workshop = workshop_of(job.key)
        if workshop and not is_reminded(workshop, timezone.now()):
            _put_off(workshop)
        elif workshop:
            slug = workshop.slug
            erase_workshop(workshop, None, "workshop_erased", until=workshop.retain_until)
            write(WORKSHOP, slug=slug)
        finish(job)


def erase_workshop(workshop: Workshop, seat: Seat | None, verb: str, **ids: object) -> None:
    """Erase a locked workshop inside a transaction; what stays is a line in the audit: counts and dates."""
    closed = workshop.closed_at.date() if workshop.closed_at else ""
    dates = {"made": workshop.created_at.date(), "closed": closed}
    audit(workshop, seat, verb, **ids, **counts_of(workshop), **dates)
    workshop.delete()
    transaction.on_commit(wipe_leftovers, robust=True)


def _put_off(workshop: Workshop) -> None:
    """Put the day of a locked workshop off by a month, reminding at once: pages say so all that time."""
    now = timezone.now()
    day = today_in(workshop, now) + GRACE
    was = workshop.retain_until
    keep_until(workshop, day, now - timedelta(days=1))
    audit(workshop, None, PUT_OFF, until=day, was=was)


def remind(job: Job) -> None:
    """Write to the facilitators that a workshop will be erased; twice if the worker died over it.

    If that comes too late for them to do something about it, and nothing else told them, the day is put off
    instead. A letter that is refused holds up nobody else's and not the erasure; only if none went is it all
    tried again. What is only printed here reminds nobody.
    """
    letters: list[EmailMessage] = []
    with transaction.atomic():
        workshop = workshop_of(job.key)
        late = bool(workshop and is_too_late(workshop, timezone.now()))
        if workshop and late and not told_by(workshop):
            _put_off(workshop)
        elif workshop and not late:
            letters = _letters(workshop)
    sent = _send(letters)
    with transaction.atomic():
        workshop = workshop_of(job.key)
        if workshop and sent:
            refused = {"refused": len(letters) - sent} if sent < len(letters) else {}
            audit(workshop, None, REMINDED, until=workshop.retain_until, count=sent, **refused)
        finish(job)


def _send(letters: list[EmailMessage]) -> int:
    """Send each letter, whatever became of the one before; return how many went to somebody.

    Raises:
        Exception: none went; it is what the last one met.
    """
    met: list[Exception] = []
    for letter in letters:
        try:
            letter.send()
        except Exception as refused:
            log.exception("A reminder before an erasure could not be sent.")
            met.append(refused)
    if met and len(met) == len(letters):
        raise met[-1]
    return len(letters) - len(met) if sends_mail() else 0


def _letters(workshop: Workshop) -> list[EmailMessage]:
    address = absolute("retention", workshop.slug)
    letters = []
    for seat, to in addresses_of(workshop):
        facts = {"seat": seat, "workshop": workshop, "address": address}
        text = render_to_string("workshop/retention/letter.txt", facts)
        letters += [EmailMessage(_("A workshop will be erased"), text, None, [to])]
    return letters


WAYS: dict[str, Do] = {ERASE: erase_in_time, REMIND: remind, WIPE: wipe_later}
