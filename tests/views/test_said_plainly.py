"""Limits that pages say: whom a look through a file misses, who cannot withdraw, what tells an answer."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of
from tests.withdrawing import full_house
from workshop.models import Seat

pytestmark = pytest.mark.django_db


def page(browser: Client, name: str, house: House | None = None, **more: object) -> str:
    """Return the words of a page, on one line."""
    where = {"slug": house.workshop.slug, **more} if house else {}
    return " ".join(browser.get(reverse(name, kwargs=where)).content.decode().split())


def about(house: House, seat: Seat, name: str, **more: object) -> str:
    """Return the same of a page of a workshop, as a seat is sent it."""
    return page(client_of(seat), name, house, **more)


def test_a_look_through_a_file_says_that_names_of_who_withdrew_are_not_found() -> None:
    house = full_house()
    assert "The names of people who withdrew are erased" in about(house, house.fay, "export", format="json")
    other = house.others[0].uid
    assert "no file is looked through for their name" in about(
        house, house.fay, "person-withdrawal", uid=other
    )


def test_the_privacy_notice_says_who_cannot_withdraw() -> None:
    assert "Facilitators do not withdraw" in page(Client(), "privacy")


def test_of_a_round_that_keeps_its_totals_it_is_said_that_pages_and_files_tell_nothing() -> None:
    house = full_house("hidden")
    assert "no page and no file says which answer was yours" in about(house, house.ada, "withdrawal")
