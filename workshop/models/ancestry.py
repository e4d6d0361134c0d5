"""Why each card is what it is: its sources down to the beginning, with what was said and chosen of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from workshop.analysis.lineage_picture import Column

from .audiences import audience_of, known_as
from .cards import Card
from .change_lines import ChangeLine
from .drawn import Drawn, columns_for
from .lineage import ChangeCard
from .people import Seat
from .results import CardStory, Results, results_for
from .synthesis import Synthesis, synthesis_of
from .undone import Undoing
from .workshops import Workshop

Status = Card.Status
MAKING = ("merge", "split", "rephrase", "adopt")
# What moves a card without replacing it, and where it lies after that.
PLACING = {"nest": Status.NESTED, "lift": Status.LIVE, "retire": Status.RETIRED, "restore": Status.LIVE}


@dataclass
class Branch:
    """A card, the change that made it, what was said and chosen of it, and the branches it came from.

    ``author`` wrote it as a blank card. ``again`` marks a card that stands further up too, with all of this.
    ``placed`` is the change that put it where it lies now: under another, aside, or on the table again.
    ``undoings`` say who took back the change that made it, or made that again, and why.
    """

    card: Card
    author: str = ""
    again: bool = False
    made: ChangeLine | None = None
    story: CardStory | None = None
    sources: "list[Branch]" = field(default_factory=list)
    abandoned: "list[Branch]" = field(default_factory=list)
    subthemes: "list[Branch]" = field(default_factory=list)
    placed: ChangeLine | None = None
    undoings: list[Undoing] = field(default_factory=list)


@dataclass
class Ancestry(Drawn):
    """The lineage of a whole workshop, as one seat may see it."""

    synthesis: Synthesis
    results: Results
    branches: list[Branch]
    aside: list[Branch]
    loose: list[Branch]

    @property
    def comments(self) -> int:
        """How many comments there are on all cards together."""
        return sum(story.about.count for story in self.results.stories)


def ancestry_of(seat: Seat) -> Ancestry:
    """Return the lineage, with the results and comments that a seat may see, in a fixed number of queries."""
    synthesis, results = synthesis_of(seat), results_for(seat)
    stories = {story.card.pk: story for story in results.stories}
    grown = _Grower(synthesis, stories, _authors(seat, synthesis, stories))
    return Ancestry(
        synthesis.every,
        table_columns(seat.workshop, synthesis),
        synthesis,
        results,
        [grown.branch(row.card.pk) for row in synthesis.cards],
        [grown.branch(row.card.pk) for row in synthesis.aside],
        [grown.branch(pk) for pk in stories if pk not in grown.grown and not synthesis.every[pk].number],
    )


def _authors(seat: Seat, synthesis: Synthesis, stories: Collection[int]) -> dict[int, str]:
    """Return who wrote the blank cards that the group took up, for good or not, as a seat may know it."""
    proposed = [card for card in synthesis.every.values() if card.proposer_id]
    taken = [card for card in proposed if card.number or card.pk in stories]
    people = Seat.objects.select_related("person").in_bulk({card.proposer_id for card in taken})
    audience = audience_of(seat)
    return {card.pk: known_as(people.get(card.proposer_id), seat.workshop, audience) for card in taken}


class _Grower:
    """Grows branches, each card once; lineage has no circles, so it comes to an end."""

    def __init__(self, synthesis: Synthesis, stories: dict[int, CardStory], authors: dict[int, str]) -> None:
        self.synthesis, self.stories, self.authors = synthesis, stories, authors
        self.undoings = _undoings_by_card(synthesis)
        self.grown: set[int] = set()
        self.standing = [line for line in synthesis.changes if line.stands]
        self.children: dict[int, list[int]] = {}
        for card in synthesis.every.values():
            if card.status == Status.NESTED and card.parent_id:
                self.children.setdefault(card.parent_id, []).append(card.pk)

    def branch(self, pk: int) -> Branch:
        """Return the branch of one card."""
        lineage, card = self.synthesis.lineage, self.synthesis.every[pk]
        if pk in self.grown:
            return Branch(card, again=True)
        self.grown.add(pk)
        return Branch(
            card,
            self.authors.get(pk, ""),
            False,
            self._line(pk, ChangeCard.Side.RESULT, MAKING),
            self.stories.get(pk),
            [self.branch(each) for each in lineage.sources.get(pk, ())],
            [self.branch(each) for each in lineage.abandoned.get(pk, ()) if self._is_told(each)],
            [self.branch(each) for each in self.children.get(pk, [])],
            self._placed(card),
            self.undoings.get(pk, []),
        )

    def _placed(self, card: Card) -> ChangeLine | None:
        line = self._line(card.pk, ChangeCard.Side.SOURCE, [*PLACING])
        return line if line and PLACING[line.change.verb] == card.status else None

    def _is_told(self, pk: int) -> bool:
        story = self.stories.get(pk)
        return story is not None and not story.is_empty

    def _line(self, pk: int, side: str, verbs: Sequence[str]) -> ChangeLine | None:
        """Return the last change that stands in which a card has this part."""
        for line in reversed(self.standing):
            cards = line.results if side == ChangeCard.Side.RESULT else line.sources
            if line.change.verb in verbs and any(card.pk == pk for card in cards):
                return line
        return None


def _undoings_by_card(synthesis: Synthesis) -> dict[int, list[Undoing]]:
    """Return by card how the last change that made it was taken back and made again."""
    making = [line for line in synthesis.changes if line.change.verb in MAKING]
    return {card.pk: synthesis.undoings.get(line.change.n, []) for line in making for card in line.results}


def table_columns(workshop: Workshop, synthesis: Synthesis) -> list[Column]:
    """Return the table at the beginning and after each change that stands."""
    return columns_for(workshop, synthesis.every, synthesis.lineage)
