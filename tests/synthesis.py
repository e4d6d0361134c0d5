"""Changes of cards, made as the page makes them, for the tests of synthesis."""

import uuid
from collections.abc import Sequence

from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.changes import change_cards
from workshop.actions.ties import tie_cards
from workshop.actions.undoing import undo_change
from workshop.models import Card, Change, Seat, Tie, Workshop
from workshop.models.lineage import lineage_of, seen_of
from workshop.models.pack import own_pack
from workshop.models.wanted import NewCard, Wanted

MERGED = "Individual motivation vs structural issues"


def wanted(
    workshop: Workshop,
    verb: str,
    cards: Sequence[Card],
    target: Card | None = None,
    titles: Sequence[str] = (),
    reason: str = "",
) -> Wanted:
    """Return a change that rests on the cards as they are now."""
    seen = seen_of(workshop)
    onto = seen[target.pk] if target else None
    texts = tuple(NewCard(title) for title in titles)
    return Wanted(verb, tuple(seen[card.pk] for card in cards), onto, texts, reason)


def change(
    seat: Seat, verb: str, cards: Sequence[Card], target: Card | None = None, titles: Sequence[str] = ()
) -> Change:
    """Make a change and return it."""
    return change_cards(seat, wanted(seat.workshop, verb, cards, target, titles), uid=uuid.uuid4())


def undo(seat: Seat, made: Change, reason: str = "") -> Change:
    """Take a change back, or make it again."""
    head = lineage_of(seat.workshop).head(made.n)
    return undo_change(seat, made.n, uid=uuid.uuid4(), head=head, reason=reason)


def numbered(workshop: Workshop, *numbers: int) -> list[Card]:
    """Return cards by their numbers, with their words."""
    found = {card.number: card for card in workshop.cards.filter(number__in=numbers).with_words()}
    return [found[number] for number in numbers]


def blank_of(seat: Seat, title: str = "Motivation vs lack of skills", rephrases: Card | None = None) -> Card:
    """Let a leader fill in a blank card."""
    target = str(rephrases.uid) if rephrases else ""
    return save_blank(seat, own_pack(seat).places[0].uid, 0, BlankWords(title, "", target))


def table(workshop: Workshop) -> list[str]:
    """Return the titles on the table in order, a sub-theme as "title > its own"."""
    lines = []
    for card in workshop.cards.all().live().with_words():
        lines.append(card.title)
        nested = card.subthemes.filter(status=Card.Status.NESTED).order_by("position", "pk").with_words()
        lines += [f"{card.title} > {each.title}" for each in nested]
    return lines


def paper_synthesis(fay: Seat, blank: Card) -> list[Change]:
    """Make the paper's own changes: one added, three merged into one, the added one nested under card 3."""
    workshop = fay.workshop
    added = change(fay, "adopt", [blank])
    merged = change(fay, "merge", numbered(workshop, 4, 5, 6), titles=[MERGED])
    third, seventh = numbered(workshop, 3, 7)
    return [added, merged, change(fay, "nest", [seventh], third)]


def tied(fay: Seat, tail: int, head: int, uid: uuid.UUID | None = None) -> Tie:
    """Link two cards by number."""
    one, two = numbered(fay.workshop, tail, head)
    return tie_cards(fay, one, two, "Feeds it", uid=uid or uuid.uuid4())
