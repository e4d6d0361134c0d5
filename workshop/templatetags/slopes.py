"""Words and the picture of a course: how the cards stood from round to round."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from django import template
from django.utils.translation import gettext as _

from workshop.models.slopes import Column, Course
from workshop.models.wording import up_to
from workshop.templatetags.naming import NUMBERED, and_list
from workshop.templatetags.rounds import round_name
from workshop.templatetags.words import of_people

register = template.Library()
Counts = Sequence[int | None]


class Counted(Protocol):
    """A column of counts: of how many people, and whether they are placements in the inner circle."""

    @property
    def people(self) -> int:
        """How many people are counted in it."""

    @property
    def is_sort(self) -> bool:
        """Whether it counts placements."""


Col = TypeVar("Col", bound=Counted)


@register.filter
def course_title(course: Course) -> str:
    """Return the heading: "How the cards stood, round by round"."""
    return _("How the cards stood, round by round")


@register.filter
def course_sentence(course: Course) -> str:
    """Say which card's share inner changed most from its first sort to its last, or which cards."""
    ways = course.ways
    if ways and not any(ways.values()) and not course.is_of_as_many:
        return _none_for_certain(course)
    went = [row for row in course.rows if ways.get(row.card.key)] or course.rows
    said = moved_most(
        ((row.card.short_title or row.card.title, row.counts) for row in went), course.columns, _when
    )
    return said or _("No card was asked about in two sorts, so there is no shift to show.")


def _none_for_certain(course: Course) -> str:
    """Say that no count changed by more than it may because others answered, and how many did."""
    said = _("%(n)s answered round %(round)s")
    counted = [said % {"n": each.people, "round": each.outcome.round.number} for each in course.sorts]
    values = {"counted": and_list(counted)}
    return _("No card rose or fell: %(counted)s, and no count changed by more than that explains.") % values


def moved_most(
    rows: Iterable[tuple[str, Counts]], columns: Sequence[Col], when: Callable[[int, Col], str]
) -> str:
    """Say which card's share inner changed most, or which cards. Empty if none was in two sorts.

    Args:
        rows: of each card its title, and its count in each column, None where it was not asked about.
        when: says a count of a column in words.
    """
    moves = [(title, move) for title, counts in rows if (move := _move(counts, columns))]
    if not moves:
        return ""
    most = max(change for _title, (change, *_ends) in moves)
    if not most:
        return _("No card moved: each has the same share inner in its first sort and in its last.")
    moved = [(title, ends) for title, (change, *ends) in moves if change == most]
    if len(moved) > NUMBERED:
        return _("%(n)s cards moved most, each by the same share.") % {"n": len(moved)}
    told = [{"title": title, "first": when(*first), "last": when(*last)} for title, (first, last) in moved]
    if len(moved) > 1:
        cards = and_list(_("“%(title)s” (%(first)s, then %(last)s)") % values for values in told)
        return _("%(cards)s moved most, each by the same share.") % {"cards": cards}
    return _("“%(title)s” moved most: %(first)s, then %(last)s.") % told[0]


def _move(counts: Counts, columns: Sequence[Col]) -> tuple[float, tuple[int, Col], tuple[int, Col]] | None:
    counted = zip(counts, columns, strict=True)
    sorts = [(n, each) for n, each in counted if n is not None and each.is_sort and each.people]
    if len(sorts) < 2:
        return None
    (n, first), (m, last) = sorts[0], sorts[-1]
    # Rounded, as 4 less 1 of five and 3 less 0 of five are the same share, but not the same float.
    return round(abs(m / last.people - n / first.people), 9), sorts[0], sorts[-1]


def _when(n: int, column: Column) -> str:
    values = {"counted": of_people(n, column.people), "round": column.outcome.round.number}
    return _("%(counted)s inner in round %(round)s") % values


@register.filter
def column_head(column: Column) -> str:
    """Return what stands over a column: the name of its round."""
    return round_name(column.outcome.round)


@register.filter
def column_counts(column: Column) -> str:
    """Return what its counts are: "placed inner, of 5", "nominated, up to three cards, of 5"."""
    if column.is_sort:
        return _("placed inner, of %(people)s") % {"people": column.people}
    return _("nominated, of %(people)s") % {"people": column.people}


@register.filter
def reading(course: Course) -> str:
    """Say how to read the chart."""
    said = [
        _(
            "In order of time. Thick line: rose from the first sort to the last. Dashed: fell. Dotted: the "
            "card was not asked about again. A ring with a thick edge: it was new."
        )
    ]
    if not course.is_of_as_many:
        said.append(
            _(
                "Not equally many people answered each sort: a card counts as risen or fallen only by more "
                "than that explains."
            )
        )
    polls = [column.outcome.poll for column in course.columns if column.outcome.poll]
    if polls:
        said.append(
            _(
                "A poll allowed %(up_to)s each, so compare the order within each column rather than counts "
                "across."
            )
            % {"up_to": up_to(polls[0].k)}
        )
    return " ".join(said)


@register.inclusion_tag("workshop/pictures/_slope.html")
def course_chart(course: Course, id: str) -> dict[str, Any]:
    """Draw the course as a slope chart, each card by its number."""
    chart = course.chart
    heads = [
        (x, column_head(column), column_counts(column))
        for x, column in zip(chart.posts, course.columns, strict=True)
    ]
    ends, title = (_("all"), _("nobody")), course_sentence(course)
    names = [row.card for row in course.rows]
    return {"chart": chart, "heads": heads, "ends": ends, "id": id, "title": title, "names": names}
