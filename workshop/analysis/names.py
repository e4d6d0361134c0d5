"""Finding names, addresses and numbers in free text. Plain Python on plain data.

It finds what it is given and three patterns, and no more: a nickname, a job that only one person has or a
place tells as much as a name, and only a reader finds that.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 3  # letters; shorter parts of names ("Al", "de") are words too often
PATTERNS = {
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "address": re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE),
    "phone": re.compile(r"(?<![\w./-])(?:\+|\(?0)[\d\s()./-]{7,}\d(?!\w)"),
}


@dataclass(frozen=True)
class Hit:
    """What was found: ``kind`` is name, e-mail, address or phone; ``start`` and ``end`` are code points."""

    kind: str
    start: int
    end: int


def written_names(people: Iterable[str]) -> list[str]:
    """Return the names to look for: whole names first, then each part of at least three letters."""
    whole = {" ".join(name.split()) for name in people if name.strip()}
    parts = {part.strip(".,") for name in whole for part in name.split()}
    kept = {name for name in whole | parts if len(name) >= LEAST}
    return sorted(kept, key=lambda name: (-len(name), name))


def names_in(text: str, names: Iterable[str]) -> list[Hit]:
    """Return where names stand as words of their own, whatever their capitals and accents, in order."""
    plain, places = _folded(text)
    found: list[Hit] = []
    for name in names:
        wanted = r"\s+".join(re.escape(part) for part in _folded(name)[0].split())
        for match in re.finditer(rf"(?<!\w){wanted}(?!\w)", plain) if wanted else ():
            found.append(Hit("name", places[match.start()], places[match.end() - 1] + 1))
    return without_overlaps(found)


def patterns_in(text: str) -> list[Hit]:
    """Return where e-mail addresses, web addresses and telephone numbers stand, in order."""
    found = [Hit(kind, *match.span()) for kind, each in PATTERNS.items() for match in each.finditer(text)]
    return without_overlaps(found)


def without_overlaps(found: Iterable[Hit]) -> list[Hit]:
    """Return what was found in order; of two that overlap the longer, then the earlier."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(hit.end <= each.start or hit.start >= each.end for each in kept):
            kept.append(hit)
    return sorted(kept, key=lambda each: each.start)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text without capitals and accents, and for each of its letters where it stood."""
    letters, places = [], []
    for place, letter in enumerate(text):
        for piece in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(piece):
                letters.append(piece)
                places.append(place)
    return "".join(letters), places
