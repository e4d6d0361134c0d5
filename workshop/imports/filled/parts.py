"""The lines of a filled pack handed out: to fields by their tags, after codes, or to what is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workshop.analysis.anchors import anchors_in

from .lines import Line, Piece
from .slots import Slots, plain

FEW = 20  # codes of a line that are looked at: behind so many others none stands behind its label


@dataclass(frozen=True)
class Rest:
    """Words that belong nowhere for certain, and the code after which they stand; empty for none.

    ``at`` is the number of their line in the file, as far as it is known.
    """

    text: str
    near: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Found:
    """A code in a piece: where it begins and ends, and whether it stands where its own would."""

    code: str
    is_own: bool
    begins: int
    ends: int


def labelled(lines: Sequence[Line], slots: Slots) -> set[str]:
    """Return the codes that stand at the beginning of a line or behind their label somewhere."""
    every = (found for line in lines for _piece, codes in _codes(line, slots) for found in codes)
    return {found.code for found in every if found.is_own}


def _codes(line: Line, slots: Slots) -> Iterator[tuple[Piece, list[Found]]]:
    """Yield the pieces of a line with the codes in each that is in no field; takes as long as it is."""
    before: list[str] = []
    seen = 0
    for piece in line.pieces:
        codes: list[Found] = []
        for anchor, begins, ends in anchors_in(piece.text) if not piece.field else ():
            seen += 1
            is_own = seen <= FEW and _is_label("".join([*before, piece.text[:begins]]), slots)
            codes.append(Found(str(anchor), is_own, begins, ends))
        yield piece, codes
        if not piece.field:
            before.append(piece.text)


def _is_label(text: str, slots: Slots) -> bool:
    label = plain(text)
    return not label or label in slots.labels


class Parts:
    """Takes lines in order: ``tagged`` has them by code and field, ``after`` by codes that they follow."""

    def __init__(self, slots: Slots, labelled: set[str]) -> None:
        self.slots, self.labelled = slots, labelled
        self.tagged: dict[str, dict[int, list[str]]] = {}
        self.after: dict[str, list[list[str]]] = {}
        self.kept: list[tuple[list[str], str, int]] = []
        self.code, self.cell, self.goes_on = "", 0, False
        self.line = 0
        self.at: dict[str, int] = {}  # the line at which each code was met first

    @property
    def rest(self) -> list[Rest]:
        """What belongs nowhere for certain."""
        return [Rest("\n".join(each.rstrip() for each in lines), near, at) for lines, near, at in self.kept]

    def take(self, line: Line) -> None:
        """Take the next line."""
        self.line += 1
        whole = plain("".join(piece.text for piece in line.pieces))
        bare = not any(piece.field for piece in line.pieces)
        if (self.cell != line.cell and self.cell) or line.heading:
            self._leave()
        if bare and whole in self.slots.labels:
            self._leave()
            self._reach(self.slots.labels[whole], line)
        elif bare and self.slots.says(whole):
            self._leave()
        elif not (bare and whole in self.slots.between):
            self._words(line)

    def _words(self, line: Line) -> None:
        text: list[str] = []
        for piece, codes in _codes(line, self.slots):
            if piece.code:
                self._flush(text)
                self._in_field(piece)
            else:
                self._outside(line, piece, codes, text)
        self._flush(text, ends=True)

    def _in_field(self, piece: Piece) -> None:
        if piece.code in self.slots.slots:
            self.at.setdefault(piece.code, self.line)
            self.tagged.setdefault(piece.code, {}).setdefault(piece.field, []).append(piece.text)
        elif piece.text.strip():
            self.kept.append(([piece.text], piece.code, self.line))
            self.goes_on = False

    def _outside(self, line: Line, piece: Piece, codes: list[Found], text: list[str]) -> None:
        at = 0
        for found in codes:
            if not found.is_own and (found.code in self.labelled or found.code not in self.slots.slots):
                continue
            before = piece.text[at : found.begins]
            if plain(before) not in self.slots.labels and plain(before) not in self.slots.said:
                text.append(before)
            self._flush(text)
            self._reach(found.code, line)
            at = found.ends
        text.append(piece.text[at:])

    def _reach(self, code: str, line: Line) -> None:
        self.code, self.cell = code, line.cell
        if code:
            self.at.setdefault(code, self.line)
            self.after.setdefault(code, []).append([])

    def _leave(self) -> None:
        self.code, self.cell, self.goes_on = "", 0, False

    def _flush(self, text: list[str], *, ends: bool = False) -> None:
        """Put words that were gathered where they belong; a line without any is kept within an answer."""
        words = "".join(text)
        text.clear()
        if self.code:
            self.goes_on = False
            if words or ends:
                self.after[self.code][-1].append(words)
        elif self.goes_on:
            self.kept[-1][0].extend([words] if words.strip() else [])
        elif words.strip() and words.strip() not in self.slots.hints:
            self.kept.append(([words], "", self.line))
            self.goes_on = True
