"""What came in a file and is nobody's stands on its pages; a withdrawal says what becomes of it."""

import pytest

from tests.imports.test_whole import brought, taken
from tests.imports.world import whole_house
from tests.support import client_of, make_house
from workshop.actions.bringing import Brought
from workshop.models.what_goes import ends_quotes, what_goes

pytestmark = pytest.mark.django_db


@pytest.fixture
def back() -> Brought:
    """A workshop with hidden names, credits and quotes that was brought back."""
    return brought(taken(whole_house("hidden").workshop))


def page(back: Brought, name: str) -> str:
    """Return a page of the facilitator on one line."""
    return " ".join(client_of(back.seat).get(f"/w/{back.workshop.slug}/{name}/").text.split())


def test_the_pages_show_the_quotes_and_credits_of_the_file(back: Brought) -> None:
    quotes, credits = page(back, "quotes"), page(back, "credits")
    texts = [each.text for each in back.workshop.brought_quotes.all()]
    assert texts
    assert all(f"“{text}”" in quotes for text in texts)
    assert "Accepted: in the file" in quotes
    assert "Nothing is quoted so far" not in quotes
    assert "We thank Ada Ash, Ben and A facilitator for taking part in the workshop." in credits
    assert credits.count("From the file") == 1


def test_pages_of_a_workshop_that_came_from_no_file_say_nothing_of_one() -> None:
    house = make_house(promise="hidden")
    assert "names no authors" not in what_goes(house.workshop)
    assert not ends_quotes(house.workshop)
    for name in ("quotes", "credits"):
        assert "From the file" not in client_of(house.fay).get(f"/w/{house.workshop.slug}/{name}/").text


def test_who_withdraws_reads_that_words_without_an_author_stay(back: Brought) -> None:
    seat = back.workshop.seats.select_related("workshop", "person").get(pseudonym="P1")
    said = client_of(seat).get(f"/w/{back.workshop.slug}/my-data/withdrawal/").text
    assert "it names no authors, so nobody can tell what of it is yours" in said
    assert "is quoted from then on" in ends_quotes(back.workshop)
