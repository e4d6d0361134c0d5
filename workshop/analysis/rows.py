"""The inner circle's rows: how many slips lie in each, how large they are, and where."""

from dataclasses import dataclass
from functools import cache
from math import hypot, sqrt

# The design's rows for 1 to 12 cards; more are shared out by the width of the disc.
PATTERNS: tuple[tuple[int, ...], ...] = (
    (),
    (1,),
    (2,),
    (1, 2),
    (2, 2),
    (2, 3),
    (2, 2, 2),
    (2, 3, 2),
    (3, 2, 3),
    (3, 3, 3),
    (3, 4, 3),
    (2, 4, 3, 2),
    (2, 4, 4, 2),
)
# A slip stays on the disc (174) with room to turn, and clear of the words along the top of it.
REACH, WORDS = 170.0, 139.0
GAP = 7.0


@dataclass(frozen=True, slots=True)
class Size:
    """A slip's width and height, the step from one to the next, and the middle of all rows."""

    width: float
    height: float
    across: float
    down: float
    middle: float


# Up to seven cards there is room for the short title: sizes set by eye.
BY_EYE = {
    1: Size(132, 88, 0, 0, 6),
    2: Size(116, 78, 124, 0, 10),
    3: Size(112, 76, 120, 92, -8),
    4: Size(112, 76, 120, 84, 10),
    5: Size(100, 68, 106, 74, 0),
    6: Size(112, 68, 118, 73, 9),
    7: Size(106, 68, 112, 73, 9),
}


def pattern(n: int) -> tuple[int, ...]:
    """Return how many of n slips lie in each row, from the top."""
    if n < len(PATTERNS):
        return PATTERNS[n]
    rows = round(sqrt(n * 1.4))
    chords = [sqrt(1 - ((2 * k + 1 - rows) / rows) ** 2) for k in range(rows)]
    return tuple(_share_out(n, chords))


@cache
def size(n: int) -> Size:
    """Return the size of n slips: the design's up to seven, then the largest that fits the disc."""
    if n in BY_EYE:
        return BY_EYE[n]
    scales = (scale / 100 for scale in range(100, 0, -2))
    return next(_scaled(scale) for scale in scales if _fits(n, _scaled(scale)))


def places(n: int, at: Size) -> list[tuple[float, float]]:
    """Return the middles of n slips, row by row from the left."""
    rows = pattern(n)
    first = at.middle - at.down * (len(rows) - 1) / 2
    return [
        (at.across * (k - (count - 1) / 2), first + at.down * row)
        for row, count in enumerate(rows)
        for k in range(count)
    ]


def _scaled(scale: float) -> Size:
    width, height = 96 * scale, 68 * scale
    return Size(width, height, width + GAP * sqrt(scale), height + GAP * sqrt(scale), 6)


def _fits(n: int, at: Size) -> bool:
    return all(_clear(x, y, at) for x, y in places(n, at))


def _clear(x: float, y: float, at: Size) -> bool:
    """Say whether the far corner is on the disc and, near the top, below the words."""
    far_x, far_y = abs(x) + at.width / 2, abs(y) + at.height / 2
    if hypot(far_x, far_y) > REACH:
        return False
    # The words reach 45 degrees to either side of the top: only so much of an upper edge meets them.
    return y > 0 or hypot(min(far_x, far_y), far_y) <= WORDS


def _share_out(n: int, weights: list[float]) -> list[int]:
    """Share n by weight, the largest remainders first, from the middle row outwards."""
    exact = [n * weight / sum(weights) for weight in weights]
    counts = [int(part) for part in exact]
    middle = (len(weights) - 1) / 2
    order = sorted(range(len(weights)), key=lambda k: (counts[k] - exact[k], abs(k - middle)))
    for k in order[: n - sum(counts)]:
        counts[k] += 1
    return counts
