"""Why each card is what it is: its sources down to the beginning, with what was said and chosen of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workshop.analysis.lineage_picture import Column, LineagePicture, columns_of, draw, fits

from .cards import Card
from .lineage import ChangeCard
from .people import Seat
from .results import CardStory, Results, results_for
from .synthesis import ChangeLine, Synthesis, synthesis_of
from .workshops import Workshop

Status = Card.Status


@dataclass
class Branch:
    """A card, the change that made it, what was said and chosen of it, and the branches it came from."""

    card: Card
    made: ChangeLine | None = None
    story: CardStory | None = None
    sources: "list[Branch]" = field(default_factory=list)
    abandoned: "list[Branch]" = field(default_factory=list)
    subthemes: "list[Branch]" = field(default_factory=list)
    nested_by: ChangeLine | None = None


@dataclass
class Ancestry:
    """The lineage of a whole workshop, as one seat may see it."""

    synthesis: Synthesis
    results: Results
    branches: list[Branch]
    aside: list[Branch]
    columns: list[Column]
    picture: LineagePicture | None

    @property
    def counts(self) -> list[int]:
        """How many cards were on the table at each moment, without repeating: 6, 7, 5, 4."""
        counts = [len(column.cards) for column in self.columns]
        return [n for at, n in enumerate(counts) if at == 0 or n != counts[at - 1]]


def ancestry_of(seat: Seat) -> Ancestry:
    """Return the lineage, with the results and comments that a seat may see, in a fixed number of queries."""
    synthesis, results = synthesis_of(seat), results_for(seat)
    stories = {story.card.pk: story for story in results.stories}
    grown = _Grower(synthesis, stories)
    columns = table_columns(seat.workshop, synthesis)
    return Ancestry(
        synthesis,
        results,
        [grown.branch(row.card.pk) for row in synthesis.cards],
        [grown.branch(row.card.pk) for row in synthesis.aside],
        columns,
        draw(columns) if fits(columns) else None,
    )


class _Grower:
    """Grows branches; lineage has no circles, so it comes to an end."""

    def __init__(self, synthesis: Synthesis, stories: dict[int, CardStory]) -> None:
        self.synthesis, self.stories = synthesis, stories
        self.standing = [line for line in synthesis.changes if line.stands]
        self.children: dict[int, list[int]] = {}
        for card in synthesis.every.values():
            if card.status == Status.NESTED and card.parent_id:
                self.children.setdefault(card.parent_id, []).append(card.pk)

    def branch(self, pk: int) -> Branch:
        """Return the branch of one card."""
        lineage = self.synthesis.lineage
        return Branch(
            self.synthesis.every[pk],
            self._line(pk, ChangeCard.Side.RESULT, ("merge", "split", "rephrase", "adopt")),
            self.stories.get(pk),
            [self.branch(each) for each in lineage.sources.get(pk, ())],
            [self.branch(each) for each in lineage.abandoned.get(pk, ()) if self._has_words(each)],
            [self.branch(each) for each in self.children.get(pk, [])],
            self._line(pk, ChangeCard.Side.SOURCE, ("nest",)),
        )

    def _has_words(self, pk: int) -> bool:
        story = self.stories.get(pk)
        return story is not None and not story.about.is_silent

    def _line(self, pk: int, side: str, verbs: Sequence[str]) -> ChangeLine | None:
        """Return the last change that stands in which a card has this part."""
        for line in reversed(self.standing):
            cards = line.results if side == ChangeCard.Side.RESULT else line.sources
            if line.change.verb in verbs and any(card.pk == pk for card in cards):
                return line
        return None


def table_columns(workshop: Workshop, synthesis: Synthesis) -> list[Column]:
    """Return the table at the beginning and after each change that stands."""
    position = {pk: card.position for pk, card in synthesis.every.items()}
    return columns_of(_first(workshop, synthesis), synthesis.lineage.standing, position)


def _first(workshop: Workshop, synthesis: Synthesis) -> list[int]:
    """Return the cards that were on the table before the first change."""
    rows = ChangeCard.objects.filter(change__workshop=workshop).order_by("change__n", "pk")
    before: dict[int, str] = {}
    for card, status in rows.values_list("card_id", "before_status"):
        before.setdefault(card, status)
    every = synthesis.every.items()
    return [pk for pk, card in every if before.get(pk, card.status) == Status.LIVE]


@dataclass(frozen=True)
class TableThen:
    """A card as it lay on the table at a moment, with its sub-themes."""

    card: Card
    subthemes: list[Card]


@dataclass(frozen=True)
class Moment:
    """The table right after change ``n``; ``change`` is ``None`` at the beginning, or for an undoing."""

    n: int
    last: int
    at: datetime | None
    change: ChangeLine | None
    undid: int | None
    cards: list[TableThen]

    @property
    def before(self) -> int | None:
        """The moment before this one."""
        return self.n - 1 if self.n else None

    @property
    def after(self) -> int | None:
        """The moment after this one."""
        return self.n + 1 if self.n < self.last else None


def moment_of(seat: Seat, n: int) -> Moment | None:
    """Return the table as it was after change ``n``, by walking back from now; ``None`` if there is none."""
    found = synthesis_of(seat)
    if not 0 <= n <= found.n:
        return None
    states = {pk: (card.status, card.position, card.parent_id) for pk, card in found.every.items()}
    rows = ChangeCard.objects.filter(change__workshop=seat.workshop, change__n__gt=n)
    facts = ("card_id", "before_status", "before_position", "before_parent_id")
    for pk, *before in rows.order_by("-change__n", "-pk").values_list(*facts):
        states[pk] = (before[0], before[1] or 0, before[2])
    change = seat.workshop.changes.filter(n=n).select_related("undoes__undoes").first()
    line = next((line for line in found.changes if line.change.n == n), None)
    at = change.at if change else None
    undid = change.undoes.n if change and change.undoes else None
    return Moment(n, found.n, at, line, undid, _table_then(found, states))


State = tuple[str, int, int | None]


def _table_then(found: Synthesis, states: dict[int, State]) -> list[TableThen]:
    live = [pk for pk, (status, _position, _parent) in states.items() if status == Status.LIVE]
    nested: dict[int, list[Card]] = {}
    for pk, (status, _position, parent) in states.items():
        if status == Status.NESTED and parent:
            nested.setdefault(parent, []).append(found.every[pk])
    live.sort(key=lambda pk: (states[pk][1], pk))
    return [TableThen(found.every[pk], nested.get(pk, [])) for pk in live]
