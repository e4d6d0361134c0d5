"""A sign-in that ended in between: the browser is told how it comes back in, and its words wait."""

import re
import uuid
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client

from tests.support import House, client_of, make_house
from workshop.actions.withdrawing import withdraw
from workshop.models.what_goes import goes_print

pytestmark = pytest.mark.django_db
BACK = "You are signed out here. Open your personal link again"
TOKEN = re.compile(r'"X-CSRFToken": "[^"]*"')
HERE = "your personal link opens it"


@pytest.fixture
def house() -> House:
    return make_house(leaders=1)


def send(client: Client, slug: str, **headers: str) -> Any:
    way = f"/w/{slug}/cards/{uuid.uuid4()}/remarks/"
    return client.post(way, {"body": "Half a thought", "uid": uuid.uuid4()}, headers=headers)


@pytest.mark.parametrize("there", [True, False])
def test_the_pack_and_the_room_are_told_to_open_the_link_again(house: House, there: bool) -> None:
    slug = house.workshop.slug if there else "nowhere"
    answer = send(Client(), slug, accept="application/json")
    assert (answer.status_code, answer.json()["state"]) == (404, "signed-out")
    assert answer.json()["message"].startswith(BACK)
    beside = send(Client(), slug, hx_request="true")
    assert unquote(beside.headers["X-Roundel-Refusal"]).startswith(BACK)


@pytest.mark.parametrize("there", [True, False])
def test_without_scripts_the_page_gives_the_words_back_and_says_the_way_in(house: House, there: bool) -> None:
    slug = house.workshop.slug if there else "nowhere"
    page = send(Client(), slug)
    assert page.status_code == 404
    assert "Half a thought" in page.text
    assert HERE in page.text


def test_a_page_of_no_workshop_and_of_one_without_a_seat_read_alike(house: House) -> None:
    pages = {slug: Client().get(f"/w/{slug}/room/") for slug in (house.workshop.slug, "nowhere")}
    texts = {TOKEN.sub("", page.text.replace(slug, "x")) for slug, page in pages.items()}
    assert len(texts) == 1
    assert HERE in texts.pop()


def test_a_thing_that_is_gone_is_no_sign_out(house: House) -> None:
    answer = client_of(house.ada).post(
        f"/w/{house.workshop.slug}/remarks/{uuid.uuid4()}/",
        {"body": "x"},
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 404
    assert BACK not in answer.text


def test_who_withdrew_is_told_nothing_of_a_link(house: House) -> None:
    browser = client_of(house.ada)
    withdraw(house.ada, agreed=goes_print(house.workshop))
    assert BACK not in send(browser, house.workshop.slug, accept="application/json").text
