"""How the cards stood through a series, round by round: the columns of a slope chart, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.analysis.slope import Slope, certain_way, slope

from .counting import Face
from .outcomes import Outcome


@dataclass(frozen=True)
class Column:
    """A revealed sort or poll: how many people of all placed each card inner, or nominated it."""

    outcome: Outcome
    counts: dict[str, int]
    faces: dict[str, Face]

    @property
    def people(self) -> int:
        """How many answered."""
        return self.outcome.people

    @property
    def is_sort(self) -> bool:
        """Whether its counts are placements in the inner circle."""
        return self.outcome.sort is not None

    @property
    def shares(self) -> dict[str, float]:
        """The share of the people, by card."""
        return {key: count / self.people for key, count in self.counts.items()}


@dataclass(frozen=True)
class Standing:
    """A card of a series with its newest words, and its count in each column, None where it was not asked."""

    card: Face
    counts: list[int | None]


@dataclass(frozen=True)
class Course:
    """The columns of one series, two sorts at least among them."""

    columns: list[Column]

    @property
    def name(self) -> str:
        """What its picture is called in addresses: slope-1-3, from round 1 to round 3."""
        first, last = self.columns[0].outcome.round, self.columns[-1].outcome.round
        return f"slope-{first.number}-{last.number}"

    @property
    def rows(self) -> list[Standing]:
        """Every card of the series, in the order in which they were first asked about."""
        faces = {key: face for column in self.columns for key, face in column.faces.items()}
        return [Standing(face, [c.counts.get(key) for c in self.columns]) for key, face in faces.items()]

    @property
    def chart(self) -> Slope:
        """The chart: a card is drawn as it went from its first sort to its last."""
        labels = [{key: face.label for key, face in column.faces.items()} for column in self.columns]
        return slope([column.shares for column in self.columns], labels, self.ways)

    @property
    def ways(self) -> dict[str, str]:
        """By card which way it went from the first sort that asked about it to the last, if two did."""
        found: dict[str, list[tuple[int, int]]] = {}
        for column in self.sorts:
            for key, count in column.counts.items():
                found.setdefault(key, []).append((count, column.people))
        return {key: certain_way(each[0], each[-1]) for key, each in found.items() if len(each) > 1}

    @property
    def sorts(self) -> list[Column]:
        """The columns that count placements."""
        return [column for column in self.columns if column.is_sort]

    @property
    def is_of_as_many(self) -> bool:
        """Whether equally many people answered each of the sorts."""
        return len({column.people for column in self.sorts}) == 1


def courses_of(outcomes: Iterable[Outcome]) -> list[Course]:
    """Return the course of each series in which two revealed sorts were answered."""
    series: dict[int, list[Column]] = {}
    for outcome in outcomes:
        if outcome.people and (found := _column(outcome)):
            series.setdefault(outcome.round.series, []).append(found)
    return [Course(each) for each in series.values() if sum(column.is_sort for column in each) > 1]


def _column(outcome: Outcome) -> Column | None:
    if outcome.sort:
        rows = [(face, tally.inner) for face, tally in outcome.sort.rows]
    elif outcome.poll:
        rows = outcome.poll.rows
    else:
        return None
    return Column(outcome, {face.key: n for face, n in rows}, {face.key: face for face, _n in rows})
