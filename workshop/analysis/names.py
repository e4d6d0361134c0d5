"""Finding names, addresses and numbers in free text. Plain Python on plain data.

It finds what it is given and three patterns, and no more: a nickname, a job that only one person has or a
place tells as much as a name, and only a reader finds that.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LEAST = 3  # letters of a part of a name; shorter ones ("de", "Al") are words too often
WORD = re.compile(r"\w+")
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


@dataclass(frozen=True)
class Names:
    """The names to look for: single words, and whole names by their first word; all folded."""

    words: frozenset[str]
    whole: Mapping[str, tuple[re.Pattern[str], ...]]


def written_names(people: Iterable[str]) -> Names:
    """Return what to look for: whole names, and each part of at least three letters."""
    words: set[str] = set()
    whole = defaultdict(list)
    for parts in {tuple(WORD.findall(_folded(name)[0])) for name in people}:
        words.update(part for part in parts if len(part) >= (2 if len(parts) == 1 else LEAST))
        if len(parts) > 1:
            whole[parts[0]].append(re.compile(r"\W+".join(map(re.escape, parts)) + r"(?!\w)"))
    return Names(frozenset(words), {part: tuple(each) for part, each in whole.items()})


def names_in(text: str, names: Names) -> list[Hit]:
    """Return where names stand as words of their own, whatever their capitals and accents, in order."""
    plain, places = _folded(text)
    spans = set()
    for match in WORD.finditer(plain):
        spans |= {match.span()} if match[0] in names.words else set()
        tried = (pattern.match(plain, match.start()) for pattern in names.whole.get(match[0], ()))
        spans |= {found.span() for found in tried if found}
    return without_overlaps(Hit("name", places[start], places[end - 1] + 1) for start, end in spans)


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


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without capitals and accents, and for each of its letters where it stood."""
    if text.isascii():  # most words: each letter stays in its place
        return text.casefold(), range(len(text))
    letters, places = [], []
    for place, letter in enumerate(text):
        for piece in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(piece):
                letters.append(piece)
                places.append(place)
    return "".join(letters), places
