"""Larger text is on every page: those that know no seat have it from the browser, and not whose it is."""

import pytest
from django.test import Client

from tests.support import House, client_of, make_house
from workshop.actions.needs import save_needs
from workshop.models import Workshop
from workshop.models.needs import WantedNeeds, need_of
from workshop.models.passes import pass_name
from workshop.models.what_goes import goes_print

pytestmark = pytest.mark.django_db
LARGER = 'data-text="larger"'
OUTSIDE = ("/", "/help/", "/privacy/", "/promises/", "/accessibility/", "/guide/", "/w/nowhere/pack/")


@pytest.fixture
def house() -> House:
    made = make_house(leaders=2)
    save_needs(made.ada, WantedNeeds(["larger_text"]), 0)
    return made


def came_in(house: House, name: str = "pack/") -> Client:
    """Return Ada's browser, once it has opened a page of hers."""
    browser = client_of(house.ada)
    assert LARGER in browser.get(f"/w/{house.workshop.slug}/{name}").text
    return browser


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_page_outside_of_a_workshop_has_larger_text_too(house: House, address: str) -> None:
    assert LARGER in came_in(house).get(address).text
    assert LARGER not in client_of(house.others[0]).get(address).text
    assert LARGER not in Client().get(address).text


def test_the_browser_keeps_how_large_and_nothing_about_anybody(house: House) -> None:
    kept = came_in(house).cookies["text"]
    assert (kept.value, kept["samesite"], kept["path"]) == ("larger", "Lax", "/")
    assert kept["httponly"]
    other = client_of(house.others[0])
    other.get(f"/w/{house.workshop.slug}/pack/")
    assert "text" not in other.cookies


def test_it_goes_once_it_is_not_needed_any_more(house: House) -> None:
    browser = came_in(house)
    save_needs(house.ada, WantedNeeds(), need_of(house.ada).rev)
    browser.get(f"/w/{house.workshop.slug}/pack/")
    assert LARGER not in browser.get("/help/").text


def test_it_goes_with_who_withdraws(house: House) -> None:
    browser = came_in(house)
    sure = {"sure": "on", "confirmed": goes_print(house.workshop)}
    answer = browser.post(f"/w/{house.workshop.slug}/my-data/withdrawal/", sure, follow=True)
    assert "You have withdrawn" in answer.text
    assert LARGER not in answer.text
    assert LARGER not in browser.get("/help/").text


def test_who_only_rehearses_with_such_a_seat_keeps_their_own_size(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(purpose=Workshop.Purpose.REHEARSAL)
    assert LARGER not in came_in(house).get("/help/").text


def test_it_costs_strangers_nothing(house: House, django_assert_num_queries: object) -> None:
    browser = came_in(house)
    del browser.cookies[pass_name(house.workshop.slug)]
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert LARGER in browser.get("/help/").text
