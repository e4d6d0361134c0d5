"""How a workbook looks: calm, in the colours of the pages, the same on every sheet."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from .tables import Kind

INK, SOFT, PAPER, RULE = "#2A1E28", "#5E5058", "#F1E8DC", "#E3D9CB"
WIDTHS = {
    Kind.WORDS: 64,
    Kind.CARDS: 40,
    Kind.TITLE: 32,
    Kind.CARD_TITLE: 32,
    Kind.WORD: 18,
    Kind.REFERENCE: 38,
    Kind.MOMENT: 18,
    Kind.YES: 12,
    Kind.NUMBER: 11,
    Kind.CARD_NUMBER: 8,
}
NUMBERS = (Kind.NUMBER, Kind.CARD_NUMBER)
LONGEST_NAME = 31
BUTTON = 5  # characters: the button of a filter, and bold letters
LINE, MOST_LINES = 15, 20  # the height of a line in points, and how many lines of a cell are shown at once
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": INK})
        self.label = _cell(book, font_color=SOFT)
        self.words = _cell(book, text_wrap=True, align="left", indent=1)
        self.moment = _cell(book, num_format="yyyy-mm-dd hh:mm", align="left", indent=1)
        self.number = _cell(book, num_format="General")
        self._yes = _cell(book, align="left", indent=1)
        self._head, self._head_of_numbers = _head(book, align="left", indent=1), _head(book, align="right")
        self._names = {"about", _("About").casefold()}

    def of(self, kind: Kind) -> Any:
        """Return the format of a kind of cell."""
        if kind in NUMBERS:
            return self.number
        return {Kind.MOMENT: self.moment, Kind.YES: self._yes}.get(kind, self.words)

    def head(self, kind: Kind) -> Any:
        """Return the format of the head of a column."""
        return self._head_of_numbers if kind in NUMBERS else self._head

    def name(self, wanted: str) -> str:
        """Return a name that a sheet may have, and that no other has: a translation may be longer."""
        name, n = wanted.translate(NOT_IN_A_NAME)[:LONGEST_NAME].strip(), 2
        while name.casefold() in self._names:
            name, n = f"{name[: LONGEST_NAME - 4]} ({n})", n + 1
        self._names.add(name.casefold())
        return name


def width_of(head: str, kind: Kind) -> int:
    """Return how wide a column is: as its kind wants; no word of its head breaks."""
    return max(WIDTHS[kind], max(map(len, head.split()), default=0) + BUTTON)


def height(texts: Iterable[tuple[object, int]]) -> int:
    """Return how high a row is, in points, for what stands in its columns of these widths."""
    lines = (_lines(text, width) for text, width in texts if isinstance(text, str))
    return LINE * min(MOST_LINES, max(lines, default=1))


def _lines(text: str, width: int) -> int:
    if len(text) < width and "\n" not in text:  # most
        return 1
    start = text[: width * MOST_LINES]
    return sum(1 + len(line) // width for line in start.split("\n"))


def _head(book: Workbook, **more: object) -> Any:
    base = {"bold": True, "bg_color": PAPER, "font_color": INK, "text_wrap": True, "valign": "vcenter"}
    return book.add_format(base | {"bottom": 1, "bottom_color": SOFT} | more)


def _cell(book: Workbook, **more: object) -> Any:
    base = {"valign": "top", "font_color": INK, "bottom": 1, "bottom_color": RULE}
    return book.add_format(base | more)
