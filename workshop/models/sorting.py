"""One person's card sort, as a page or a picture shows it: which card lies where, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .ballots import Ballot, Mark
from .cards import Card, CardText
from .people import Seat
from .read_cards import cards_in
from .rounds import Round
from .text import clean_line


@dataclass
class SortedCard:
    """A card with the words that its round shows, and the mark it has (``None``: not answered yet).

    ``sent`` is the zone and the reason of a form that was refused, and ``note`` says so: not saved, not lost.
    ``news``, ``came_from`` and ``was`` are what ``former.look_back`` knows of the sort before.
    """

    card: Card
    words: CardText
    mark: Mark | None = None
    sent: tuple[str, str] | None = None
    note: str = ""
    news: str = ""
    came_from: list[str] = field(default_factory=list)
    was: str = ""

    @property
    def zone(self) -> str:
        """The zone that is saved; empty without an answer."""
        return self.mark.zone if self.mark else ""

    @property
    def reason(self) -> str:
        """The reason that is saved, on one line."""
        return clean_line(self.mark.reason) if self.mark else ""

    @property
    def shown(self) -> tuple[str, str]:
        """The zone and the reason that a form shows."""
        return self.sent or (self.zone, self.reason)

    @property
    def label(self) -> str:
        """What the slip carries: a number, or a letter for one's own blank card."""
        return self.card.label

    @property
    def number(self) -> int | None:
        """The card's number; ``None`` for a blank card."""
        return self.card.number

    @property
    def title(self) -> str:
        """The title that the round shows."""
        return self.words.title

    @property
    def short_title(self) -> str:
        """The short title that the round shows; may be empty."""
        return self.words.short_title


@dataclass
class Sorting:
    """All cards of one person's sort, by where they lie."""

    unsorted: list[SortedCard] = field(default_factory=list)
    inner: list[SortedCard] = field(default_factory=list)
    outer: list[SortedCard] = field(default_factory=list)
    unplaced: list[SortedCard] = field(default_factory=list)
    ballot: Ballot | None = None

    @property
    def everything(self) -> list[SortedCard]:
        """Every card, whatever its place."""
        return self.unsorted + self.inner + self.outer + self.unplaced

    @property
    def answered(self) -> int:
        """How many cards have a mark: inner, outer or not placed."""
        return len(self.everything) - len(self.unsorted)

    def zone_of(self, zone: str) -> list[SortedCard]:
        """Return the cards in ``inner``, ``outer`` or ``unplaced``; with ``""``, those without an answer."""
        return getattr(self, zone or "unsorted")

    def is_ordered(self, zone: str) -> bool:
        """Whether the person put the cards of a circle in order (else they are equal)."""
        return any(each.mark and each.mark.place for each in self.zone_of(zone))


def sorting_of(seat: Seat, round: Round) -> Sorting:
    """Return the seat's sort in a round: the cards the round asks about and the seat's own blank cards.

    Costs a fixed number of queries. Before the round opens, it shows the live cards with their newest words.
    """
    ballot = Ballot.objects.filter(round=round, seat=seat).prefetch_related("marks").first()
    marks = {mark.card_id: mark for mark in ballot.marks.all()} if ballot else {}
    sorting = Sorting(ballot=ballot)
    for each in [*cards_asked(round), *own_blanks(seat)]:
        each.mark = marks.get(each.card.pk)
        sorting.zone_of(each.mark.zone if each.mark else "").append(each)
    for zone in (sorting.inner, sorting.outer):
        zone.sort(key=lambda each: (each.mark.place or 0) if each.mark else 0)
    return sorting


def cards_asked(round: Round) -> list[SortedCard]:
    """Return the cards that a round asks about, with the words it pinned, in their order."""
    if round.is_draft:
        return [SortedCard(card, card.words) for card in cards_to_ask(round)]
    return [SortedCard(card, card.words_at(rev)) for card, rev in cards_in(round)]


def cards_to_ask(round: Round) -> list[Card]:
    """Return the cards that a round asks about if it opens now: on the table, with poles for a spectrum."""
    live = Card.objects.filter(workshop_id=round.workshop_id).live().with_words()
    poles = round.kind == Round.Kind.SPECTRUM
    return [card for card in live if card.words.has_poles or not poles]


def own_blanks(seat: Seat) -> Iterable[SortedCard]:
    """Return the seat's own blank cards that have a title: only those can be placed."""
    blanks = Card.objects.proposed_by(seat).with_words()
    return [SortedCard(card, card.words) for card in blanks if card.title]
