"""People by cards in one revealed sort, in the order in which likeness shows, for page and file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workshop.analysis.seriation import Alike, Zones, least_alike, most_alike, seriate

from .counting import Face

MOST_PEOPLE = 60  # more rows than this nobody reads; a table in a file has them all


@dataclass(frozen=True)
class Matrix:
    """People by cards, in the order in which likeness shows.

    ``rows`` are each person, as they are called, with the zone of each card, "" where they did not answer.
    ``left_out`` is how many the totals count who are not in it. ``most`` and ``least`` name the pairs who
    sorted most and least alike.
    """

    cards: list[Face]
    rows: list[tuple[str, list[str]]]
    most: Alike
    least: Alike
    left_out: int = 0

    @property
    def inner(self) -> list[int]:
        """How many people of the matrix placed each card inner."""
        return [sum(zones[n] == "inner" for _who, zones in self.rows) for n in range(len(self.cards))]


def arranged(
    sorts: Mapping[str, Zones], called: Mapping[str, str], faces: Sequence[Face], people: int
) -> Matrix | None:
    """Return the matrix of some sorts; None of fewer than two, and of more than can be read.

    Args:
        sorts: by person, which zone each card has, by its key; who placed none has no entry.
        called: what each of them is called.
        people: how many the totals count.
    """
    if not 2 <= len(sorts) <= MOST_PEOPLE:
        return None
    keys, known = [face.key for face in faces], {face.key: face for face in faces}
    order = seriate(sorts, keys)
    most, least = (
        replace(each, pairs=[(called[a], called[b]) for a, b in each.pairs])
        for each in (most_alike(sorts, keys), least_alike(sorts, keys))
    )
    rows = [(called[who], [sorts[who].get(card, "") for card in order.cards]) for who in order.people]
    return Matrix([known[card] for card in order.cards], rows, most, least, people - len(sorts))
