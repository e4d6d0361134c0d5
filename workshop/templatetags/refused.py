"""Why a figure is not given, in one sentence."""

from django import template
from django.utils.translation import gettext as _

from workshop.analysis.refused import Refused, Why

register = template.Library()


@register.filter
def why_refused(refused: Refused) -> str:
    """Say why there is no figure."""
    return _words()[refused.why]


def _words() -> dict[Why, str]:
    return {
        "few_people": _("Too few people placed all of the cards: their order would not be the group’s."),
        "few_cards": _("There are too few cards for an order to say anything."),
    }
