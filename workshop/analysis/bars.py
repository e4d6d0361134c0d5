"""A bar of a tally as numbers of an SVG with viewBox 0 0 120 10: one step for each person."""

from dataclasses import dataclass

WIDTH = 120
# With more people the ticks would run together.
TICKS_UP_TO = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """`width` of 120 is filled; `ticks` are the x of the lines between one person and the next."""

    width: float
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SplitBar:
    """A card's placements above 30 people: inner filled to `inner`, outer on to `outer`, then dashes."""

    inner: float
    outer: float
    dashed: bool


def bar(count: int, people: int) -> Bar:
    """Return the bar for count out of people; empty where nobody answered."""
    if not people:
        return Bar(0.0, ())
    step = WIDTH / people
    ticks = tuple(step * k for k in range(1, count)) if people <= TICKS_UP_TO else ()
    return Bar(step * count, ticks)


def split_bar(inner: int, outer: int, rest: int) -> SplitBar:
    """Return the bar that shares its width between inner, outer and the rest (not placed)."""
    people = inner + outer + rest
    step = WIDTH / people if people else 0.0
    return SplitBar(step * inner, step * (inner + outer), rest > 0)
