"""The right to take files with names: what it brings is said where it is given; nobody gets it unasked."""

import pytest

from tests.support import client_of, make_house
from workshop.actions.exports import note_beside
from workshop.actions.full_data import give_full_data

pytestmark = pytest.mark.django_db


def test_the_right_to_names_is_given_to_nobody_at_one_press() -> None:
    house = make_house(leaders=2)
    given = f"/w/{house.workshop.slug}/people/{house.fay.uid}/full-data/"
    asked = client_of(house.fay).post(given, {"given": "yes"}).text
    assert "Give yourself the right to names?" in asked
    house.fay.refresh_from_db()
    assert not house.fay.full_data


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_people_check_and_note_say_what_the_right_brings_under_this_promise(promise: str) -> None:
    house = make_house(leaders=2, promise=promise)
    give_full_data(house.fay, house.fay, given=True)
    house.fay.refresh_from_db()
    only = "only the names by which people asked to be credited"
    people = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/").text
    note = note_beside(house.fay, "csv", reuse=False, left={}).content.decode()
    for said in (people, client_of(house.fay).get(f"/w/{house.workshop.slug}/exports/json/").text, note):
        assert (only in said) is (promise != "named")


def test_the_record_says_of_who_gave_themselves_the_right_that_they_took_it() -> None:
    house = make_house(leaders=2)
    give_full_data(house.fay, house.fay, given=True)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/audit/").text
    assert "took the right to take files with names" in page
    assert "gave Fay the right" not in page
