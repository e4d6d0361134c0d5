"""What a workshop came to: each round that was asked, and each card with its counts and comments."""

from dataclasses import dataclass, field

from workshop.analysis.spectrum import Spread
from workshop.analysis.tallies import SortTally

from .audiences import audience_of, may_read_words
from .cards import Card
from .lineage import lineage_of
from .outcomes import Outcome, outcomes_of, sorts_in
from .people import Seat
from .questions import Question, questions_in
from .rounds import Round
from .shifts import Comparison, comparisons_of
from .spectrum import Poles
from .talk import About, Earlier, Voices
from .voices import talk_under, voices_in
from .workshops import Workshop


@dataclass(frozen=True)
class Count:
    """What one revealed round says of one card: placements, nominations, or marks on a line."""

    round: Round
    people: int
    tally: SortTally | None = None
    nominated: int = 0
    line: tuple[Poles, Spread] | None = None


@dataclass(frozen=True)
class CardStory:
    """One card, its counts round by round, what was written about it, and about what it came from.

    ``came_from`` says whether it came from other cards at all. ``heirs`` are the cards that stand in its
    place: what was written shows under them. ``parent`` is the card whose sub-theme it is. A blank card
    is among them if it was taken up and taken back.
    """

    card: Card
    counts: list[Count]
    about: About
    earlier: list[Earlier] = field(default_factory=list)
    heirs: list[Card] = field(default_factory=list)
    came_from: bool = False
    parent: Card | None = None

    @property
    def anchor(self) -> str:
        """What sets it apart on a page: its number, or the uid of a blank card."""
        return str(self.card.number or self.card.uid)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted or written of it."""
        return not self.counts and self.about.is_silent


@dataclass(frozen=True)
class Results:
    """All that a results page shows to one seat."""

    outcomes: list[Outcome]
    stories: list[CardStory]
    voices: Voices = field(default_factory=Voices)
    comparisons: list[Comparison] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def told(self) -> list[CardStory]:
        """The cards of the page: those that stand, and of the others those that were asked about."""
        return [story for story in self.stories if story.counts or not story.heirs]

    @property
    def revealed(self) -> list[Outcome]:
        """The rounds whose result may be seen."""
        return [outcome for outcome in self.outcomes if outcome.round.is_revealed]


def results_for(seat: Seat) -> Results:
    """Return what a seat may see of its workshop's results, without figures: see `figured.with_figures`."""
    return results_of(seat.workshop, audience_of(seat))


def results_of(workshop: Workshop, audience: str) -> Results:
    """Return what an audience may see of a workshop's results, without figures.

    The number of queries rests on the number of rounds, never on that of cards, people or comments.
    """
    outcomes = outcomes_of(workshop, audience)
    questions = questions_in(workshop, audience) if may_read_words(workshop, audience) else []
    revealed = any(outcome.round.is_revealed for outcome in outcomes)
    if not outcomes or not (revealed or may_read_words(workshop, audience)):
        return Results(outcomes, [], questions=questions)
    voices = voices_in(workshop, audience)
    compared = comparisons_of(workshop, sorts_in(outcomes))
    return Results(outcomes, _stories(workshop, outcomes, voices), voices, compared, questions)


def _stories(workshop: Workshop, outcomes: list[Outcome], voices: Voices) -> list[CardStory]:
    counts: dict[str, list[Count]] = {}
    for outcome in outcomes:
        for key, count in counts_of(outcome):
            counts.setdefault(key, []).append(count)
    every = workshop.cards.with_words().order_by("position", "number")
    cards, lineage = {card.pk: card for card in every}, lineage_of(workshop)
    stories = []
    for pk, card in cards.items():
        talk = talk_under(card, cards, voices, lineage)
        heirs = [cards[heir] for heir in lineage.bearers(pk) if heir != pk]
        said = counts.get(str(card.uid), [])
        parent = cards.get(card.parent_id or 0) if card.status == Card.Status.NESTED else None
        stories.append(CardStory(card, said, talk.own, talk.earlier, heirs, talk.came_from, parent))
    numbered = [story for story in stories if story.card.number]
    return numbered + [story for story in stories if not (story.card.number or story.is_empty)]


def counts_of(outcome: Outcome) -> list[tuple[str, Count]]:
    """Return what a revealed round says of each card, by its key."""
    if outcome.sort:
        rows = outcome.sort.rows
        return [(card.key, Count(outcome.round, tally.people, tally)) for card, tally in rows]
    if outcome.spectrum:
        lines = outcome.spectrum.rows
        return [(card.key, Count(outcome.round, outcome.people, line=(card, each))) for card, each in lines]
    polled = outcome.poll.rows if outcome.poll else []
    return [(card.key, Count(outcome.round, outcome.people, nominated=n)) for card, n in polled]
