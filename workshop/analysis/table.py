"""The table's arithmetic: where the slips of one sort lie, in a viewBox of -326 to 326.

The disc's radius is 174, the rim's 312; slips on the rim stand at 243. Every slip is turned by a
small angle that belongs to its place, so the same sort always looks the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, radians, sin

from workshop.analysis.rows import places, size
from workshop.analysis.slips import Face, Slip, named

RIM = 243.0
TILTS = (-1.6, 1.2, -0.8, 1.9, -1.3, 0.7, -2.0, 1.4, -0.5, 1.0, -1.8, 0.9)
# Where cards that nobody placed lie: beside the table, at its corners.
CORNERS = ((-274.0, 286.0), (274.0, 286.0), (-274.0, -286.0), (274.0, -286.0))
# From ten cards on the slips carry their label alone; so do eight or more in the inner circle.
NAMES_BELOW, INNER_NAMES_BELOW = 10, 8
# No more than this many slips lie in one circle; the last then says how many more there are.
MOST = 24
CORNER_MOST = 4
# So many slips on the rim would reach into the words at its foot: they stop short of them. Of fewer
# the gap is wide enough, and more are small enough.
CROWDED, CLEAR = range(9, 15), 155.0


@dataclass(frozen=True, slots=True)
class Table:
    """The slips of one sort, drawn in this order."""

    inner: tuple[Slip, ...]
    outer: tuple[Slip, ...]
    unplaced: tuple[Slip, ...]

    @property
    def slips(self) -> tuple[Slip, ...]:
        """All of them."""
        return self.inner + self.outer + self.unplaced

    @property
    def off(self) -> Slip | None:
        """The slip that the words "Not placed" stand above, if there is one."""
        return self.unplaced[0] if self.unplaced else None


def lay_table(
    inner: Sequence[Face], outer: Sequence[Face], unplaced: Sequence[Face], front: str | None = None
) -> Table:
    """Lay out the faces in the order given; the one whose label is `front` has the marigold edge."""
    cards = len(inner) + len(outer) + len(unplaced)
    names = cards < NAMES_BELOW and len(inner) < INNER_NAMES_BELOW
    disc, rim = at_most(inner, MOST), at_most(outer, MOST)
    return Table(
        _lay(inner_slips(len(disc)), disc, names, front),
        _lay(outer_slips(len(rim)), rim, names, front),
        corner_slips(unplaced, CORNERS, front),
    )


def inner_slips(n: int) -> list[Slip]:
    """Return n blank slips in centred rows on the disc."""
    if not n:
        return []
    at = size(n)
    turn = 1.0 if n <= 4 else 0.5
    return [
        Slip(x, y, TILTS[k % 12] * turn, at.width, at.height, "") for k, (x, y) in enumerate(places(n, at))
    ]


def outer_slips(n: int) -> list[Slip]:
    """Return n blank slips at equal angles on the rim, clockwise, none over the words at its foot."""
    angles = rim_angles(n)
    step = radians(angles[1] - angles[0]) if n > 1 else pi
    scale = min(1.0, (2 * RIM * sin(step / 2) - 6) / hypot(106, 70))
    return [
        Slip(RIM * sin(a), -RIM * cos(a), TILTS[(k + 3) % 12] * 1.2, 106 * scale, 70 * scale, "")
        for k, a in enumerate(map(radians, angles))
    ]


def rim_angles(n: int) -> list[float]:
    """Return n angles in degrees after the top; the words at the foot keep a gap between two of them."""
    if n in CROWDED:
        return [-CLEAR + 2 * CLEAR * k / (n - 1) for k in range(n)]
    first = 0.0 if n % 2 else -60.0 if n == 2 else -180 / max(n, 1)
    return [first + 360 * k / n for k in range(n)]


def corner_slips(
    faces: Sequence[Face], corners: Sequence[tuple[float, float]], front: str | None = None
) -> tuple[Slip, ...]:
    """Lay up to four slips beside the table; of more than four, the last says how many."""
    few = at_most(faces, CORNER_MOST)
    blank = [Slip(x, y, -3.0 if x < 0 else 3.0, 88, 64, "", off=True) for x, y in corners]
    return _lay(blank[: len(few)], few, names=False, front=front)


def at_most(faces: Sequence[Face], most: int) -> list[Face]:
    """Return the faces, or so many that the last place can say "+3"."""
    if len(faces) <= most:
        return list(faces)
    return [*faces[: most - 1], Face(f"+{len(faces) - most + 1}")]


def _lay(blank: list[Slip], faces: list[Face], names: bool, front: str | None) -> tuple[Slip, ...]:
    """Write each face on its slip."""
    slips = [
        replace(slip, label=face.label, front=face.label == front)
        for slip, face in zip(blank, faces, strict=True)
    ]
    if names:
        slips = [named(slip, face) for slip, face in zip(slips, faces, strict=True)]
    return tuple(slips)
