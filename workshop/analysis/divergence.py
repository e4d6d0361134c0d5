"""Bars that part from a middle: how many put a card inner, to the left, and outer, to the right.

Units are those of an SVG with viewBox 0 0 320 12: each side of the middle has room for everybody, and who did
not place the card is a dashed line beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from .agreement import split_index
from .tallies import SortTally

SIDE, BESIDE, WHOLE = 120.0, 252.0, 320.0
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Parted:
    """One card: how far its bar reaches on each side of the middle, and its dashes (from BESIDE on)."""

    inner: float
    outer: float
    beside: float

    @property
    def left(self) -> float:
        """Where its bar begins."""
        return SIDE - self.inner

    @property
    def end(self) -> float:
        """Where its dashes end."""
        return BESIDE + self.beside


def parted(tally: SortTally) -> Parted:
    """Return the bar of one card; nothing at all where nobody answered."""
    step = SIDE / tally.people if tally.people else 0.0
    dashes = (WHOLE - BESIDE) / tally.people if tally.people else 0.0
    silent = tally.unplaced + tally.unanswered
    return Parted(step * tally.inner, step * tally.outer, dashes * silent)


def by_split(rows: Iterable[tuple[Row, SortTally]]) -> list[tuple[Row, SortTally]]:
    """Order cards by how far they divide the group, most first; those that do alike keep their order.

    By 4p(1-p), the split index; a card that nobody placed divides nobody, and comes last.
    """
    return sorted(rows, key=lambda row: -(split_index(row[1].inner, row[1].outer) or 0.0))
