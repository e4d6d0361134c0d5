"""Personal links: GET looks, POST takes the seat."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from config.redaction import RedactLinks
from tests.support import House, client_of, make_house
from workshop.actions.demo import open_demo
from workshop.actions.links import mint_link, revoke_links
from workshop.actions.people import remove_seat
from workshop.actions.screens import screen_link
from workshop.models import Link, Workshop

pytestmark = pytest.mark.django_db


def link_to(house: House) -> str:
    """Return the path of a new personal link of Ada's."""
    return f"/link/{mint_link(house.fay, house.ada)}/"


def test_opening_a_link_says_whose_it_is_and_changes_nothing() -> None:
    house, scanner = make_house(leaders=1), Client()
    path = link_to(house)
    before = list(Link.objects.values())
    page = scanner.get(path)
    assert "This link is for <strong>Ada</strong>" in page.content.decode()
    assert scanner.head(path).status_code == 200
    assert list(Link.objects.values()) == before
    assert [name for name in scanner.cookies if name.startswith("seat-")] == []


def test_taking_the_seat_lets_the_browser_into_the_workshop() -> None:
    house, browser = make_house(leaders=1), Client()
    answer = browser.post(link_to(house))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/w/{house.workshop.slug}/")
    assert browser.get(f"/w/{house.workshop.slug}/pack/").status_code == 200


def test_taking_the_seat_is_confirmed_once() -> None:
    house, browser = make_house(leaders=1), Client()
    first = browser.post(link_to(house), follow=True).content.decode()
    said = "You are in, as Ada. This browser remembers you for this workshop."
    assert first.count(said) == 1
    assert 'role="status"' in first.split(said)[0].rsplit("<div", 2)[1]
    assert said not in browser.get(f"/w/{house.workshop.slug}/pack/").content.decode()


def test_the_cookie_of_a_seat_is_for_the_server_alone() -> None:
    house, browser = make_house(leaders=1), Client()
    browser.post(link_to(house))
    cookie = browser.cookies[f"seat-{house.workshop.slug}"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_revoked_link_says_so_and_its_browsers_are_out() -> None:
    house, browser = make_house(leaders=1), Client()
    path = link_to(house)
    browser.post(path)
    revoke_links(house.fay, house.ada)
    for answer in (browser.get(path), browser.post(path)):
        assert answer.status_code == 410
        assert "This link no longer works" in answer.content.decode()
    assert browser.get(f"/w/{house.workshop.slug}/pack/").status_code == 404


def test_a_removed_seat_has_no_link_any_more() -> None:
    house = make_house(leaders=1)
    path = link_to(house)
    remove_seat(house.fay, house.ada)
    assert Client().post(path).status_code == 410


@pytest.mark.parametrize("secret", ["nonsense", "%20", "x" * 500, "%ED%A0%80", "a%00b"])
def test_an_unknown_link_leads_nowhere(secret: str) -> None:
    make_house(leaders=1)
    assert Client().get(f"/link/{secret}/").status_code == 404


def test_a_link_to_the_screen_or_a_sign_in_takes_no_seat() -> None:
    house = make_house(leaders=1)
    screen = screen_link(house.fay)
    for secret in (screen, open_demo().facilitator):
        assert Client().post(f"/link/{secret}/").status_code == 404
    assert Client().post(f"/staff/{mint_link(house.fay, house.ada)}/").status_code == 404


def test_a_browser_with_another_seat_is_told_before_it_changes() -> None:
    house = make_house(leaders=2)
    browser = client_of(house.others[0])
    page = browser.get(link_to(house)).content.decode()
    assert "This browser is Ben in this workshop now." in page
    assert "This browser is" not in client_of(house.ada).get(link_to(house)).content.decode()


def test_a_personal_link_is_in_no_cache_and_no_referrer() -> None:
    house = make_house(leaders=1)
    answer = Client().get(link_to(house))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "strict-origin"


@pytest.fixture
def redacted(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Hear what the server logs, as its handlers write it; the handler serves all tests: give it back."""
    loggers = [logging.getLogger(name) for name in ("django", "django.request", "workshop")]
    redact = RedactLinks()
    caplog.handler.addFilter(redact)
    for logger in loggers:
        logger.addHandler(caplog.handler)
    yield caplog
    for logger in loggers:
        logger.removeHandler(caplog.handler)
    caplog.handler.removeFilter(redact)


def test_a_page_that_is_refused_is_a_line_of_the_log_and_no_trace(
    redacted: pytest.LogCaptureFixture,
) -> None:
    house = make_house(leaders=1)
    assert client_of(house.ada).get(f"/w/{house.workshop.slug}/setup/").status_code == 403
    assert "/setup/" in redacted.text
    assert "Traceback" not in redacted.text


def test_a_personal_link_is_in_no_line_of_the_log(redacted: pytest.LogCaptureFixture) -> None:
    house = make_house(leaders=1)
    path = link_to(house)
    revoke_links(house.fay, house.ada)
    Client().get(path)
    Client().post(path)
    assert "/link/.../" in redacted.text
    assert path not in redacted.text


def test_a_demonstration_signs_in_once(client: Client) -> None:
    links = open_demo()
    path = f"/staff/{links.facilitator}/"
    assert client.get(path).status_code == 200
    assert Client().get(f"/w/{links.workshop.slug}/overview/").status_code == 404
    assert client.post(path).headers["Location"] == f"/w/{links.workshop.slug}/overview/"
    assert client.get(f"/w/{links.workshop.slug}/overview/").status_code == 200
    for answer in (Client().get(path), Client().post(path)):
        assert answer.status_code == 410
        assert "manage.py demo --keep" in answer.content.decode()


def test_a_sign_in_link_dies_after_a_day() -> None:
    links = open_demo()
    Link.objects.filter(purpose="demo").update(expires_at=timezone.now())
    assert Client().post(f"/staff/{links.facilitator}/").status_code == 410


def test_a_sign_in_link_opens_no_real_workshop_and_no_account_with_a_password() -> None:
    links = open_demo()
    path = f"/staff/{links.facilitator}/"
    Workshop.objects.filter(pk=links.workshop.pk).update(purpose="real")
    assert Client().post(path).status_code == 404
    Workshop.objects.filter(pk=links.workshop.pk).update(purpose="demo")
    user = Link.objects.get(purpose="demo").seat.person.user  # type: ignore[union-attr]  # the demo's own
    assert user is not None
    user.set_password("a quiet round table")
    user.save()
    assert Client().post(path).status_code == 404
