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
        "few_people": _("Too few people placed the cards: what they say is not what the group says."),
        "few_cards": _("There are too few cards for an order to say anything."),
        "cards_differ": _(
            "Not everybody placed the same cards, so their orders cannot be laid side by side."
        ),
        "no_order": _("Nobody put some cards inner and others outer, so there is no order to agree about."),
        "no_pairs": _("No card was placed by two people, so there is nothing to agree about."),
        "all_alike": _(
            "All placements are alike, so nothing tells agreement from chance. The count says it plainly."
        ),
        "few_voices": _(
            "Fewer than four people placed all of the cards: each weighs too much to be left out."
        ),
        "level": _("In one of the two orders all cards lie level, so the other cannot be held against it."),
    }
