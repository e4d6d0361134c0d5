"""Why a figure is not given, in one sentence; and the figures that never are."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext_lazy as _

from workshop.analysis.refused import NEVER, Never, Refused, Why

register = template.Library()

WORDS: Mapping[Why, object] = {
    "few_people": _("Too few people placed the cards: what they say is not what the group says."),
    "few_cards": _("There are too few cards for an order to say anything."),
    "cards_differ": _("Not everybody placed the same cards, so their orders cannot be laid side by side."),
    "no_order": _("Everybody left all cards level, so there is no order to agree about."),
    "no_pairs": _("No card was placed by two people, so there is nothing to agree about."),
    "all_alike": _(
        "All placements are alike, so nothing tells agreement from chance. The count says it plainly."
    ),
    "few_voices": _("Too few people placed all of the cards for one of them to be left out."),
    "level": _("In one of the two orders all cards lie level, so the other cannot be held against it."),
    "small_part": _("A part of the group is so small that its figures would show what each of them chose."),
    "few_sorts": _(
        "These rest on whole sorts. Fewer than three people placed every card, so they would say what single "
        "people did, not what the group says."
    ),
    "whole_sorts": _(
        "These follow each person through all cards, and in a small group they could tell how one person "
        "sorted. So the facilitators have them, whose records hold each answer; everybody else gets what the "
        "totals say by themselves."
    ),
    "names_hidden": _(
        "These follow each person through all cards. Names are hidden here, so we give only what the totals "
        "say by themselves; these could tell more of single people."
    ),
}

NEVER_WORDS: Mapping[Never, tuple[object, object]] = {
    "per_cent": (
        _("Per cent, below ten people"),
        _("One person would be more than ten of them. “4 of 5” says the same and hides nothing."),
    ),
    "medians": (
        _("Medians and quartiles of placements"),
        _(
            "A card that half of the group placed inner and half outer has no middle. A median would "
            "hide the split, which is what to talk about."
        ),
    ),
    "tests": (
        _("Tests of what moved"),
        _(
            "If all five people in a group move a card the same way, chance alone would do that once in "
            "16 times. No sign test, McNemar’s or Wilcoxon’s can say more about five people."
        ),
    ),
    "fleiss": (
        _("Fleiss’ kappa"),
        _(
            "Where nearly all agree it falls to zero or below. “Pairs that agree” says plainly what can "
            "be seen."
        ),
    ),
    "eijk": (
        _("Van der Eijk’s A"),
        _(
            "It is made for scales of many steps. Of two circles it says the split once more, and "
            "nothing else."
        ),
    ),
    "parts": (
        _("Results by role or organisation"),
        _(
            "Rounds ask participants alone: by role there is one group, everybody. Of organisations Roundel "
            "asks nothing. And a group of one or two would show what each of them chose; so would the "
            "others, taken from the total."
        ),
    ),
    "clusters": (
        _("Clusters, maps and factors"),
        _("They need far more people than sit round one table, and draw patterns where there are none."),
    ),
}


@register.filter
def why_refused(refused: Refused) -> str:
    """Say why there is no figure."""
    return str(WORDS[refused.why])


@register.simple_tag
def never_given() -> list[tuple[str, str]]:
    """Return the name of each figure that is never given, and one or two sentences of why."""
    return [(str(name), str(why)) for name, why in (NEVER_WORDS[each] for each in NEVER)]
