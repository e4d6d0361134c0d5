"""The short codes printed beside each thing to fill in: they say what it is when nothing else does any more.

A code is a letter, which says what it is, and a number, which says of which one: ``C3`` is the comment on
card 3. On paper and in a file it stands between brackets, ``[C3]``, so that nobody's word is taken for one.
The letter comes first and the rest are digits, so what is retyped as ``c 1O`` or ``[Cl0]`` is still ``C10``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class What(StrEnum):
    """What a code stands beside. No letter is I or O, which are taken for digits."""

    COMMENT = "C"  # on the card with this number
    PLACE = "P"  # where that card belongs: inner, outer, not placed
    ORDER = "N"  # its place in the circle
    WHY = "W"  # why that card is not placed
    BLANK = "B"  # the title of the blank card in this place
    MEANING = "D"  # what that blank card means: its summary
    REPHRASES = "R"  # the number of the card that it re-phrases
    BLANK_PLACE = "E"  # where that blank card belongs
    BLANK_ORDER = "G"  # its place in the circle
    BLANK_WHY = "F"  # why that blank card is not placed
    OTHER = "A"  # any other comments; always A1
    PROMPT = "Q"  # an open prompt of the pack, by its number
    CONSENT = "K"  # something to agree to


@dataclass(frozen=True)
class Anchor:
    """What is to be filled in, and for which card, blank card, prompt or item."""

    what: What
    number: int

    def __str__(self) -> str:
        return f"{self.what}{self.number}"

    @property
    def printed(self) -> str:
        """The code as it is printed."""
        return f"[{self}]"


DIGITS = str.maketrans("OoQIl|", "000111")
CODE = re.compile(r"([A-Za-z])\s*([0-9OoQIl|]{1,4})")
PRINTED = re.compile(r"[\[［]\s*" + CODE.pattern + r"\s*[\]］]")
LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # neither vowels, which make words, nor 0, 1, I, L and O


def read_anchor(text: str) -> Anchor | None:
    """Return the anchor of a code, with or without its brackets; ``None`` if it is none."""
    return _anchor(CODE.fullmatch(text.strip().strip("[]［］").strip()))


def anchors_in(text: str) -> Iterator[tuple[Anchor, int, int]]:
    """Yield the anchors that stand in a text between brackets, each with where it begins and ends."""
    for found in PRINTED.finditer(text):
        if anchor := _anchor(found):
            yield anchor, found.start(), found.end()


def _anchor(found: re.Match[str] | None) -> Anchor | None:
    if found is None:
        return None
    letter, number = found[1].upper(), int(found[2].translate(DIGITS))
    return Anchor(What(letter), number) if letter in set(What) and number else None


def spelled(digest: bytes, length: int) -> str:
    """Return so many letters and digits that stand for some bytes, 4.8 bits each."""
    rest = int.from_bytes(digest, "big")
    letters = []
    for _n in range(length):
        rest, which = divmod(rest, len(LETTERS))
        letters.append(LETTERS[which])
    return "".join(letters)


def print_of_parts(*parts: object) -> bytes:
    """Return a digest of some parts, each told from its neighbours."""
    return sha256("\x1f".join(map(str, parts)).encode()).digest()


def plain_code(text: str) -> str:
    """Return a code of letters in groups as it was made: capitals, nothing between them."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())
