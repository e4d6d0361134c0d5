"""What pages say of the day on which a workshop is erased."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from config.mail import sends_mail
from workshop.models import Seat, Workshop
from workshop.models.retention import PUT_OFF, addresses_of, days_left, kept_until, last_move, told_by

register = template.Library()


@register.filter
def erased_soon(workshop: Workshop) -> bool:
    """Return whether a workshop is erased within a month. Asks the database nothing."""
    return days_left(workshop, timezone.now()) is not None


@register.filter
def not_told(workshop: Workshop) -> str:
    """Return ``first``, or ``again`` once it was put off, if no letter went and nobody said they saw it."""
    ways = told_by(workshop)
    return "first" if not ways else "again" if ways == {PUT_OFF} else ""


@register.filter
def reminded_by_mail(workshop: Workshop) -> bool:
    """Return whether this server sends mail, and one of the facilitators has an address."""
    return sends_mail() and bool(addresses_of(workshop))


register.filter("kept_until", kept_until)


@register.filter
def day_moved(seat: Seat) -> str:
    """Say from which day, the one that a person last read, to which it was changed, when and by whom."""
    workshop, line = seat.workshop, last_move(seat.workshop)
    facts = {
        "was": date_format(seat.told_until, "j F Y") if seat.told_until else "",
        "now": date_format(workshop.retain_until, "j F Y") if workshop.retain_until else "",
        "on": date_format(workshop.local(line.at) or line.at, "j F Y") if line else "",
    }
    return _says(facts, put_off=bool(line and line.verb == PUT_OFF)) % facts


def _says(facts: dict[str, str], *, put_off: bool) -> str:
    if put_off:
        return _("On %(on)s it was put off to %(now)s, because no facilitator had been reminded in time.")
    if not facts["now"]:
        return _(
            "On %(on)s the facilitators took the day away, which was %(was)s: everything is kept until they "
            "choose another, or delete it."
        )
    if not facts["was"]:
        return _("On %(on)s the facilitators chose %(now)s. No day was set before.")
    return _("On %(on)s the facilitators changed it from %(was)s to %(now)s.")
