"""What is filled into a Welsh sentence fits it: days after a preposition, cities, lists."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from tests.support import House, client_of, make_house
from workshop.actions.pack import finish_pack
from workshop.models.languages import COOKIE, WELSH
from workshop.templatetags.moments import in_sentence, on_or_until
from workshop.templatetags.naming import and_list, cards_named

pytestmark = pytest.mark.django_db
MONDAY = datetime(2032, 12, 6, 17, tzinfo=UTC)


@pytest.fixture
def house(settings: Any) -> House:
    settings.WELSH = True
    made = make_house(leaders=2)
    made.workshop.rounds.filter(number=1).update(closes_at=MONDAY)
    return made


def page(house: House, name: str) -> str:
    """Return a page of Ada's in Welsh, its markup left out and its spaces as one."""
    browser = client_of(house.ada)
    browser.cookies[COOKIE] = WELSH
    said = browser.get(reverse(name, kwargs={"slug": house.workshop.slug})).content.decode()
    return " ".join(strip_tags(said).split())


def test_a_day_is_small_within_a_sentence_and_softened_after_on_and_until() -> None:
    with translation.override(WELSH):
        assert in_sentence("Dydd Iau 9 Hydref") == "dydd Iau 9 Hydref"
        assert on_or_until("Dydd Iau 9 Hydref") == on_or_until("dydd Iau 9 Hydref") == "ddydd Iau 9 Hydref"
        assert on_or_until("9 Hydref") == "9 Hydref"
    assert on_or_until("Thursday 9 October") == in_sentence("Thursday 9 October") == "Thursday 9 October"


def test_the_pack_says_by_when_and_until_when_in_words_that_fit(house: House) -> None:
    assert "Gorffennwch erbyn dydd Llun 6 Rhagfyr, 17:00 (amser Llundain)" in page(house, "pack")
    finish_pack(house.ada)
    still = "Gallwch ei newid o hyd tan ddydd Llun 6 Rhagfyr, 17:00 (amser Llundain). Mae’n"
    assert still in page(house, "pack-finish")


def test_a_pack_that_has_closed_says_on_which_day(house: House) -> None:
    house.workshop.rounds.filter(number=1).update(state="closed", closed_at=MONDAY.replace(year=2021))
    assert "Caeodd y pecyn ar ddydd Llun 6 Rhagfyr, 17:00 (amser Llundain)." in page(house, "pack")


def test_the_day_that_we_meet_fits_its_line(house: House) -> None:
    house.workshop.starts_at = MONDAY
    house.workshop.save(update_fields=["starts_at"])
    assert "Rydym yn cwrdd ar ddydd Llun 6 Rhagfyr 2032, 17:00" in page(house, "pack")
    assert f"{house.workshop.title}, dydd Llun 6 Rhagfyr 2032" in page(house, "consent")


def test_a_list_has_a_space_after_each_comma() -> None:
    with translation.override(WELSH):
        assert and_list(["Amina", "Dr Meirion Rhys", "Rita"]) == "Amina, Dr Meirion Rhys a Rita"
        assert cards_named(["1", "2", "4"]) == "cardiau 1, 2 a 4"
