"""The picture of links: cards as slips round a table, an arrow across it for each link.

Units are those of the SVG, with the middle of the table at 0 0. Cards stand at equal angles from the top,
clockwise in their order. An arrow bends towards the middle, the more the nearer its cards are, so that those
between neighbours leave the rim; and to its own right, so that two between the same two cards lie apart.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Key = int
Link = tuple[Key, Key]  # the card that bears, and the one that it bears on
RADIUS, SLIP_WIDTH, SLIP_HEIGHT = 158, 40, 36
WORDS = 30  # from the middle of a slip to the words outside it
CLEAR, HEAD, HALF_HEAD = 29, 13, 7  # of an arrow: from the middle of its slip to its tip; its head
PULL, STRONGEST, BOW = 45, 0.75, 18
FEWEST_LINKS, MOST_CARDS, MOST_ARROWS = 2, 24, 40

Point = tuple[float, float]


@dataclass(frozen=True)
class TiedSlip:
    """A card's slip: the middle of it, and where words outside the ring begin, by their anchor."""

    card: Key
    x: float
    y: float
    words_x: float
    words_y: float
    anchor: str


@dataclass(frozen=True)
class Arrow:
    """A link, or several between the same two cards: its line, the triangle at its end, and how many."""

    line: str
    head: str
    count: int


@dataclass(frozen=True)
class TiesPicture:
    """All that the SVG draws."""

    slips: list[TiedSlip]
    arrows: list[Arrow]


def drawable(lines: int, cards: int, arrows: int) -> bool:
    """Whether there are enough links to draw, and few enough cards and arrows that they can be told apart."""
    return lines >= FEWEST_LINKS and cards <= MOST_CARDS and arrows <= MOST_ARROWS


def draw(cards: Sequence[Key], links: Sequence[Link]) -> TiesPicture:
    """Lay the cards out round the table, and the links between them.

    Args:
        cards: every card of a link, in the order in which they sit.
        links: those of two different cards.
    """
    slips = [_slip(card, n, len(cards)) for n, card in enumerate(cards)]
    middle = {slip.card: (slip.x, slip.y) for slip in slips}
    counted = Counter(links)
    return TiesPicture(slips, [_arrow(middle[a], middle[b], n) for (a, b), n in counted.items()])


def _slip(card: Key, n: int, of: int) -> TiedSlip:
    angle = 2 * pi * n / of - pi / 2
    across, down = cos(angle), sin(angle)
    x, y = across * RADIUS, down * RADIUS
    if abs(across) < 0.3:
        return TiedSlip(card, x, y, x, y + (WORDS + 4 if down > 0 else -WORDS + 6), "middle")
    side = 1 if across > 0 else -1
    return TiedSlip(card, x, y, x + side * (WORDS - 3), y + 6, "start" if side > 0 else "end")


def _arrow(start: Point, end: Point, count: int) -> Arrow:
    bend = _bend(start, end)
    tip, base = _towards(end, bend, CLEAR), _towards(end, bend, CLEAR + HEAD)
    along = ((tip[0] - base[0]) / HEAD, (tip[1] - base[1]) / HEAD)
    side = (-along[1] * HALF_HEAD, along[0] * HALF_HEAD)
    wings = (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])
    line = f"M{_at(start)}Q{_at(bend)} {_at(base)}"
    return Arrow(line, f"M{_at(tip)}L{_at(wings[0])}L{_at(wings[1])}Z", count)


def _bend(start: Point, end: Point) -> Point:
    """Return the point that bends an arrow: nearer to the middle than halfway, and to the right."""
    over, down = end[0] - start[0], end[1] - start[1]
    length = hypot(over, down)
    halfway = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    out = 1 - min(STRONGEST, PULL / length)
    return halfway[0] * out - down / length * BOW, halfway[1] * out + over / length * BOW


def _towards(start: Point, end: Point, far: float) -> Point:
    over, down = end[0] - start[0], end[1] - start[1]
    part = far / hypot(over, down)
    return start[0] + over * part, start[1] + down * part


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
