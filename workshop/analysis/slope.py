"""The slope chart: columns in order of time, a dot for each card at its share, lines between the same."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
LEFT, TOP, TALL, GAP, SIDE = 104, 40, 340, 240, 32


@dataclass(frozen=True)
class Dot:
    """A card in one column; ``look`` is "", up, down or new."""

    x: float
    y: float
    label: str
    look: str


@dataclass(frozen=True)
class Line:
    """A line to the next column; ``look`` is "", up, down or ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True)
class Slope:
    """The chart: where its columns stand, its dots and its lines, and its size."""

    posts: list[float]
    dots: list[Dot]
    lines: list[Line]
    width: float
    height: float = TOP + TALL + 76


def slope(
    columns: Sequence[Mapping[Key, float]],
    labels: Sequence[Mapping[Key, str]] = (),
    looks: Mapping[Key, str] | None = None,
) -> Slope:
    """Lay out a slope chart.

    Args:
        columns: in order of time, for each card the share, from 0 to 1, drawn from the foot up.
        labels: for each column what each card is called there; without them, its key.
        looks: for each card which way it went on the whole; without them, each line shows its own way.

    Cards with the same share stand side by side, to the right of their post. A card that the next column
    does not have ends in a stub; one that the column before did not have is new.
    """
    places = [_places(n, column) for n, column in enumerate(columns)]
    dots, lines = [], []
    for n, column in enumerate(columns):
        for key, (x, y) in places[n].items():
            before = columns[n - 1].get(key) if n else column[key]
            look = "new" if before is None else _look(looks, key, before, column[key])
            dots.append(Dot(x, y, labels[n][key] if labels else str(key), look))
            if n + 1 < len(columns):
                end, then = places[n + 1].get(key), columns[n + 1].get(key)
                look = "ends" if then is None else _look(looks, key, column[key], then)
                lines.append(_line((x, y), end, look))
    posts = [LEFT + n * GAP for n in range(len(columns))]
    return Slope([float(x) for x in posts], dots, lines, LEFT + GAP * max(len(columns), 1))


def _places(n: int, column: Mapping[Key, float]) -> dict[Key, tuple[float, float]]:
    level = defaultdict(list)
    for key, share in column.items():
        level[share].append(key)
    return {
        key: (LEFT + n * GAP + k * min(SIDE, (GAP - SIDE) / len(keys)), TOP + (1 - share) * TALL)
        for share, keys in level.items()
        for k, key in enumerate(keys)
    }


def _line(start: tuple[float, float], end: tuple[float, float] | None, look: str) -> Line:
    return Line(*start, *(end or (start[0] + GAP / 4, start[1])), look)


def _look(looks: Mapping[Key, str] | None, key: Key, before: float, after: float) -> str:
    return way(before, after) if looks is None else looks.get(key, "")


def certain_way(before: tuple[int, int], after: tuple[int, int]) -> str:
    """Return which way a count went, each given with how many answered: "" where that alone may explain it.

    One of five and then one of four is no rise: whoever stayed away had not chosen the card. So a count rose
    only by more than people came, and fell only by more than stayed away.
    """
    (was, people), (now, later) = before, after
    more = later - people
    if now - was > max(0, more):
        return "up"
    return "down" if was - now > max(0, -more) else ""


def way(before: float, after: float) -> str:
    """Return which way a share went: "up", "down" or "" where it stayed."""
    return "up" if after > before else "down" if after < before else ""
