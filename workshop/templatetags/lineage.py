"""The picture of a lineage, with its one sentence."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.fates import fates_of
from workshop.analysis.lineage_picture import SLIP_WIDTH
from workshop.analysis.lines import slip_words
from workshop.analysis.slips import Line, squeezed
from workshop.models.cards import Card
from workshop.models.drawn import Drawn
from workshop.models.wording import in_words
from workshop.templatetags.naming import NAMED, called, named_cards

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
    fates = fates_of(ancestry.columns)
    parts = (
        (_("No longer on its own: %(cards)s."), _("No longer on their own: %(cards)s."), fates.gone),
        (_("New: %(cards)s."), _("New: %(cards)s."), fates.new),
        (
            _("Added on the way, and no longer on its own: %(cards)s."),
            _("Added on the way, and no longer on their own: %(cards)s."),
            fates.passed,
        ),
    )
    says = [_counted(ancestry)]
    for one, several, these in parts:
        if cards := [_face(ancestry.every[key], said) for key in these]:
            named = named_cards(cards, said=partial(_under, ancestry, these))
            says.append((one if len(cards) == 1 else several) % {"cards": named})
    if fates.reworded:
        says.append(_("In new words: %(cards)s.") % {"cards": _reworded(ancestry, fates.reworded, said)})
    return " ".join(says)


def _under(ancestry: Drawn, cards: Sequence[int], n: int) -> str:
    """Say whose sub-theme a card is by now; nothing of any other."""
    parent = ancestry.columns[-1].nested.get(cards[n])
    return _("a sub-theme of %(label)s") % {"label": ancestry.every[parent].label} if parent else ""


def _reworded(ancestry: Drawn, pairs: Sequence[tuple[int, int]], said: Callable[[str], str]) -> str:
    """Name cards that stand in new words, each by its number before: "card 6, now 9 (Ways of working)"."""
    told = []
    for was, now in pairs:
        card = ancestry.every[now]
        named = called(_face(card, said)) if len(pairs) <= NAMED else card.label
        told.append(
            _("card %(before)s, now %(after)s") % {"before": ancestry.every[was].label, "after": named}
        )
    return _("; ").join(told)


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
