"""How long a workshop is kept: the day is set, reminded of, and then everything is erased with a record."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import Invalid, Job, Seat, Workshop
from workshop.models.retention import ERASE, REMIND, counts_of, jobs_for, workshop_of

from .auditing import audit
from .erasure_ledger import WORKSHOP, erasing
from .jobs import Do, finish, plan
from .kit import done, locked
from .leftovers import wipe_leftovers


def set_retention(seat: Seat, day: date | None) -> bool:
    """Set the day on which all of the workshop is erased, after the close too; ``None`` keeps it.

    Returns:
        whether it was another day before.

    Raises:
        Invalid: the day is not in the future.
    """
    if day and day <= timezone.localdate():
        raise Invalid(
            _("Choose a day after today. To erase everything now, delete the workshop."), field="day"
        )
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if workshop.retain_until == day:
            return False
        keep_until(workshop, day)
        done(seat, "retention_set", until=day or "")
    return True


def keep_until(workshop: Workshop, day: date | None) -> None:
    """Set the day and plan what it asks for, inside a transaction. Jobs of another day find nothing to do."""
    workshop.retain_until = day
    workshop.save(update_fields=["retain_until"])
    for kind, key, at in jobs_for(workshop, timezone.now()):
        plan(kind, key, at)


def erase_in_time(job: Job) -> None:
    """Erase a workshop whose day has come: rows, record and job together, once."""
    with erasing() as write:
        workshop = workshop_of(job.key)
        if workshop:
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


def remind(job: Job) -> None:
    """Write to the facilitators that a workshop will be erased; twice if the worker died over it."""
    with transaction.atomic():
        workshop = workshop_of(job.key)
        letters = _letters(workshop) if workshop else []
    for letter in letters:
        letter.send()
    finish(job)


def _letters(workshop: Workshop) -> list[EmailMessage]:
    seats = workshop.seats.present().filter(role=Seat.Role.FACILITATOR).select_related("person__user")
    address = settings.SITE_URL + reverse("retention", kwargs={"slug": workshop.slug})
    letters = []
    for seat in seats:
        person = seat.person
        to = (person.user.email if person.user else person.email) if person else ""
        facts = {"seat": seat, "workshop": workshop, "address": address}
        text = render_to_string("workshop/retention/letter.txt", facts)
        letters += [EmailMessage(_("A workshop will be erased"), text, None, [to])] if to else []
    return letters


WAYS: dict[str, Do] = {ERASE: erase_in_time, REMIND: remind}
