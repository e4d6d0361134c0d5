"""The picture of the links between cards, with its one sentence and its numbers."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.ties_picture import FEWEST_LINKS, Link, draw, drawable
from workshop.models.cards import Card
from workshop.models.synthesis import Synthesis
from workshop.models.tying import Hanging, TieLine, tieable
from workshop.templatetags.changes import named
from workshop.templatetags.words import of_people

register = template.Library()
LEADING = 2  # more cards than this that lead equally are not named


@dataclass(frozen=True)
class Tied:
    """A card with links: how many go out of it and come to it, and how many would start with it, in words."""

    card: Card
    out: int
    into: int
    start: str

    @property
    def is_part(self) -> bool:
        """Whether it is a sub-theme of another card."""
        return self.card.status == Card.Status.NESTED


@register.inclusion_tag("workshop/ties/_picture.html")
def ties_picture(hanging: Hanging, found: Synthesis) -> dict[str, Any]:
    """Draw the links among the cards on the table: `picture`, its `rows`, what it `says`; or how many cards.

    What is within one card, or leads to a card that was set aside, is in the list alone.
    """
    cards = {card.pk: card for card in tieable(found)}
    lines = [links for line in hanging.ties if (links := _links(line, cards))]
    arrows = [link for links in lines for link in links]
    tied = [card for pk, card in cards.items() if any(pk in link for link in arrows)]
    if len(lines) < FEWEST_LINKS:
        return {}
    if not drawable(len(lines), len(tied), len(set(arrows))):
        return {"too_many": len(tied)}
    rows, picture = _rows(tied, lines, hanging), draw([card.pk for card in tied], arrows)
    slips = list(zip(picture.slips, rows, strict=True))
    return {"arrows": picture.arrows, "slips": slips, "rows": rows, "says": ties_sentence(rows, len(lines))}


def _links(line: TieLine, cards: Collection[int]) -> list[Link]:
    pairs = [(tail.pk, head.pk) for tail in line.tails for head in line.heads]
    return [(tail, head) for tail, head in pairs if tail != head and tail in cards and head in cards]


def _rows(cards: Sequence[Card], lines: Sequence[Sequence[Link]], hanging: Hanging) -> list[Tied]:
    """Count for each card the links of the list: one that leads to two cards now is one link to each."""
    out = Counter(card for links in lines for card in {tail for tail, _head in links})
    into = Counter(card for links in lines for card in {head for _tail, head in links})
    counts = {begin.row.card.pk: begin.count for begin in hanging.starts if begin.count}
    says = {pk: of_people(count, hanging.people) for pk, count in counts.items()}
    return [Tied(card, out[card.pk], into[card.pk], says.get(card.pk, "")) for card in cards]


def ties_sentence(rows: Sequence[Tied], links: int) -> str:
    """Say where most links lead: "5 links tie 4 cards together; no card has more than one leading to it."."""
    most = max(row.into for row in rows)
    leading = [row.card for row in rows if row.into == most]
    said = _("%(links)s links tie %(tied)s cards together") % {"links": links, "tied": len(rows)}
    return f"{said}; {_leading(leading, most, links)}"


def _leading(leading: Sequence[Card], most: int, links: int) -> str:
    counted = of_people(most, links)
    if most == 1:
        return _("no card has more than one leading to it.")
    if len(leading) > LEADING:
        return _("%(n)s cards have the most leading to them: %(counted)s each.") % {
            "n": len(leading),
            "counted": counted,
        }
    says = ngettext(
        "%(cards)s has the most leading to it: %(counted)s.",
        "%(cards)s have the most leading to them: %(counted)s each.",
        len(leading),
    )
    return says % {"cards": named(leading), "counted": counted}
