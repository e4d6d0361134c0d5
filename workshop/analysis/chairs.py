"""Chairs round the table. They fill clockwise in order: they count people and never stand for one."""

from dataclasses import dataclass
from math import cos, pi, sin, tau

from workshop.analysis.svg import svg_number as n

# With more seats the chairs would run together, and an arc shows how many.
MOST = 40


@dataclass(frozen=True, slots=True)
class Chair:
    """One chair's place; `taken` if it is among the first that are filled."""

    x: float
    y: float
    taken: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """Above 40 seats: the whole ring and the part of it that is filled, as SVG paths (evenodd)."""

    whole: str
    part: str


@dataclass(frozen=True, slots=True)
class Chairs:
    """The chairs and their radius, or none and an arc."""

    chairs: tuple[Chair, ...]
    radius: float
    arc: Arc | None


def chairs(taken: int, seats: int, reach: float = 50.0, radius: float = 6.5) -> Chairs:
    """Set `seats` chairs at `reach` from the middle, the first `taken` of them filled, from the top.

    50 and 6.5 fit the small ring (viewBox -60 to 60), 332 and 17 the large table (-352 to 352).
    `taken` beyond `seats` counts as all of them.
    """
    taken = min(taken, seats)
    if seats > MOST:
        return Chairs((), radius, _arc(taken / seats, reach, radius))
    if seats > 1:
        radius = min(radius, 0.78 * reach * sin(pi / seats))
    return Chairs(tuple(_chair(k, taken, seats, reach) for k in range(seats)), radius, None)


def _chair(k: int, taken: int, seats: int, reach: float) -> Chair:
    angle = tau * k / seats
    return Chair(reach * sin(angle), -reach * cos(angle), k < taken)


def _arc(part: float, reach: float, radius: float) -> Arc:
    far, near = reach + radius / 2, reach - radius / 2
    whole = _circle(far) + _circle(near)
    return Arc(whole, whole if part >= 1 else _band(part, far, near) if part > 0 else "")


def _circle(radius: float) -> str:
    r = n(radius)
    return f"M0 -{r}A{r} {r} 0 0 1 0 {r}A{r} {r} 0 0 1 0 -{r}Z"


def _band(part: float, far: float, near: float) -> str:
    """Draw from the top, clockwise along the far edge, back along the near one."""
    x, y, large = sin(tau * part), -cos(tau * part), int(part > 0.5)
    out = f"M0 -{n(far)}A{n(far)} {n(far)} 0 {large} 1 {n(far * x)} {n(far * y)}"
    return f"{out}L{n(near * x)} {n(near * y)}A{n(near)} {n(near)} 0 {large} 0 0 -{n(near)}Z"
