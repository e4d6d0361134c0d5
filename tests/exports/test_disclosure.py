"""What a file is looked through for, and what it is not."""

from workshop.analysis.names import written_names
from workshop.exports.disclosure import with_places_replaced

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
