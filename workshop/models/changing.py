"""The verbs of synthesis: what each does to the cards, and what it refuses.

Each takes the move it writes through, the cards it starts from as they are now, the card it ends in, and the
words of new cards. None of them moves or copies a comment or a placement: successors find those by lineage.
"""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _

from .cards import Card
from .moves import SIDES, Move
from .refusals import Closed, Invalid
from .wanted import NewCard

Cards = Sequence[Card]
Words = Sequence[NewCard]
Verb = Callable[[Move, Cards, Card | None, Words], None]
Status = Card.Status
MOST_PARTS, MOST_CARDS = 6, 200
ALONE = frozenset({"adopt", "rephrase", "split"})  # verbs that start from one card


def adopt(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Take a blank card up in its author's words: as a new card, or in place of the one it re-phrases."""
    blank = _only("adopt", sources)
    _require(blank.is_blank and bool(blank.title), _("Card %s has been taken up or removed already."), blank)
    place = _after_last(blank)
    if not target:
        _require_room(move, 1)
    else:
        _require_live([target])
        place = target.position
        move.set(target, SIDES.SOURCE, status=Status.REPHRASED)
        move.carry(target, blank)
    number = move.next_number()
    move.set(blank, SIDES.RESULT, status=Status.LIVE, number=number, position=place)


def rephrase(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Put a card with other words in the place of one."""
    _require_live([_only("rephrase", sources)])
    _replace(move, sources, texts, Status.REPHRASED)


def merge(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Make one card of several; it stands where the first of them stood."""
    require_count("merge", len(sources))
    _require_live(sources)
    _replace(move, sources, texts, Status.MERGED)


def split(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Make several cards of one; its sub-themes go with the first."""
    _require_live([_only("split", sources)])
    if not 2 <= len(texts) <= MOST_PARTS:
        raise Invalid(_("Split a card into two to six cards, each with a title."))
    _replace(move, sources, texts, Status.SPLIT)


def nest(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Make cards sub-themes of another; what was said about them stays with them."""
    if target is None or target in sources:
        raise Invalid(_("Choose the card that these become sub-themes of."))
    _require_live([*sources, target])
    for card in sources:
        has_own = card.subthemes.filter(status=Status.NESTED).exists()
        _require(not has_own, _("Card %s has sub-themes of its own. Lift those out first."), card)
        move.set(card, SIDES.SOURCE, status=Status.NESTED, parent_id=target.pk)
    move.rest_on(target)


def lift(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Make sub-themes cards of their own again."""
    _require_room(move, len(sources))
    for card in sources:
        _require(card.status == Status.NESTED, _("Card %s is not a sub-theme any more."), card)
        move.set(card, SIDES.SOURCE, status=Status.LIVE, parent_id=None)


def retire(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Set cards aside, with their sub-themes; they can come back."""
    for card in sources:
        on_table = card.status in (Status.LIVE, Status.NESTED)
        _require(on_table, _("Card %s is not on the table any more."), card)
        move.set(card, SIDES.SOURCE, status=Status.RETIRED, parent_id=None)


def restore(move: Move, sources: Cards, target: Card | None, texts: Words) -> None:
    """Put cards that were set aside on the table again."""
    _require_room(move, len(sources))
    for card in sources:
        is_aside = card.status == Status.RETIRED and card.number is not None
        _require(is_aside, _("Card %s is not set aside any more."), card)
        move.set(card, SIDES.SOURCE, status=Status.LIVE)


VERBS: Mapping[str, Verb] = {
    "adopt": adopt,
    "rephrase": rephrase,
    "merge": merge,
    "split": split,
    "nest": nest,
    "lift": lift,
    "retire": retire,
    "restore": restore,
}


def _replace(move: Move, sources: Cards, texts: Words, status: str) -> None:
    wanted = 1 if status != Status.SPLIT else len(texts)
    if len(texts) != wanted:
        raise Invalid(_("Write the words of the new card."))
    _require_room(move, len(texts) - len(sources))
    position = min(card.position for card in sources)
    made = [move.make(words, position) for words in texts]
    for card in sources:
        move.set(card, SIDES.SOURCE, status=status)
        move.carry(card, made[0])


def require_count(verb: str, n: int) -> None:
    """Raise Invalid unless a verb can start from so many cards."""
    if verb == "merge" and n < 2:
        raise Invalid(_("Choose at least two cards to merge."))
    if verb in ALONE and n != 1:
        raise Invalid(_("Choose one card for this, not %(n)s.") % {"n": n})


def _only(verb: str, cards: Cards) -> Card:
    require_count(verb, len(cards))
    return cards[0]


def _require(fine: bool, refusal: str, card: Card) -> None:
    if not fine:
        raise Closed(refusal % card.label)


def _require_live(cards: Cards) -> None:
    for card in cards:
        _require(card.status == Status.LIVE, _("Card %s is not on the table any more."), card)


def _require_room(move: Move, more: int) -> None:
    if more > 0 and move.change.workshop.cards.filter(status=Status.LIVE).count() + more > MOST_CARDS:
        raise Invalid(_("The table holds at most 200 cards. Merge or retire some first."))


def _after_last(card: Card) -> int:
    last = card.workshop.cards.filter(status__in=(Status.LIVE, Status.NESTED)).order_by("-position").first()
    return (last.position if last else 0) + 1
