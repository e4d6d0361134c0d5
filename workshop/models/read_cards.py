"""The cards of one page with their words, each read once for all parts of it that show the card."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from .cards import Card, CardText
from .look_ups import LookUp
from .once import once
from .rounds import Round, RoundCard
from .workshops import Workshop

ON_TABLE = LookUp(lambda workshop: Card.objects.filter(workshop=workshop, status=Card.Status.LIVE))
CARDS = LookUp(lambda workshop, keys: Card.objects.filter(workshop=workshop, pk__in=keys))
WORDS = LookUp(lambda cards: CardText.objects.filter(card__in=cards))
ASKED = LookUp(lambda round: RoundCard.objects.filter(round=round))
ASKED_CARDS = LookUp(lambda round: RoundCard.objects.filter(round=round).select_related("card"))


def cards_on_table(workshop: Workshop) -> list[Card]:
    """Return the cards on the table with their words, in the order they are shown, in two queries."""
    cards = _shelved(workshop, ON_TABLE(workshop))
    return sorted(cards, key=lambda card: (card.position, card.pk))


def cards_at(workshop: Workshop, wanted: Collection[int]) -> dict[int, Card]:
    """Return cards of a workshop with their words by primary key, some others perhaps among them.

    Costs two queries for those that this page has not read yet, none if it has read them all.
    """
    shelf = once(workshop, _shelf, workshop)
    missing = [pk for pk in wanted if pk not in shelf]
    read = _shelved(workshop, CARDS(workshop, missing)) if missing else []
    return shelf | {card.pk: card for card in read}


def cards_in(round: Round) -> list[tuple[Card, int]]:
    """Return the cards that a round asks about in order, each with the rev of its words that people saw.

    Costs two queries, or one where this page has read the cards.
    """
    shelf = once(round.workshop, _shelf, round.workshop)
    if shelf:
        found = sorted(ASKED(round), key=_place)
        cards = cards_at(round.workshop, [row.card_id for row in found])
        return [(cards[row.card_id], row.text_rev) for row in found if row.card_id in cards]
    found = sorted(ASKED_CARDS(round), key=_place)
    read = _shelved(round.workshop, [row.card for row in found])
    return [(card, row.text_rev) for card, row in zip(read, found, strict=True)]


def _place(row: RoundCard) -> tuple[int, int]:
    return row.position, row.pk


def _shelf(workshop: Workshop) -> dict[int, Card]:
    return {}


def _shelved(workshop: Workshop, rows: Iterable[Card]) -> list[Card]:
    """Read cards and their words; what the page has read by now stays as it was read."""
    shelf = once(workshop, _shelf, workshop)
    cards = [shelf.get(card.pk, card) for card in rows]
    fresh = {card.pk: card for card in cards if card.pk not in shelf}
    texts: dict[int, list[CardText]] = defaultdict(list)
    for text in WORDS(fresh) if fresh else ():
        texts[text.card_id].append(text)
    for pk, card in fresh.items():
        vars(card)["read_texts"] = texts[pk]
        shelf[pk] = card
    return cards
