"""A facilitator records that somebody withdraws who asked for it, and learns nothing of their answers."""

import re

import pytest
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.withdrawing import NAME, WORD, full_house, holding, sure
from workshop.models import Seat

pytestmark = pytest.mark.django_db


def address(house: House, seat: Seat, name: str = "person-withdrawal") -> str:
    """Return an address about somebody's seat."""
    return reverse(name, kwargs={"slug": house.workshop.slug, "uid": seat.uid})


def test_it_is_asked_twice_and_then_erased() -> None:
    house = full_house()
    browser, place = client_of(house.fay), address(house, house.ada)
    assert browser.post(place).status_code == 422
    assert NAME in browser.post(place, {"sure": "on"}).content.decode()
    assert holding(WORD)
    done = browser.post(place, sure(house), follow=True).content.decode()
    assert holding(WORD) == []
    assert "1 person has withdrawn" in " ".join(done.split())
    assert NAME not in done


def test_once_done_it_says_so_and_offers_nothing() -> None:
    house = make_house()
    browser, place = client_of(house.fay), address(house, house.ada)
    for _press in "twice":
        assert browser.post(place, sure(house)).status_code == 302
    page = browser.get(address(house, house.ada, "person")).content.decode()
    assert "cannot be given back" in page
    assert "person-restoration" not in page
    assert address(house, house.ada) not in page


def test_the_page_tells_nothing_of_what_somebody_answered() -> None:
    house = full_house()
    house.others[0].person.name = NAME  # type: ignore[union-attr]  # Ben's, who did less
    house.others[0].person.save()  # type: ignore[union-attr]  # the same
    browser = client_of(house.fay)
    pages = [browser.get(address(house, seat)).content.decode() for seat in (house.ada, house.others[0])]
    one, two = (re.sub(r"[0-9a-f-]{36}|value=\"\w{64}\"|\"\w{64}\"", "", page) for page in pages)
    assert one == two
