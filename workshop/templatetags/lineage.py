"""The picture of a lineage, with its one sentence."""

from collections.abc import Callable
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.lineage_picture import SLIP_WIDTH
from workshop.analysis.lines import slip_words
from workshop.analysis.slips import Line, squeezed
from workshop.models.cards import Card
from workshop.models.drawn import Drawn
from workshop.models.wording import in_words
from workshop.templatetags.naming import named_cards

register = template.Library()
ARROW = " → "
MARGINS = 11  # of a slip, left and right of its words


@register.inclusion_tag("workshop/lineage/_drawing.html")
def lineage_drawing(ancestry: Drawn) -> dict[str, Any]:
    """Draw the lineage: `picture`, and its slips with their words."""
    picture, every = ancestry.picture, ancestry.every
    slips = []
    for slip in picture.slips if picture else []:
        card = every[slip.card]
        words = slip_words(card.short_title, card.title)
        lines = [Line(text, 0, squeezed(text, SLIP_WIDTH - MARGINS)) for text in words]
        slips.append({"slip": slip, "card": card, "lines": lines})
    return {"picture": picture, "slips": slips, "says": lineage_sentence(ancestry)}


@register.filter
def lineage_counts(ancestry: Drawn) -> str:
    """Say how many cards there were: "6 → 7 → 5 → 4"."""
    return ARROW.join(str(n) for n in ancestry.counts)


@register.filter
def lineage_sentence(ancestry: Drawn) -> str:
    """Say what became of the cards: how many they were and are, and which of them went and came."""
    return told_lineage(ancestry, str)


def told_lineage(ancestry: Drawn, said: Callable[[str], str]) -> str:
    """Return the same, with the names of cards as ``said`` gives them: a file may have them otherwise."""
    first, last = ancestry.columns[0].cards, ancestry.columns[-1].cards
    parts = (
        (_("No longer on its own: %(cards)s."), _("No longer on their own: %(cards)s."), first, last),
        (_("New: %(cards)s."), _("New: %(cards)s."), last, first),
    )
    says = [_counted(ancestry)]
    for one, several, these, those in parts:
        cards = [_face(ancestry.every[key], said) for key in these if key not in those]
        if cards:
            says.append((one if len(cards) == 1 else several) % {"cards": named_cards(cards)})
    return " ".join(says)


def _face(card: Card, said: Callable[[str], str]) -> dict[str, str]:
    return {"label": card.label, "short_title": said(card.short_title), "title": said(card.title)}


def _counted(ancestry: Drawn) -> str:
    counts = ancestry.counts
    steps = len(ancestry.columns) - 1
    if not steps:
        return _("The cards are as everybody got them.")
    said = ngettext("in %(n)s step", "in %(n)s steps", steps) % {"n": in_words(steps)}
    values = {"first": in_words(counts[0]), "last": in_words(counts[-1]), "steps": said}
    if counts[0] == counts[-1]:
        return (
            _("There are %(last)s cards, as at the beginning, but not the same: they changed %(steps)s.")
            % values
        )
    became = _("%(first)s cards became %(last)s, %(steps)s.") % values
    return became[:1].upper() + became[1:]
