"""Where the dots of a bullseye lie: arranged by count and never by person, so none can be followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, radians, sin

# Above this many people a bar says it better than dots.
MOST = 30
OUTER_RADIUS = 67.0
# The last ring is turned a little, as if dealt by hand.
TURN = 14.0
# (dots, radius) from the middle outwards, for up to 12 dots of radius 6.8 on a disc of radius 52.
RINGS: dict[int, tuple[tuple[int, float], ...]] = {
    0: (),
    1: ((1, 0.0),),
    2: ((2, 11.0),),
    3: ((3, 13.0),),
    4: ((4, 17.0),),
    5: ((5, 21.0),),
    6: ((1, 0.0), (5, 22.0)),
    7: ((1, 0.0), (6, 26.0)),
    8: ((1, 0.0), (7, 28.0)),
    9: ((3, 11.5), (6, 33.0)),
    10: ((3, 11.5), (7, 35.0)),
    11: ((3, 11.5), (8, 36.0)),
    12: ((4, 13.5), (8, 36.5)),
}
# Beside the table, corner by corner; further ones lie round the first.
CORNERS = ((1, 1), (-1, 1), (-1, -1), (1, -1))
BESIDE = ((76, 76), (92, 76), (76, 92), (92, 92), (92, 60), (60, 92), (92, 44), (44, 92))


@dataclass(frozen=True, slots=True)
class Dot:
    """One person's dot, in a viewBox of -100 to 100."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Bullseye:
    """The dots of one card; `is_bar` (and no dots) above 30 people."""

    inner: tuple[Dot, ...]
    outer: tuple[Dot, ...]
    unplaced: tuple[Dot, ...]
    is_bar: bool


def bullseye(inner: int, outer: int, unplaced: int, people: int = 0) -> Bullseye:
    """Lay out a card that so many placed inner, outer and not at all; `people` counts the silent too."""
    if max(people, inner + outer + unplaced) > MOST:
        return Bullseye((), (), (), is_bar=True)
    return Bullseye(_inner(inner), _outer(outer), _beside(unplaced), is_bar=False)


def _inner(n: int) -> tuple[Dot, ...]:
    rings, radius = (RINGS[n], 6.8) if n in RINGS else _many(n)
    last = len(rings) - 1
    return tuple(
        dot
        for at, (dots, reach) in enumerate(rings)
        for dot in _ring(dots, reach, TURN if at == last else 0.0, radius)
    )


def _many(n: int) -> tuple[tuple[tuple[int, float], ...], float]:
    """Share 13 to 30 dots between rings by length, round one in the middle."""
    if n <= 19:
        middle = round((n - 1) / 3)
        return ((1, 0.0), (middle, 20.0), (n - 1 - middle, 39.0)), 6.2
    near, middle = round((n - 1) / 6), round((n - 1) / 3)
    return ((1, 0.0), (near, 14.5), (middle, 29.0), (n - 1 - near - middle, 43.5)), 5.0


def _outer(n: int) -> tuple[Dot, ...]:
    radius = min(6.0, OUTER_RADIUS * sin(pi / n) - 1.6) if n > 1 else 6.0
    return tuple(_ring(n, OUTER_RADIUS, 180 / n if n else 0.0, radius))


def _beside(n: int) -> tuple[Dot, ...]:
    places = ((x * sx, y * sy) for x, y in BESIDE for sx, sy in CORNERS)
    return tuple(Dot(float(x), float(y), 6.2) for (x, y), _ in zip(places, range(n), strict=False))


def _ring(n: int, reach: float, start: float, radius: float) -> Iterator[Dot]:
    """Yield n dots at equal angles, clockwise from `start` degrees after the top."""
    for k in range(n):
        angle = radians(start + 360 * k / n)
        yield Dot(reach * sin(angle), -reach * cos(angle), radius)
