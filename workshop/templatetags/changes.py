"""Words for changes of cards: what became of which, without saying who."""

from collections.abc import Sequence
from typing import Protocol

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshop.models.cards import Card
from workshop.models.tying import Begin, TieLine
from workshop.templatetags.naming import cards_named
from workshop.templatetags.words import of_people

register = template.Library()


class Called(Protocol):
    """What a sentence about changes needs of a card."""

    @property
    def number(self) -> int | None:
        """Its number; none for a blank card."""

    @property
    def title(self) -> str:
        """Its title."""


DONE = {
    "adopt": _("%(results)s taken up from a blank card"),
    "replace": _("%(sources)s gave way to %(results)s, a blank card that re-phrases it"),
    "rephrase": _("%(sources)s re-phrased as %(results)s"),
    "merge": _("%(sources)s merged into %(results)s"),
    "split": _("%(sources)s split into %(results)s"),
    "nest": _("%(sources)s made part of %(results)s"),
    "lift": _("%(sources)s lifted out"),
    "retire": _("%(sources)s set aside"),
    "restore": _("%(sources)s put back on the table"),
}
TO_DO = {
    "adopt": _("Take up a blank card"),
    "rephrase": _("Re-phrase %(sources)s"),
    "merge": _("Make one card of %(sources)s"),
    "split": _("Split %(sources)s"),
    "nest": _("Make %(sources)s part of another card"),
    "lift": _("Lift out %(sources)s"),
    "retire": _("Set aside %(sources)s"),
    "restore": _("Put %(sources)s back on the table"),
}
ASKED = {
    "adopt": _("Take up the blank card “%(title)s”?"),
    "rephrase": _("Re-phrase %(sources)s?"),
    "merge": _("Make one card of %(sources)s?"),
    "split": _("Split %(sources)s?"),
    "nest": _("Make %(sources)s part of %(target)s?"),
    "lift": _("Lift out %(sources)s?"),
    "retire": _("Set aside %(sources)s?"),
    "restore": _("Put %(sources)s back on the table?"),
}


@register.simple_tag
def change_done(verb: str, sources: Sequence[Called], results: Sequence[Called]) -> str:
    """Say what a change did: "Cards 4, 5 and 6 merged into card 8"."""
    key = "replace" if verb == "adopt" and sources else verb
    return capfirst(str(DONE[key]) % {"sources": named(sources), "results": named(results)})


@register.simple_tag
def change_to_do(verb: str, sources: Sequence[Called]) -> str:
    """Say what a change would do, as a heading: "Make one card of cards 4, 5 and 6"."""
    return str(TO_DO[verb]) % {"sources": named(sources)}


@register.simple_tag
def change_asked(verb: str, sources: Sequence[Card], target: Card | None = None) -> str:
    """Ask the group about a change: "Make one card of cards 4, 5 and 6?"."""
    values = {"sources": named(sources), "target": named([target] if target else [])}
    return str(ASKED[verb]) % {**values, "title": sources[0].title if sources else ""}


@register.simple_tag
def tie_line(line: TieLine) -> str:
    """Say which card bears on which: "Card 3 bears on card 4", or "Within card 8"."""
    if line.is_within:
        return _t("Within %(cards)s") % {"cards": named(line.tails)}
    says = ngettext("%(tails)s bears on %(heads)s", "%(tails)s bear on %(heads)s", len(line.tails))
    return capfirst(says % {"tails": named(line.tails), "heads": named(line.heads)})


@register.filter
def cards_line(cards: Sequence[Card]) -> str:
    """Name cards by their labels: "cards 4, 5 and 6"."""
    return named(cards)


@register.filter
def card_line(card: Card) -> str:
    """Name one card by its label: "card 4"."""
    return named([card])


@register.filter
def start_says(begin: Begin, people: int) -> str:
    """Say how many would start with a card, and whether the reader is among them."""
    says = gettext("%(counted)s would start here") % {"counted": of_people(begin.count, people)}
    return f"{says}, {gettext('you among them')}" if begin.mine else says


@register.filter
def people_comments(count: int) -> str:
    """Say how many comments there are; nothing where there are none."""
    if not count:
        return ""
    return ngettext("%(n)s comment", "%(n)s comments", count) % {"n": count}


def named(cards: Sequence[Called]) -> str:
    """Name cards by their labels, blank ones by their titles."""
    return cards_named([called(card) for card in cards])


@register.filter
def called(card: Called) -> str:
    """Return what stands after "card" in a sentence: a number, or the title of a blank card."""
    return str(card.number) if card.number else f"“{card.title}”"
