"""Words on a slip, in two lines of at most 12 characters: a short title, or the beginning of the title."""

import unicodedata
from collections.abc import Iterator

MOST = 12
# Advance widths of Atkinson Hyperlegible Next at the weight of a slip, in ems, by kind of letter.
NARROW, CAPITAL, PLAIN, BROAD, WHOLE = 0.33, 0.67, 0.57, 0.87, 1.0
NARROW_LETTERS = frozenset("fijlrtI.,:;'’|!()[]/- ")
BROAD_LETTERS = frozenset("mwMW@%—")
JOINER = "\u200d"


def slip_words(short_title: str, title: str) -> tuple[str, ...]:
    """Return what a slip says of its card: the short title, or without one the beginning of the title."""
    return two_lines(short_title) or beginning(title)


def beginning(title: str) -> tuple[str, ...]:
    """Return the first words of a title in at most two lines of at most 12 characters.

    What does not fit is left out whole, and an ellipsis stands for it; only a single word that is too long
    is cut.
    """
    words = title.split()
    first = _fill(words) or words[:1]
    rest = words[len(first) :]
    second = _fill(rest)
    if len(second) == len(rest):
        return two_lines(title)
    while len(second) > 1 and _length(" ".join(second)) >= MOST:
        second.pop()
    last = (" ".join(second) or rest[0]).rstrip(",;:")
    return (_cut(" ".join(first)), _cut(f"{last}…"))


def two_lines(title: str) -> tuple[str, ...]:
    """Break a short title between words into at most two lines of at most 12 characters.

    What is longer is cut between whole characters and ends in an ellipsis. No title, no lines.
    """
    words = title.split()
    if not words:
        return ()
    first = _fill(words) or words[:1]
    lines = (" ".join(first), " ".join(words[len(first) :]))
    return tuple(_cut(line) for line in lines if line)


def em_width(text: str) -> float:
    """Estimate how wide a line is, in ems: good enough to know which lines must be squeezed."""
    return sum(_em(whole) for whole in wholes(text))


def wholes(text: str) -> Iterator[str]:
    """Yield the characters as a reader sees them: a letter with its marks, a joined emoji, a flag.

    A small part of Unicode's grapheme clusters (UAX #29): enough never to cut inside one.
    """
    held = ""
    for char in text:
        if held and not _goes_on(held, char):
            yield held
            held = ""
        held += char
    if held:
        yield held


def _fill(words: list[str]) -> list[str]:
    """Take as many words as fit on one line."""
    taken: list[str] = []
    for word in words:
        if _length(" ".join([*taken, word])) > MOST:
            break
        taken.append(word)
    return taken


def _cut(text: str) -> str:
    if _length(text) <= MOST:
        return text
    kept = ""
    for whole in wholes(text):
        if _length(kept + whole) >= MOST:
            break
        kept += whole
    return kept.rstrip() + "…"


def _length(text: str) -> int:
    return sum(2 if _is_wide(whole) else 1 for whole in wholes(text))


def _goes_on(held: str, char: str) -> bool:
    if char == JOINER or held[-1] == JOINER or unicodedata.category(char).startswith("M"):
        return True
    if (
        _is_tone(char) or "\U000e0020" <= char <= "\U000e007f"
    ):  # a colour of skin; the letters of a flag's name
        return True
    return _is_flag(char) and _is_flag(held) and len(held) == 1


def _is_tone(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char[0] <= "\U0001f1ff"


def _is_wide(whole: str) -> bool:
    return unicodedata.east_asian_width(whole[0]) in "WF" or _is_flag(whole)


def _em(whole: str) -> float:
    first = whole[0]
    if _is_wide(whole):
        return WHOLE
    if first in NARROW_LETTERS:
        return NARROW
    if first in BROAD_LETTERS:
        return BROAD
    return CAPITAL if first.isupper() else PLAIN
