"""What a file is looked through for, and what it is not."""

import json
from collections.abc import Iterator
from typing import Any

from workshop.analysis.names import written_names
from workshop.exports.disclosure import NOT_SEARCHED, NOT_WORDS, with_places_replaced
from workshop.exports.json_whole import SCHEMA

NUMBER = "01234567-8901-4234-8567-890123456789"  # a uid that could be a telephone number, but for its length
WHEN = "2026-11-30T00:50:49Z"


def test_what_refers_or_dates_is_never_taken_for_a_number_or_a_name() -> None:
    document = {
        "prompts": [{"uid": NUMBER, "card": NUMBER, "text": f"Ring 01234 567 890 about {NUMBER}"}],
        "lineage": [{"card": "deadbeef-dead-4ead-8ead-deadbeefdead", "answers_for": [NUMBER]}],
        "rounds": [{"opened_at": WHEN}],
    }
    found = with_places_replaced(document, written_names(["Dead", "2026", "30T00"]), {})
    left = found.document
    assert left["lineage"] == document["lineage"]
    assert left["rounds"] == document["rounds"]
    assert left["prompts"][0]["card"] == NUMBER
    assert [(place.kind, place.part) for place in found.places] == [
        ("phone", "prompts"),
        ("phone", "prompts"),
    ]
    assert "Ring [number removed] about" in left["prompts"][0]["text"]


def properties_in(schema: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield each property of a schema, and whether its values are codes, not words."""
    for key, each in schema.get("properties", {}).items():
        yield key, any(isinstance(value, str) for value in each.get("enum", ()))
        yield from properties_in(each)
    within = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *filter(None, [schema.get("items")])]
    for each in within:
        yield from properties_in(each)


def test_no_code_of_the_schema_is_taken_for_a_word() -> None:
    parts = json.loads(SCHEMA.read_text())["properties"]
    searched = [each for part, each in parts.items() if part not in NOT_SEARCHED]
    known = {found for each in searched for found in properties_in(each)}
    codes = {key for key, is_code in known if is_code}
    assert "answer" in codes
    assert codes - NOT_WORDS == set()
    assert NOT_WORDS - {key for key, _is_code in known} == set()
    document = {"proposals": [{"stances": [{"answer": "fine", "why": "Fine by me"}]}]}
    left = with_places_replaced(document, written_names(["Anne Fine"]), {}).document
    assert left["proposals"][0]["stances"][0] == {"answer": "fine", "why": "[name removed] by me"}
