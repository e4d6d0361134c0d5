"""The file of a template: read apart, checked against the published schema, refused by place."""

import json
from pathlib import Path
from typing import Any

from .reading import parsed
from .schema import check
from .wrong import Path as Place
from .wrong import Wrong

SCHEMA = Path(__file__).parent.parent / "exports" / "schema" / "template-1.schema.json"
FORMAT, VERSION = "roundel-template", 1
BYTES = 1024 * 1024
# characters, by the name of the words
MOST = {"name": 200, "says": 500, "source": 2000, "edition": 40, "title": 200, "short_title": 40, "key": 40}
MOST |= {"pole_a": 200, "pole_b": 200, "heading": 200, "account_title": 200, "reading_title": 200}
MOST |= {"summary": 2000, "question": 2000, "citation": 2000, "text": 2000, "hints": 2000}
MOST |= {"notes": 4000, "instructions": 4000, "reading": 20_000, "information": 20_000}
LARGEST = {"blank_cards": 12, "nominations": 10}
NEEDED = {"name", "title", "text", "key"}


def read_template(content: bytes) -> dict[str, Any]:
    """Return the document in the file of a template.

    Raises:
        Wrong: it is too large, or no such file, or does not keep to the published schema or its limits.
    """
    if len(content) > BYTES:
        raise Wrong("too_many_bytes", most=BYTES // 1024 // 1024)
    document = parsed(content, "template")
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Wrong("no_template")
    if document.get("version") != VERSION:
        raise Wrong("other_version", version=str(document.get("version"))[:20])
    check(document, json.loads(SCHEMA.read_text("utf-8")))
    _check_sizes(document, ())
    _check_cards(document["cards"])
    _check_keys(document["consents"])
    return document


def _check_sizes(value: Any, path: Place) -> None:
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            _check_sizes(each, (*path, key))
        return
    name = str(path[-1])
    if isinstance(value, str) and len(value) > MOST.get(name, 2000):
        raise Wrong("too_long", path, over=len(value) - MOST.get(name, 2000), most=MOST.get(name, 2000))
    if name in NEEDED and path != ("workshop", "title") and not str(value).strip():
        raise Wrong("empty", path)
    if type(value) is int and value > LARGEST.get(name, value):
        raise Wrong("too_large", path, most=LARGEST[name])


def _check_cards(cards: list[dict[str, Any]]) -> None:
    for n, card in enumerate(cards):
        if bool(card["pole_a"].strip()) != bool(card["pole_b"].strip()):
            raise Wrong("one_pole", ("cards", n, "pole_b" if card["pole_a"].strip() else "pole_a"))


def _check_keys(consents: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for n, each in enumerate(consents):
        if not all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in each["key"]):
            raise Wrong("no_key", ("consents", n, "key"))
        if each["key"] in seen:
            raise Wrong("twice", ("consents", n, "key"), value=each["key"])
        seen.add(each["key"])
