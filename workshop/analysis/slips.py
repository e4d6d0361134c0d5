"""A slip: a card lying on the table, as the numbers its SVG needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workshop.analysis.lines import em_width, slip_words

# The type of a slip's name, in the table's units (css/parts/circle.css).
NAME_SIZE = 14.5
LINE = 15.5


@dataclass(frozen=True, slots=True)
class Face:
    """What a slip says: its label (a number, as a rule), and its short title or how its title begins."""

    label: str
    short_title: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a name; `squeeze` is the width it must be pressed into, or None if it fits."""

    text: str
    y: float
    squeeze: float | None


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip with its middle at (x, y), turned by `tilt` degrees; without `lines` it is a label alone."""

    x: float
    y: float
    tilt: float
    width: float
    height: float
    label: str
    lines: tuple[Line, ...] = ()
    off: bool = False
    front: bool = False

    @property
    def left(self) -> float:
        """The left edge, from the slip's own middle."""
        return -self.width / 2

    @property
    def top(self) -> float:
        """The top edge, from the slip's own middle."""
        return -self.height / 2

    @property
    def text_x(self) -> float:
        """Where its words begin."""
        return self.left + margin(self.width)

    @property
    def number_y(self) -> float:
        """The base line of its number."""
        return self.top + 27


def margin(width: float) -> float:
    """Return the room left of the words: less on a small slip."""
    return 10.0 if width >= 104 else 7.0


def face_of(card: object) -> Face:
    """Read label and titles from a card, which may be an object or a mapping."""
    if isinstance(card, Face):
        return card
    short_title, title = (str(part(card, name) or "") for name in ("short_title", "title"))
    return Face(str(part(card, "label")), short_title, title)


def part(card: object, name: str) -> object:
    """Read one thing of a card, which may be an object or a mapping."""
    return card[name] if isinstance(card, Mapping) else getattr(card, name)


def named(slip: Slip, face: Face) -> Slip:
    """Return the slip with its words on it, the last line at the foot."""
    words = slip_words(face.short_title, face.title)
    room = slip.width - margin(slip.width) - 4
    foot = slip.height / 2 - 11 - LINE * (len(words) - 1)
    lines = (Line(text, foot + LINE * k, squeezed(text, room)) for k, text in enumerate(words))
    return replace(slip, lines=tuple(lines))


def squeezed(text: str, room: float) -> float | None:
    """Return the width that a line must be pressed into, or None if it fits the room."""
    return room if em_width(text) * NAME_SIZE > room + 2 else None
