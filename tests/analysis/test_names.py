"""Names in free text: on word borders, whatever capitals and accents; and three patterns."""

import pytest

from workshop.analysis.names import names_in, patterns_in, written_names

PEOPLE = ["Zoë Müller-Lang", "Al de Vries", "Ada"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As ZOE said", ["ZOE"]),
        ("Zoë  Müller-Lang's point", ["Zoë  Müller-Lang"]),
        ("Mu\u0308ller-Lang, again", ["Mu\u0308ller", "Lang"]),
        ("Adaptation, Canada, adage", []),
        ("al dente, de facto", []),
        ("Vries and ada", ["Vries", "ada"]),
        ("al, al de Vries", ["al de Vries"]),
        ("", []),
    ],
)
def test_names_are_found_as_words_of_their_own(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in names_in(text, written_names(PEOPLE))] == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Write to ada.x@nhs.example.uk, please", ["e-mail"]),
        ("see https://example.org/a?b=1 or www.example.org", ["address", "address"]),
        ("ring 0191 496 0000 or +44 (0)191 496 0000", ["phone", "phone"]),
        ("in 2008-2018 we had 4 of 5, and 10.1186/s43058-022-00385-0", []),
    ],
)
def test_addresses_and_numbers_are_found(text: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in patterns_in(text)] == kinds
