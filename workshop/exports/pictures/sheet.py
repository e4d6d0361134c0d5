"""A sheet to draw a picture on, which becomes an SVG document."""

import re
from collections.abc import Iterable
from math import ceil
from xml.etree import ElementTree as ET

from workshop.analysis.lines import em_width, wholes
from workshop.analysis.svg import svg_number

from .ink import LOOK, style
from .picture import Picture, Table, Told

WIDTH = 480  # as wide as a journal's column at two thirds: letters of 15 px are then as high as its own
NAMESPACE = "http://www.w3.org/2000/svg"
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARGIN = 12
LINE = 18  # px from one line of words to the next


class Sheet:
    """What is drawn, from the left upper corner down, in px. What is written on it can only be read."""

    def __init__(self, width: float = WIDTH) -> None:
        """Begin a sheet that is so wide."""
        self.width = width
        self._root = ET.Element("g")
        self._into = self._root

    def draw(self, tag: str, look: str = "", text: str = "", **places: float | str) -> None:
        """Add an element with a look of the style; ``_`` in the names of attributes stands for ``-``."""
        made = ET.SubElement(self._into, tag)
        if look:
            made.set("class", look)
        for name, value in places.items():
            said = value if isinstance(value, str) else svg_number(value)
            made.set(name.replace("_", "-"), said)
        if text:
            made.text = readable(text)

    def group(self, x: float, y: float, scale: float = 1) -> None:
        """Draw what follows from this point on, so much smaller."""
        moved = f"translate({svg_number(x)} {svg_number(y)}) scale({scale:.3f})"
        self._into = ET.SubElement(self._root, "g", {"transform": moved})

    def ungroup(self) -> None:
        """Draw on the sheet itself again."""
        self._into = self._root

    def write(self, x: float, y: float, text: str, look: str = "") -> None:
        """Write one line; (x, y) is where its base line begins, or its middle or end by its look."""
        self.draw("text", look, text, x=x, y=y)

    def write_lines(
        self, x: float, y: float, lines: Iterable[str], look: str = "", gap: float = LINE
    ) -> float:
        """Write lines below one another; return where the next one would stand."""
        for line in lines:
            self.write(x, y, line, look)
            y += gap
        return y

    def picture(
        self, told: Told, caption: str, height: float, table: Table, *, for_people_rows: bool = False
    ) -> Picture:
        """Return all of it, down to this height, with a margin round it."""
        wide, tall = ceil(self.width + 2 * MARGIN), ceil(height + 2 * MARGIN)
        svg = self._document(told, wide, tall)
        title, says, below = (readable(text) for text in (told.title, told.says, caption))
        rows = tuple(tuple(map(readable, row)) for row in table.rows)
        plain = Table(tuple(map(readable, table.head)), rows)
        return Picture(told.name, title, says, below, svg, wide, tall, plain, for_people_rows)

    def _document(self, told: Told, wide: float, tall: float) -> str:
        size = {"width": svg_number(wide), "height": svg_number(tall)}
        box = f"{-MARGIN} {-MARGIN} {size['width']} {size['height']}"
        spoken = f"{told.name}-title {told.name}-desc"
        look = {"class": LOOK, "role": "img", "aria-labelledby": spoken}
        svg = ET.Element("svg", {"xmlns": NAMESPACE, "viewBox": box, **size, **look})
        for tag, text in (("title", told.title), ("desc", told.says)):
            ET.SubElement(svg, tag, {"id": f"{told.name}-{tag}"}).text = readable(text)
        ET.SubElement(svg, "style").text = style()
        ET.SubElement(svg, "rect", {"x": f"{-MARGIN}", "y": f"{-MARGIN}", **size, "fill": "#ffffff"})
        svg.append(self._root)
        return ET.tostring(svg, encoding="unicode") + "\n"


def readable(text: str) -> str:
    """Return a text on one line without what no XML document may hold."""
    return " ".join(NO_XML.sub("", text).split())


def wrapped(text: str, width: float, most: int = 2, size: float = 15) -> list[str]:
    """Break a text between words into lines of at most so many px; the last is cut after one, with an …"""
    words, lines = readable(text).split(" "), [""]
    for n, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if em_width(longer) * size <= width:
            lines[-1] = longer
        elif len(lines) == most or not lines[-1]:
            return [*lines[:-1], _cut(" ".join([lines[-1], *words[n:]]).strip(), width / size)]
        else:
            lines.append(word if em_width(word) * size <= width else _cut(word, width / size))
    return [line for line in lines if line]


def _cut(text: str, ems: float) -> str:
    """Return the words that have room, and an ellipsis; only where not one has is it cut within."""
    words = text.split(" ")
    room = [n for n in range(1, len(words)) if em_width(f"{' '.join(words[:n])}…") <= ems]
    if room:
        return f"{' '.join(words[: room[-1]]).rstrip(',;:')}…"
    kept = ""
    for whole in wholes(text):
        if em_width(f"{kept}{whole}…") > ems:
            return f"{kept.rstrip()}…"
        kept += whole
    return kept
