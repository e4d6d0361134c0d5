"""Words and pictures of a spectrum: where a mark lies, who wants to move where, a line with dots."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.spectrum import Spread, band, bands, lane
from workshop.models import CardText
from workshop.models.spectrum import Poles
from workshop.templatetags.words import of_people

register = template.Library()
MIDDLES = (0, 25, 50, 75, 100)
Rows = Iterable[tuple[Poles, Spread]]


@register.filter
def band_words(words: CardText) -> list[tuple[int, str]]:
    """Return the middle of each band with what a mark in it says, from pole to pole."""
    return [(at, says_where(words, at)) for at in MIDDLES]


@register.filter
def says_where(words: CardText, at: int | None) -> str:
    """Say in words where a mark lies: "near" a pole, "towards" one, or "in the middle"."""
    if at is None:
        return _("not marked")
    where = band(at)
    if where == 2:  # the third of five
        return _("in the middle")
    said = _("near “%(pole)s”") if where in (0, 4) else _("towards “%(pole)s”")
    return said % {"pole": words.pole_a if where < 2 else words.pole_b}


@register.simple_tag
def moves_sentence(card: Poles, spread: Spread) -> str:
    """Say of one card who wants to move: "4 of 5 want to move towards X; 1 wants to stay"."""
    if spread.is_withheld:
        return _("Too few people marked it to show where, as names are hidden here.")
    if not spread.both:
        return _("Nobody marked both where we are and where we want to be.")
    parts = [
        _towards(n, spread.both, pole) for n, pole in ((spread.to_a, card.a), (spread.to_b, card.b)) if n
    ]
    if spread.stay:
        stays = ngettext("%(n)s wants to stay where we are", "%(n)s want to stay where we are", spread.stay)
        parts.append(stays % {"n": of_people(spread.stay, spread.both) if not parts else spread.stay})
    return _("; ").join(parts) + "."


def _towards(n: int, people: int, pole: str) -> str:
    words = ngettext(
        "%(n)s wants to move towards “%(pole)s”", "%(n)s want to move towards “%(pole)s”", people
    )
    return words % {"n": of_people(n, people), "pole": pole}


@register.inclusion_tag("workshop/pictures/_spectrum.html")
def spectrum_lines(rows: Rows, id: str) -> dict[str, Any]:
    """Draw for each card a line with a dot for each person: above it now, below it as they want it."""
    return {"rows": [_row(card, spread) for card, spread in rows], "id": id}


def _row(card: Poles, spread: Spread) -> dict[str, Any]:
    above, below = (lane(side, spread.people) for side in (spread.now, spread.want))
    return {
        "card": card,
        "spread": spread,
        "above": above,
        "below": below,
        "height": above.height + below.height,
    }


@register.inclusion_tag("workshop/pictures/_spectrum_table.html")
def spectrum_table(rows: Rows, id: str) -> dict[str, Any]:
    """Write the same as tables: the marks in five bands, a row for now and one for want, and the moves."""
    listed = [(card, spread, _sides(spread)) for card, spread in rows]
    return {"rows": listed, "id": id}


def _sides(spread: Spread) -> list[tuple[str, list[int]]]:
    return [(_("Where we are"), [*bands(spread.now)]), (_("Where we want to be"), [*bands(spread.want)])]
