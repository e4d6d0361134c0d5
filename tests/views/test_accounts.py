"""Facilitators sign in, sign out and choose a new password."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.support import PASSWORD, make_user
from workshop.models import User
from workshop.views.accounts import GUESSES, LETTERS

pytestmark = pytest.mark.django_db
SIGN_IN, NEW = "/accounts/sign-in/", "a large oval shelf"


@pytest.fixture(autouse=True)
def fay() -> Iterator[User]:
    """Fay can sign in, and nobody has guessed yet."""
    forget_guesses()
    yield make_user("fay@example.org", "Fay")
    forget_guesses()


def forget_guesses() -> None:
    for throttle in (GUESSES, LETTERS):
        throttle.counts.storage.reset()


def sign_in(email: str, password: str, client: Client | None = None, **more: str) -> Any:
    sent = {"username": email, "password": password, **more}
    return (client or Client()).post(SIGN_IN, sent)


def letter_link() -> str:
    found = re.search(r"http://\S+", str(mail.outbox[-1].body))
    assert found
    return found[0].removeprefix("http://127.0.0.1:8000")


def choose(link: str, password: str, client: Client | None = None) -> Any:
    client = client or Client()
    form = client.get(link, follow=True).redirect_chain[-1][0]
    return client.post(form, {"new_password1": password, "new_password2": password})


@pytest.mark.parametrize("email", ["fay@example.org", "FAY@Example.ORG", " Fay@example.org "])
def test_an_address_is_one_whatever_its_capitals(email: str) -> None:
    assert sign_in(email, PASSWORD).headers["Location"] == "/"


def test_a_wrong_password_is_refused_in_plain_words_and_keeps_the_address() -> None:
    answer = sign_in("fay@example.org", "wrong")
    assert answer.status_code == 422
    assert "do not belong together" in answer.text
    assert 'value="fay@example.org"' in answer.text
    assert "wrong" not in re.findall(r'value="([^"]*)"', answer.text)


def test_what_is_wrong_is_listed_with_a_way_to_its_field() -> None:
    page = sign_in("", "far too short").content.decode()
    assert '<a href="#id_username">' in page.partition("<main")[2].partition("</ul>")[0]


def test_nobody_is_sent_to_another_server_after_signing_in() -> None:
    answer = sign_in("fay@example.org", PASSWORD, next="https://evil.example/")
    assert answer.headers["Location"] == "/"


def test_guesses_stop_and_even_the_right_password_must_wait() -> None:
    for _ in range(10):
        assert sign_in("fay@example.org", "wrong").status_code == 422
    answer = sign_in("FAY@example.org", PASSWORD)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in answer.text


def test_somebody_else_behind_the_same_address_still_signs_in() -> None:
    make_user("zoe@example.org", "Zoe")
    for _ in range(30):
        sign_in("fay@example.org", "wrong")
    assert sign_in("zoe@example.org", PASSWORD).status_code == 302


def test_an_unfinished_form_is_no_guess() -> None:
    for _ in range(20):
        assert sign_in("fay@example.org", "").status_code == 422
    assert sign_in("fay@example.org", PASSWORD).status_code == 302


def test_who_is_signed_in_goes_home_from_the_sign_in_page() -> None:
    client = Client()
    sign_in("fay@example.org", PASSWORD, client)
    assert client.get(SIGN_IN).headers["Location"] == "/"


def test_signing_out_is_a_post_and_says_so() -> None:
    client = Client()
    sign_in("fay@example.org", PASSWORD, client)
    assert client.get("/accounts/sign-out/").status_code == 405
    assert "You are signed out" in client.post("/accounts/sign-out/", follow=True).text
    assert "Your workshops" not in client.get("/").text


def test_a_letter_lets_a_new_password_be_chosen_once() -> None:
    Client().post(reverse("password_reset"), {"email": "Fay@Example.org"})
    link = letter_link()
    browser = Client()
    assert choose(link, NEW, browser).headers["Location"] == "/"
    text = browser.get("/").text
    assert "Your password is changed. The old one no longer works, and you are signed in." in text
    assert "no longer works" in Client().get(link).text
    assert sign_in("fay@example.org", PASSWORD).status_code == 422
    assert sign_in("fay@example.org", NEW).status_code == 302


def test_the_letter_names_our_own_address_whatever_the_browser_says() -> None:
    Client(SERVER_NAME="testserver").post(reverse("password_reset"), {"email": "fay@example.org"})
    assert "testserver" not in str(mail.outbox[0].body)


def test_a_new_password_ends_the_wait_for_the_old_one() -> None:
    for _ in range(11):
        sign_in("fay@example.org", "wrong")
    Client().post(reverse("password_reset"), {"email": "fay@example.org"})
    choose(letter_link(), NEW)
    assert sign_in("fay@example.org", NEW).status_code == 302


def test_nobody_learns_which_addresses_can_sign_in() -> None:
    ask = reverse("password_reset")
    answers = [
        re.sub(r'"X-CSRFToken": "\w+"', "", Client().post(ask, {"email": email}, follow=True).text)
        for email in ("fay@example.org", "nobody@example.org")
    ]
    assert answers[0] == answers[1]
    assert len(mail.outbox) == 1


def test_letters_to_one_address_stop_quietly() -> None:
    for _ in range(8):
        assert Client().post(reverse("password_reset"), {"email": "fay@example.org"}).status_code == 302
    assert len(mail.outbox) == 5


def test_a_weak_password_is_refused_with_the_reason() -> None:
    Client().post(reverse("password_reset"), {"email": "fay@example.org"})
    answer = choose(letter_link(), "12345678")
    assert answer.status_code == 422
    assert "too short" in answer.text
    assert "at least 10" in answer.text


def test_the_command_line_makes_the_first_facilitator() -> None:
    said, aside = StringIO(), StringIO()
    call_command("facilitator", "Gil@Example.org", name="Gil", link=True, stdout=said, stderr=aside)
    link = said.getvalue().splitlines()[-1].removeprefix("http://127.0.0.1:8000")
    assert sign_in("gil@example.org", "").status_code == 422
    assert "Choose a password" in Client().get(link, follow=True).text
    assert "Links are for http://127.0.0.1:8000." in aside.getvalue()
    browser = Client()
    done = browser.get(choose(link, NEW, browser).headers["Location"]).text
    assert "Your password is set, and you are signed in." in done
    assert "Your password is changed" not in done
    assert "no longer works" in Client().get(link).text
    assert sign_in("gil@example.org", NEW).status_code == 302


@pytest.mark.parametrize(
    ("email", "password", "says"),
    [
        ("gil@example.org", "short", "at least 10"),
        ("gil@example.org", "password1234", "too common"),
        ("gil.hart@example.org", "gil.hart@example.org", "too similar"),
        ("nonsense", NEW, "is not an e-mail address"),
        ("FAY@example.org", NEW, "can sign in already"),
    ],
)
def test_the_command_line_refuses_in_plain_words_and_makes_nobody(
    email: str, password: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: password)
    with pytest.raises(CommandError, match=says):
        call_command("facilitator", email)
    assert User.objects.count() == 1


def test_two_passwords_that_are_not_alike_make_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([NEW, NEW + "s"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    with pytest.raises(CommandError, match="not alike"):
        call_command("facilitator", "gil@example.org")
    assert User.objects.count() == 1
