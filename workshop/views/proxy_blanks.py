"""Blank cards on the page where a facilitator enters for somebody: what each says, with the pack's form."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from workshop.actions.blank_words import BlankWords
from workshop.actions.proxy import fill_for
from workshop.models import Card, Invalid, Refusal, Seat, Stale
from workshop.models.blanks import Blank
from workshop.models.proxy import BlankPlace
from workshop.models.setup import print_of_words

from .autosave import read_rev
from .blanks import FIELDS
from .proxy_order import says_where
from .proxy_rounds import place_row
from .proxy_sent import Sent, named, typed_beside


def save_blanks(by: Seat, seat: Seat, blanks: list[Blank], sent: QueryDict) -> list[Refusal]:
    """Save each blank card that the form changed, one that left the pack too; return what was refused.

    Raises:
        Http404: a card on the form is somebody else's.
    """
    refused: list[Refusal] = []
    for blank in [*blanks, *_gone(blanks, sent)]:
        if _is_untouched(blank, sent):
            continue
        try:
            rev = read_rev(sent.get(f"rev-{blank.uid}", ""))
            fill_for(by, seat, blank.uid, rev, BlankWords(**_typed(blank, sent)))
        except Stale:
            refused.append(Stale(kept_beside(), conflicts=[blank.key]))
        except Refusal as refusal:
            refused.append(refusal)
        except Card.DoesNotExist:
            raise Http404 from None
    return refused


def _gone(blanks: list[Blank], sent: QueryDict) -> list[Blank]:
    """Return the blank cards of a form that are not in the pack: removed, taken up, or without a place."""
    known = {blank.key for blank in blanks}
    keys = [name.removeprefix("title-") for name in sent if name.startswith("title-")]
    try:
        return [Blank(UUID(key), 0) for key in keys if key not in known]
    except ValueError:
        raise Http404 from None


def stray_words(blanks: list[Blank], known: Collection[str], sent: Sent | None) -> list[str]:
    """Return what was typed about a card that the pack does not have any more, to be copied.

    Args:
        known: what else has its fields in the form, by uid.
    """
    gone = _gone(blanks, sent.words) if sent else []
    untouched = [blank for blank in gone if sent and _is_untouched(blank, sent.words)]
    left = {f"{name}-{blank.key}" for blank in untouched for name in FIELDS}
    return typed_beside(sent, {*known, *(blank.key for blank in blanks)}, left)


def kept_beside() -> str:
    """Return the sentence for words of theirs that were changed meanwhile."""
    return _(
        "A comment or a blank card was changed meanwhile. It shows as it is now; what you entered is kept "
        "beside it in their pack, for them to choose."
    )


def placed_untitled(blanks: list[Blank], cards: list[Card], sent: QueryDict) -> list[Refusal]:
    """Return a refusal for each blank card that the form places and that has no title to place it by."""
    known = {card.uid for card in cards}
    return [
        Invalid(_("Blank card %(label)s is not placed yet: give it a title first.") % {"label": blank.label})
        for blank in blanks
        if blank.uid not in known and says_where(blank.key, sent)
    ]


def blank_row(place: BlankPlace, sent: Sent | None) -> dict[str, Any]:
    """Return a blank card as the form shows it: with what was typed and is not saved, else as it is saved."""
    blank = place.blank
    row = place_row(blank.uid, place.zone, place.place, sent) | {"blank": blank}
    if sent is None or _is_untouched(blank, sent.words) or blank.key in named(sent, "conflicts"):
        return row | {"words": blank.saved, "rev": blank.rev, "seen": blank.held}
    words = sent.words
    rests = {name: words.get(f"{name}-{blank.uid}", "") for name in ("rev", "seen")}
    return row | {"words": _typed(blank, words), **rests}


def _is_untouched(blank: Blank, sent: QueryDict) -> bool:
    """Whether a form has a blank card as its page showed it, or as it is saved now, or not at all."""
    if f"title-{blank.uid}" not in sent:
        return True
    return print_of_words(_typed(blank, sent).values()) in (sent.get(f"seen-{blank.uid}"), blank.held)


def _typed(blank: Blank, sent: QueryDict) -> dict[str, str]:
    return {name: sent.get(f"{name}-{blank.uid}", "") for name in FIELDS}
