"""The blank cards of a pack: those that its person has filled in, and the places that are left."""

from django.utils.translation import gettext as _

from workshop.analysis.anchors import Anchor, What
from workshop.models.blanks import Blank
from workshop.models.cards import Card
from workshop.models.pack import OwnPack

from .content import BlankCard, Box
from .places import Marks, place_of


def blank_cards(pack: OwnPack, marks: Marks, *, words: bool) -> list[BlankCard]:
    """Return the blank cards of a person in their order, with their ``words`` or all empty."""
    numbers = {str(box.asked.card.uid): str(box.asked.card.number) for box in pack.boxes if box.asked}
    every = sorted([*pack.blanks, *pack.places], key=lambda blank: blank.position)
    return [
        _filled(blank, numbers, marks) if words else _blank(blank.position, blank.key, {}, "")
        for blank in every
    ]


def empty_cards(many: int) -> list[BlankCard]:
    """Return so many blank cards that are nobody's."""
    return [_blank(n, "", {}, "") for n in range(1, many + 1)]


def _filled(blank: Blank, numbers: dict[str, str], marks: Marks) -> BlankCard:
    words = blank.saved
    rephrases = numbers.get(words["rephrases"], "")
    return _blank(blank.position, blank.key, words, rephrases, blank.card, marks)


def _blank(
    number: int,
    key: str,
    words: dict[str, str],
    rephrases: str,
    card: Card | None = None,
    marks: Marks | None = None,
) -> BlankCard:
    def box(what: What, label: str, text: str) -> Box:
        return Box(Anchor(what, number), label, text=text, key=key)

    return BlankCard(
        key,
        number,
        Card(position=number).label,
        box(What.BLANK, _("Title"), words.get("title", "")),
        box(What.MEANING, _("What it means"), words.get("summary", "")),
        box(What.REPHRASES, _("If it says a card differently, its number:"), rephrases),
        place_of(card, number, marks or {}, blank=True),
    )
