"""The cards as the group works on them now: the table, what waits to be taken up, what was set aside.

It costs a fixed number of queries, whatever the number of cards, comments and changes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

from workshop.analysis.lineage import Lineage

from .audiences import (
    FACILITATORS,
    audience_of,
    known_as,
    may_read_words,
    may_see_names,
    readable_remarks,
)
from .cards import Card, CardText, every_card
from .change_lines import ChangeLine, line_of
from .lineage import changes_of, lineage_of, seen_in
from .people import Seat
from .preparation import authors_under, note_authors
from .proposals import Proposal
from .proposing import proposals_of
from .undone import Undoing, undoings_of
from .wanted import Seen
from .workshops import Workshop

Status = Card.Status
SUMMARY = 220  # characters of a summary that a list shows


@dataclass
class TableCard:
    """A card that can be chosen: with what it came from, its sub-themes and how much was said of it.

    ``noted`` names the facilitators of whose notes it was made, to facilitators alone.
    """

    card: Card
    seen: Seen
    origins: list[Card] = field(default_factory=list)
    subthemes: "list[TableCard]" = field(default_factory=list)
    comments: int = 0
    by: str = ""
    noted: list[str] = field(default_factory=list)

    @cached_property
    def uid(self) -> str:
        """The card's own."""
        return str(self.card.uid)

    @cached_property
    def words(self) -> CardText:
        """The newest words, found once: a page reads them many times for each of 200 cards."""
        return self.card.words

    @property
    def title(self) -> str:
        """The newest title."""
        return self.words.title

    @property
    def name(self) -> str:
        """What it is called in a sentence: its number, or a blank card's title."""
        return self.card.label if self.card.number else f"“{self.title}”"

    @property
    def summary(self) -> str:
        """The beginning of its summary, cut between words."""
        text = self.words.summary
        return text if len(text) <= SUMMARY else text[:SUMMARY].rsplit(" ", 1)[0] + " …"


@dataclass
class Synthesis:
    """All that the synthesis page shows to a seat; ``left`` are numbered cards that others stand for.

    ``undoings`` are those of each change that was taken back, by its number.
    """

    cards: list[TableCard] = field(default_factory=list)
    blanks: list[TableCard] = field(default_factory=list)
    aside: list[TableCard] = field(default_factory=list)
    left: list[TableCard] = field(default_factory=list)
    changes: list[ChangeLine] = field(default_factory=list)
    lineage: Lineage = field(default_factory=Lineage)
    every: dict[int, Card] = field(default_factory=dict)
    undoings: dict[int, list[Undoing]] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """The number of the newest change; 0 before the first."""
        return max((turn.n for turn in self.lineage.turns), default=0)

    @property
    def choosable(self) -> list[TableCard]:
        """Every card that something can be done to."""
        nested = [each for row in [*self.cards, *self.aside] for each in row.subthemes]
        return [*self.cards, *nested, *self.blanks, *self.aside]


def synthesis_of(seat: Seat) -> Synthesis:
    """Return the cards, the blank cards and the changes of a workshop, as a seat may see them."""
    workshop, audience = seat.workshop, audience_of(seat)
    changes = changes_of(workshop)
    found = Synthesis(lineage=lineage_of(workshop, changes))
    found.undoings = undoings_of(changes, found.lineage, audience)
    found.every = {card.pk: card for card in _cards(workshop)}
    rows = {card.pk: TableCard(card, seen) for card, seen in seen_in(found.every.values(), changes)}
    said = _counts(workshop, audience)
    authors = note_authors(workshop) if audience == FACILITATORS else {}
    for row in rows.values():
        _place(found, rows, row, workshop, audience)
        row.origins = [found.every[pk] for pk in found.lineage.origins(row.card.pk)]
        reach = found.lineage.reach(row.card.pk)
        row.comments = sum(said[pk] for pk in reach)
        row.noted = authors_under(reach, authors)
    if not may_see_names(workshop, audience):
        found.blanks.sort(key=lambda row: row.card.uid.hex)  # so that nobody's cards stand together
    made = proposals_of(workshop, audience, [Proposal.State.MADE])
    asked = {each.proposal.pk: each for each in made}
    for change in changes:
        if change.undoes_id is None:
            proposal = asked.get(change.proposal_id or 0)
            found.changes.append(line_of(change, found.lineage, found.every, audience, proposal))
    return found


def _cards(workshop: Workshop) -> Iterable[Card]:
    """Return every card with its words; joins would cost more than the little that blank cards need."""
    cards = every_card(workshop)
    known = {card.pk: card for card in cards}
    blank = [card for card in cards if card.is_blank]
    seats = Seat.objects.filter(pk__in={card.proposer_id for card in blank}).select_related("person")
    authors = {seat.pk: seat for seat in seats}
    for card in blank:
        card.proposer = authors.get(card.proposer_id or 0)
        card.rephrases = known.get(card.rephrases_id or 0)
    return cards


def _place(
    found: Synthesis, rows: dict[int, TableCard], row: TableCard, workshop: Workshop, audience: str
) -> None:
    """Put a card where the page shows it; one that others stand for now is shown in their lineage alone."""
    card = row.card
    if card.status == Status.LIVE:
        found.cards.append(row)
    elif card.status == Status.NESTED and card.parent_id in rows:
        rows[card.parent_id].subthemes.append(row)
    elif card.status == Status.RETIRED and card.number:
        found.aside.append(row)
    elif card.is_blank and card.title and may_read_words(workshop, audience):
        row.by = known_as(card.proposer, workshop, audience)
        found.blanks.append(row)
    elif card.number:
        found.left.append(row)


def _counts(workshop: Workshop, audience: str) -> Counter[int]:
    """Count what was said of each card itself, as the audience may read it."""
    remarks = readable_remarks(workshop, audience).select_related(None).order_by()
    about = remarks.annotate(about=Coalesce("card_id", "prompt__card_id")).values("about")
    return Counter(dict(about.annotate(n=Count("pk")).values_list("about", "n")))
