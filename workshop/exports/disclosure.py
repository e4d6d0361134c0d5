"""Looking through a file before it is taken: names in free text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from workshop.analysis.names import Hit, Names, names_in, patterns_in, without_overlaps, written_names
from workshop.models import Workshop

from .deidentifying import removed_name, removed_others

Data = dict[str, Any]
UID = 36  # characters of a uid in text
# What only refers or dates: its digits can look like a telephone number, and replaced it refers to nothing.
NO_WORDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z")
AROUND = 60  # characters shown on either side
# What is no free text, or is a name on purpose; seats have a rule of their own. A key is passed over wherever
# it stands, so the list is not made from the schema's codes: somebody has to say that it never has words.
NOT_WORDS = frozenset(
    "uid identity_uid series_uid slug citation zone purpose promise ordered_by kind state status verb when "
    "series visibility hash key said_in seat entered_by proposer side quoting roles answer quote step "
    "refused ballots_withheld answers_withheld".split()
)
NOT_SEARCHED = frozenset(["seats", "history", "chairs", "agenda"])


@dataclass(frozen=True)
class Place:
    """Where something was found: ``key`` names it in the form, ``part`` and ``row``, a uid, say where.

    ``before`` and ``after`` are the words around it, with an ellipsis where there are more.
    """

    key: str
    kind: str
    part: str
    row: str
    before: str
    word: str
    after: str


@dataclass(frozen=True)
class Replaced:
    """A document with what was found in it replaced, but for what was left; and all ``places`` found.

    ``said`` has each text that changed, by what it was: so a picture of the same words can say them, too.
    """

    document: Data
    places: list[Place]
    said: dict[str, str]


def names_of(workshop: Workshop) -> Names:
    """Return the names to look for: of everybody in the workshop, and as they are credited."""
    people = workshop.people.values_list("name", flat=True)
    credited = workshop.seats.exclude(credit__name="").values_list("credit__name", flat=True)
    return written_names([*people, *filter(None, credited)])


def places_in(document: Data, names: Names, approved: frozenset[str] = frozenset()) -> list[Place]:
    """Return every place in the words of a document where a name, an address or a number was found."""
    return with_places_replaced(document, names, {}, approved).places


def with_places_replaced(
    document: Data, names: Names, left: Mapping[str, str], approved: frozenset[str] = frozenset()
) -> Replaced:
    """Return a document with what was found replaced, but for the places in ``left``.

    The quotes in ``approved``, by uid, stand as their speakers agreed to them: nothing is looked for in them.
    """
    found: list[Place] = []
    said: dict[str, str] = {}

    def replace(path: tuple[str, ...], text: str) -> str:
        if path[0] == "quotes" and approved.intersection(path):
            return text
        was = text
        places = [(hit, _place(path, text, hit)) for hit in _hits(text, names)]
        found.extend(place for _hit, place in places)
        for hit, place in reversed(places):
            if place.key not in left:
                text = text[: hit.start] + instead_of(hit.kind) + text[hit.end :]
        if text != was:
            said[was] = text
        return text

    return Replaced(_walked(document, replace), found, said)


def instead_of(kind: str) -> str:
    """Return what stands in the place of what was found."""
    return removed_others().get(kind, removed_name())


def _hits(text: str, names: Names) -> list[Hit]:
    return without_overlaps([*patterns_in(text), *names_in(text, names)])


def _place(path: tuple[str, ...], text: str, hit: Hit) -> Place:
    word = text[hit.start : hit.end]
    whole = "/".join((*path, str(hit.start), word))
    first, last = max(0, hit.start - AROUND), hit.end + AROUND
    before = f"{'…' if first else ''}{text[first : hit.start]}"
    after = f"{text[hit.end : last]}{'…' if last < len(text) else ''}"
    key = sha256(whole.encode()).hexdigest()[:16]
    return Place(key, hit.kind, path[0], _row(path), before, word, after)


def _row(path: tuple[str, ...]) -> str:
    """Return the uid of the innermost row that has one; empty for a part that is no list."""
    return next((each for each in reversed(path) if len(each) == UID), "")


def _walked(document: Data, visit: Callable[[tuple[str, ...], str], str]) -> Data:
    return {
        part: value if part in NOT_SEARCHED else _walk((part,), value, visit)
        for part, value in document.items()
    }


def _walk(path: tuple[str, ...], value: Any, visit: Callable[[tuple[str, ...], str], str]) -> Any:
    if isinstance(value, str):
        return value if NO_WORDS.fullmatch(value) else visit(path, value)
    if isinstance(value, list):
        return [_walk((*path, _named(n, each)), each, visit) for n, each in enumerate(value)]
    if isinstance(value, dict):
        named = _named_on_purpose(path[0], value)
        return {
            key: each if key in NOT_WORDS or key in named else _walk((*path, key), each, visit)
            for key, each in value.items()
        }
    return value


def _named_on_purpose(part: str, row: Data) -> set[str]:
    """Return what of a row has a name because its person agreed to be printed by it."""
    if part == "credits":
        return {"name"}
    return {"attribution"} if part == "quotes" and row["named"] else set()


def _named(n: int, row: Any) -> str:
    """Return by what a row is known, so that a place keeps its key when rows are added before it."""
    return str(row.get("uid", n)) if isinstance(row, dict) else str(n)
