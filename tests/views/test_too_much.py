"""More than is taken at once is refused as such, in words, by every kind of door, and nothing is saved."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.stagecraft import HTMX, JSON
from tests.support import House, client_of, make_house
from workshop.models import Remark

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def house() -> House:
    return make_house()


def send(house: House, body: str, headers: dict[str, str] | None = None, *, checks: bool = False) -> Any:
    """Send a body to the box about card 1, as Ada."""
    browser = Client(enforce_csrf_checks=checks, raise_request_exception=False)
    browser.cookies = client_of(house.ada).cookies
    browser.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    prompt = house.cards[0].prompts.get()
    address = reverse("pack-remark", kwargs={"slug": house.workshop.slug, "prompt": prompt.uid})
    return browser.post(address, f"rev=0&text-{prompt.uid}={body}", content_type=FORM, headers=headers)


@pytest.mark.parametrize("checks", [True, False])  # the token is looked for in the form, before any view
def test_a_form_that_is_too_big_says_how_much_may_be_sent_and_that_nothing_was_saved(
    house: House, checks: bool
) -> None:
    answer = send(house, "w" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0), checks=checks)
    assert answer.status_code == 413
    assert "At most 2.5 MB can be sent at once, so nothing was saved." in answer.text
    assert "your words are still in the form there" in answer.text
    assert not Remark.objects.exists()


def test_the_browser_s_modules_and_htmx_are_told_in_their_own_way(house: House) -> None:
    huge = "w" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)
    told = send(house, huge, JSON)
    assert (told.status_code, "Your words are still here" in told.json()["message"]) == (413, True)
    part = send(house, huge, HTMX)
    assert (part.status_code, part.content) == (413, b"")
    assert "At%20most%202.5%20MB" in part.headers["X-Roundel-Refusal"]


def test_what_is_over_the_limit_of_its_box_alone_is_422_with_the_words(house: House) -> None:
    words = "w" * 100_000
    answer = send(house, words)
    assert answer.status_code == 422
    assert words in answer.text
    assert not Remark.objects.exists()


def test_what_is_broken_otherwise_stays_a_400(house: House) -> None:
    answer = Client().get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "We could not read that" in answer.text
