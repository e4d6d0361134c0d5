"""What pages say of the day on which a workshop is erased."""

from django import template
from django.utils import timezone

from config.mail import sends_mail
from workshop.models import Workshop
from workshop.models.retention import days_left

register = template.Library()


@register.filter
def erased_soon(workshop: Workshop) -> bool:
    """Return whether a workshop is erased within a month. Asks the database nothing."""
    return days_left(workshop, timezone.now()) is not None


@register.filter
def erased_by_hand(_workshop: Workshop) -> bool:
    """Return whether nobody can be reminded, so that nothing is erased by itself on its day."""
    return not sends_mail()
