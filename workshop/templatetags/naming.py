"""How a sentence names cards: by number and name, so that it says by itself what a picture shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NAMED = 4  # more cards than this are told by number alone
NUMBERED = 9  # and more than this are counted


def and_list(items: Iterable[object]) -> str:
    """Join words as in a sentence: "2, 4 and 6"."""
    *some, last = [str(item) for item in items] or [""]
    if not some:
        return last
    return _("%(some)s and %(last)s") % {"some": _(", ").join(some), "last": last}


def cards_named(labels: Sequence[str], of: int = 0) -> str:
    """Name cards by their labels alone; of very many that are tied, say how many of `of` instead."""
    if of and len(labels) == of > 1:
        return _("all cards")
    if of and len(labels) > NUMBERED:
        return _("%(count)s cards") % {"count": len(labels)}
    return ngettext("card %(labels)s", "cards %(labels)s", len(labels)) % {"labels": and_list(labels)}


def named_cards(cards: Sequence[object], of: int = 0, said: Callable[[int], str] = lambda _n: "") -> str:
    """Name cards by label and name: "cards 2 (Power) and 5 (Ways of working)"; more than a few as above.

    Args:
        of: how many cards there are, to say "all cards"; 0 where that is not to be said.
        said: what is said of each of a few, by its place among ``cards``; it stands with the name.
    """
    if len(cards) > NAMED or (of and len(cards) == of > 1):
        return cards_named([_part(card, "label") for card in cards], of)
    labels = and_list(called(card, said(n)) for n, card in enumerate(cards))
    return ngettext("card %(labels)s", "cards %(labels)s", len(cards)) % {"labels": labels}


def called(card: object, said: str = "") -> str:
    """Return "5 (Ways of working)"; with what is ``said`` of it, "5 (Ways of working: 3 inner)"."""
    name = _part(card, "short_title") or _part(card, "title")
    within = _(": ").join(filter(None, [name, said]))
    values = {"label": _part(card, "label"), "within": within}
    return _("%(label)s (%(within)s)") % values if within else values["label"]


def _part(card: object, name: str) -> str:
    """Read one thing of a card, which may be an object or a mapping; empty where it has none."""
    return str(card.get(name, "") if isinstance(card, Mapping) else getattr(card, name, ""))
