"""A form that was taken is named to the browser, which then keeps no copy; one that was refused is not."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.setup import card_words
from tests.support import House, client_of, make_house

pytestmark = pytest.mark.django_db
TOKEN = "0123456789abcdef" * 2
COOKIE = f"arrived-{TOKEN}"


@pytest.fixture
def house() -> House:
    return make_house(pack_open=False)


def send(house: House, **more: str) -> Client:
    client = client_of(house.fay)
    address = reverse("card-new", kwargs={"slug": house.workshop.slug})
    client.post(address, card_words(house) | {"_draft": TOKEN} | more)
    return client


def test_what_was_taken_is_named(house: House) -> None:
    assert send(house).cookies[COOKIE]["path"] == "/"


@pytest.mark.parametrize("more", [{"title": ""}, {"_draft": "x" * 32}, {"_draft": TOKEN + "\r\n"}])
def test_what_was_refused_or_has_no_such_name_is_not(house: House, more: dict[str, str]) -> None:
    assert COOKIE not in send(house, **more).cookies


def test_who_must_sign_in_first_has_not_been_heard(client: Client) -> None:
    answer = client.post(reverse("workshop-new"), {"_draft": TOKEN, "title": "Mine"})
    assert answer.headers["Location"].startswith(reverse("sign-in"))
    assert COOKIE not in client.cookies
