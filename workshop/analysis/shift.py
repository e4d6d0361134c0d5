"""What moved between two sorts of the same cards, person by person, and never more than can be counted.

No p-value: if all five people in a group move a card the same way, a sign test gives 0.0625 at best.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

INNER = "inner"
Zones = Mapping[Any, str]  # by person


@dataclass(frozen=True, slots=True)
class Shift:
    """One card between two sorts; only people who answered for it in both are counted.

    ``other`` are moves between outer and not placed. ``is_withheld``: so few were in both, or in one sort
    alone, that counting would tell who did what. Then all else is 0.
    """

    moved_in: int = 0
    moved_out: int = 0
    stayed: int = 0
    other: int = 0
    is_withheld: bool = False

    @property
    def people(self) -> int:
        """How many are counted: those who answered for the card both times."""
        return self.moved_in + self.moved_out + self.stayed + self.other


def shift(before: Zones, after: Zones, least: int = 1) -> Shift:
    """Return how a card moved between two sorts.

    The totals of both sorts are known. Taken from them, the moves of those in both leave what those put who
    are in one sort alone; so one or two of them must not be left over either.

    Args:
        before: by person, inner, outer or unplaced in the earlier sort.
        after: the same in the later one.
        least: where fewer people than this (and more than none) are in both, or in one of the two alone,
            all is withheld.
    """
    both = before.keys() & after.keys()
    groups = (both, before.keys() - both, after.keys() - both)
    if both and any(0 < len(group) < least for group in groups):
        return Shift(is_withheld=True)
    return counted((before[person], after[person]) for person in both)


def counted(moves: Iterable[tuple[str, str]]) -> Shift:
    """Count moves, each from a zone to a zone: of one card by people, or of one person by cards."""
    found = [*moves]
    moved_in = sum(was != INNER and now == INNER for was, now in found)
    moved_out = sum(was == INNER and now != INNER for was, now in found)
    stayed = sum(was == now for was, now in found)
    return Shift(moved_in, moved_out, stayed, len(found) - moved_in - moved_out - stayed)
