"""How much a file may hold: looked at before it is opened, and again before any row is made of it."""

from typing import Any

from .wrong import Path, Wrong

BYTES = 50 * 1024 * 1024
DEPTH = 24  # lists and objects in one another; the document has nine
MEMORY = 1536 * 1024 * 1024  # of the child that reads it, in bytes
SECONDS = 60  # of its time
MOST_ROWS = {"seats": 2_000, "cards": 1_000, "rounds": 100, "agenda": 1_000, "history": 200_000}
MOST = 100_000  # rows of any other list
LONGEST = 100_000  # characters of any words
CHARACTERS = {
    "title": 200,
    "reading_title": 200,
    "account_title": 200,
    "venue": 300,
    "short_title": 40,
    "pole_a": 200,
    "pole_b": 200,
    "name": 200,
    "attribution": 200,
    "pseudonym": 20,
    "slug": 20,
    "key": 40,
    "zone": 64,
    "verb": 40,
    "hash": 64,
}
LARGE = frozenset("n rev undoes answered asked agree count people took_part starting yes no text_rev".split())
LARGEST, LARGE_ENOUGH = 32_767, 2_147_483_647


def check_depth(text: bytes) -> None:
    """Raise Wrong if brackets stand deeper in one another than any document's; in words they do not count."""
    depth = most = 0
    for part in _outside_words(text):
        for byte in part:
            depth += (byte in b"[{") - (byte in b"]}")
            most = max(most, depth)
            if most > DEPTH:
                raise Wrong("too_deep")


def _outside_words(text: bytes) -> list[bytes]:
    plain = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return [part.translate(None, delete=KEEPERS) for part in plain.split(b'"')[::2]]


KEEPERS = bytes(byte for byte in range(256) if byte not in b"[]{}")


def check_sizes(value: Any, path: Path = ()) -> None:
    """Raise Wrong if a list has too many rows, words are too long, or a number too large for its column."""
    if isinstance(value, list):
        most = MOST_ROWS.get(str(path[-1]), MOST) if path else MOST
        if len(value) > most:
            raise Wrong("too_many", path, count=len(value), most=most)
        for n, each in enumerate(value):
            check_sizes(each, (*path, n))
    elif isinstance(value, dict):
        for key, each in value.items():
            check_sizes(each, (*path, key))
    elif isinstance(value, str):
        _check_words(value, path)
    elif type(value) is int:
        most = LARGE_ENOUGH if path and path[-1] in LARGE else LARGEST
        if value > most:
            raise Wrong("too_large", path, most=most)


def _check_words(value: str, path: Path) -> None:
    most = CHARACTERS.get(str(path[-1]), LONGEST) if path else LONGEST
    if len(value) > most:
        raise Wrong("too_long", path, over=len(value) - most, most=most)
