"""What pages say of the day on which a workshop is erased."""

from django import template
from django.utils import timezone

from config.mail import sends_mail
from workshop.models import Workshop
from workshop.models.retention import PUT_OFF, addresses_of, days_left, told_by

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
