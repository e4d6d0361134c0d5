"""Whether somebody is asked anew, for the banner on their pages."""

from django import template

from workshop.models import Seat
from workshop.models.asked_anew import is_asked_anew

register = template.Library()


@register.filter
def asked_anew(seat: Seat) -> bool:
    """Whether something is asked of the seat that it has not answered; one query."""
    return is_asked_anew(seat)
