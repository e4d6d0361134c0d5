"""Workshops of one series side by side: each card by its identity, with its counts in every revealed round.

Only totals of revealed rounds are read, and never what one person answered, in one workshop or across them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from .cards import Card
from .lineage import lineage_of
from .outcomes import Outcome, outcome_of
from .people import Seat
from .rounds import Round
from .workshops import Workshop


@dataclass(frozen=True)
class Column:
    """A revealed sort or poll: of how many people, and how many placed each card inner or nominated it."""

    round: Round
    people: int
    counts: dict[UUID, int]

    @property
    def is_sort(self) -> bool:
        """Whether its counts are placements in the inner circle."""
        return self.round.kind == Round.Kind.SORT


@dataclass(frozen=True)
class Fate:
    """In one workshop a card gave way to others."""

    workshop: Workshop
    heirs: list[Card]


@dataclass(frozen=True)
class CardRow:
    """A card by its identity: ``counts`` has one entry a column, ``None`` where it was not asked about.

    ``numbers`` are its numbers by the workshops that it is in, as each numbers its own cards.
    """

    title: str
    numbers: dict[int, str]
    counts: list[int | None]
    fates: list[Fate]


@dataclass(frozen=True)
class Comparison:
    """The workshops that are compared, in order of time; their revealed rounds; and the cards."""

    workshops: list[Workshop]
    columns: list[Column] = field(default_factory=list)
    rows: list[CardRow] = field(default_factory=list)

    @property
    def has_slope(self) -> bool:
        """Whether there are two sorts to draw a line between."""
        return sum(column.is_sort and column.people > 0 for column in self.columns) > 1


def seats_in_series(seat: Seat) -> list[Seat]:
    """Return the seats of a facilitator in the workshops of the series, in order of time."""
    user = seat.person.user_id if seat.person else None
    seats = Seat.objects.present().filter(
        role=Seat.Role.FACILITATOR, workshop__series_uid=seat.workshop.series_uid
    )
    mine = seats.filter(person__user_id=user) if user else seats.filter(pk=seat.pk)
    return sorted(mine.select_related("workshop"), key=_begins)


def _begins(seat: Seat) -> tuple[datetime, int]:
    workshop = seat.workshop
    return workshop.starts_at or workshop.created_at, workshop.pk


def comparison_for(seat: Seat) -> Comparison:
    """Compare the workshops of a series, as one of its facilitators may."""
    return comparison_of([each.workshop for each in seats_in_series(seat)])


def comparison_of(workshops: list[Workshop]) -> Comparison:
    """Compare workshops of one series, in order of time. Queries rest on the rounds alone."""
    cards = {each.pk: _cards(each) for each in workshops}
    columns = [column for each in workshops for column in _columns(each, cards[each.pk])]
    titles: dict[UUID, str] = {}
    numbers: dict[UUID, dict[int, str]] = {}
    fates: dict[UUID, list[Fate]] = {}
    for each in workshops:
        for card in cards[each.pk]:
            titles[card.identity_uid] = card.title
            numbers.setdefault(card.identity_uid, {})[each.pk] = card.label
        for card, fate in _fates(each, cards[each.pk]):
            fates.setdefault(card.identity_uid, []).append(fate)
    asked = list(dict.fromkeys(identity for column in columns for identity in column.counts))
    rows = [
        CardRow(titles[key], numbers[key], [column.counts.get(key) for column in columns], fates.get(key, []))
        for key in asked
    ]
    return Comparison(workshops, columns, rows)


def _cards(workshop: Workshop) -> list[Card]:
    return list(workshop.cards.filter(number__isnull=False).with_words().order_by("position", "number"))


def _columns(workshop: Workshop, cards: Iterable[Card]) -> Iterable[Column]:
    identity = {str(card.uid): card.identity_uid for card in cards}
    for round in workshop.rounds_in_order():
        if round.is_revealed and round.kind in (Round.Kind.SORT, Round.Kind.POLL):
            outcome = outcome_of(round)
            counts = {identity[key]: n for key, n in _counts(outcome) if key in identity}
            yield Column(round, outcome.people, counts)


def _counts(outcome: Outcome) -> list[tuple[str, int]]:
    if outcome.sort:
        return [(face.key, tally.inner) for face, tally in outcome.sort.rows]
    return [(face.key, n) for face, n in outcome.poll.rows] if outcome.poll else []


def _fates(workshop: Workshop, cards: Iterable[Card]) -> Iterable[tuple[Card, Fate]]:
    lineage, known = lineage_of(workshop), {card.pk: card for card in cards}
    for card in known.values():
        heirs = [known[pk] for pk in lineage.heirs(card.pk) if pk in known]
        if heirs != [card]:
            yield card, Fate(workshop, heirs)
