"""Where people see a card between its two poles, now and as they want it: positions from 0 to 100.

No mean and no median: five people of whom half stand at each end have no middle. Positions are shown one by
one; above thirty people, and in words, they are counted in five bands of nearly equal width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BANDS = (20, 40, 59, 79, 100)  # the last position of each; the middle band lies evenly round 50
MIDDLES = (10, 30, 50, 70, 90)
DOTS_UP_TO = 30
WIDTH, RADIUS, GAP, LINE = 400, 7, 15, 16
Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Spread:
    """One card: its positions in order, and the moves of those who marked both.

    ``is_withheld``: so few marked it that to show it would tell who did. Then all else is empty.
    """

    now: tuple[int, ...] = ()
    want: tuple[int, ...] = ()
    to_a: int = 0
    to_b: int = 0
    stay: int = 0
    is_withheld: bool = False

    @property
    def both(self) -> int:
        """How many marked where we are and where they want to be: those whose move is known."""
        return self.to_a + self.to_b + self.stay

    @property
    def people(self) -> int:
        """The most who marked one of the two."""
        return max(len(self.now), len(self.want))


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot of the picture, by its centre."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks on one side of the line as dots; above thirty people as five bars: x, width, height."""

    dots: tuple[Dot, ...]
    bars: tuple[tuple[float, float, float], ...]
    height: float


def band(position: int) -> int:
    """Return which of the five bands a position lies in, from 0 (by the first pole) to 4."""
    return next(n for n, last in enumerate(BANDS) if position <= last)


def bands(positions: Iterable[int]) -> tuple[int, ...]:
    """Count positions in the five bands."""
    found = [band(position) for position in positions]
    return tuple(found.count(n) for n in range(len(BANDS)))


def in_bands(counts: Iterable[int]) -> tuple[int, ...]:
    """Return positions for counts in the five bands, each in the middle of its band."""
    return tuple(place for place, n in zip(MIDDLES, counts, strict=False) for _each in range(n))


def spread(pairs: Iterable[Pair], least: int = 1) -> Spread:
    """Return what the pairs (now, want) of one card come to.

    Args:
        pairs: one of each person; ``None`` is not answered.
        least: where fewer than this (and more than none) marked now, want or both, all is withheld.
    """
    known = [*pairs]
    now = tuple(sorted(a for a, _b in known if a is not None))
    want = tuple(sorted(b for _a, b in known if b is not None))
    moves = [b - a for a, b in known if a is not None and b is not None]
    if any(0 < n < least for n in (len(now), len(want), len(moves))):
        return Spread(is_withheld=True)
    to_a, to_b = sum(move < 0 for move in moves), sum(move > 0 for move in moves)
    return Spread(now, want, to_a, to_b, len(moves) - to_a - to_b)


def lane(positions: Sequence[int], people: int) -> Lane:
    """Lay out one side of the line: dots that would touch are stacked, nearest the line first."""
    if people > DOTS_UP_TO:
        return _bars(bands(positions), people)
    rows: list[float] = []  # the x at which the last dot of each row lies
    dots = []
    for position in sorted(positions):
        x = LINE + position * (WIDTH - 2 * LINE) / 100
        row = next((n for n, last in enumerate(rows) if x - last >= GAP), len(rows))
        rows[row : row + 1] = [x]
        dots.append(Dot(x, row * GAP + RADIUS + 4))
    return Lane(tuple(dots), (), len(rows) * GAP + 4)


def _bars(counts: Sequence[int], people: int) -> Lane:
    step = (WIDTH - 2 * LINE) / len(counts)
    bars = tuple((LINE + n * step + 2, step - 4, 48 * count / people) for n, count in enumerate(counts))
    return Lane((), bars, 52)
