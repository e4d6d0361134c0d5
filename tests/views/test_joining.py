"""The page to join by code, and the link that it gives."""

import re

import pytest
from django.test import Client, RequestFactory

from tests.support import House, client_of, make_house
from workshop.models import Link, Seat, Workshop
from workshop.views import joining

pytestmark = pytest.mark.django_db
CODE = "KITE4827"


@pytest.fixture
def house() -> House:
    return make_house(leaders=1, join_code=CODE)


@pytest.fixture(autouse=True)
def no_wrong_codes_yet() -> None:
    for throttle in (joining.SLIPS, joining.GUESSES, joining.FEW, joining.EVERYWHERE, joining.SAME):
        throttle.counts.storage.reset()


def sent(browser: Client, **fields: str) -> dict[str, str]:
    """Return the form as the browser has it, filled in."""
    page = browser.get("/join/").content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None
    return {"token": found[1], "code": CODE, "name": "Gil", **fields}


def test_joining_shows_the_personal_link_once_and_it_works_elsewhere(house: House, client: Client) -> None:
    answer = client.post("/join/", sent(client), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/w/{house.workshop.slug}/welcome/", 302)]
    found = re.search(r'value="http[^"]+(/link/[^"]+)"', page)
    assert found is not None
    assert Client().post(found[1]).headers["Location"] == f"/w/{house.workshop.slug}/"


def test_no_row_holds_the_secret_of_the_link(house: House, client: Client) -> None:
    client.post("/join/", sent(client))
    secret = client.cookies["keep"].value
    assert client.cookies["keep"]["httponly"]
    assert secret not in str(list(Link.objects.values()))
    assert not client.session.keys()


def test_somebody_elses_cookie_shows_no_link(house: House, client: Client) -> None:
    browser = client_of(house.ada)
    client.post("/join/", sent(client))
    browser.cookies["keep"] = client.cookies["keep"].value
    assert "/link/" not in browser.get(f"/w/{house.workshop.slug}/welcome/").content.decode()


def test_a_double_click_makes_one_seat(house: House, client: Client) -> None:
    form, before = sent(client), Seat.objects.count()
    for browser in (client, Client()):
        assert browser.post("/join/", form).status_code == 302
    assert Seat.objects.count() == before + 1


def test_the_uid_of_a_seat_is_no_key_to_it(house: House, client: Client) -> None:
    for token in (str(house.ada.uid), house.ada.uid.hex, f"{house.ada.uid.hex}:x:y"):
        client.post("/join/", {"token": token, "code": CODE, "name": "Ada", "another": "1"})
        link = Link.objects.order_by("-pk").first()
        assert link is not None
        assert link.seat != house.ada


def test_a_wrong_code_is_told_plainly_and_what_was_typed_stays(house: House, client: Client) -> None:
    before = Seat.objects.count()
    answer = client.post("/join/", sent(client, code="WREN1111", name="Gil <b>"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "No workshop has this code now" in page
    assert 'value="WREN1111"' in page
    assert 'value="Gil &lt;b&gt;"' in page
    assert Seat.objects.count() == before


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "\u202e", "\x00"])
def test_a_bad_name_is_refused_and_nobody_sits_down(house: House, client: Client, name: str) -> None:
    before = Seat.objects.count()
    answer = client.post("/join/", sent(client, name=name))
    assert answer.status_code == 422
    assert Seat.objects.count() == before


def test_a_closed_workshop_says_that_it_is_over(house: House, client: Client) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=house.workshop.created_at)
    answer = client.post("/join/", sent(client))
    assert answer.status_code == 409
    assert "This workshop is over" in answer.content.decode()


def test_joining_twice_from_one_browser_goes_back_to_the_seat_unless_asked(house: House) -> None:
    browser = client_of(house.ada)
    before = Seat.objects.count()
    answer = browser.post("/join/", sent(browser))
    assert "You are Ada here already" in answer.content.decode()
    assert Seat.objects.count() == before
    assert browser.post("/join/", sent(browser, another="1")).status_code == 302
    assert Seat.objects.count() == before + 1


def test_guesses_stop_and_elsewhere_nobody_notices(house: House, client: Client) -> None:
    form = sent(client)
    statuses = [client.post("/join/", {**form, "code": f"WREN{n}"}).status_code for n in range(1000, 1031)]
    assert (statuses[0], statuses[-1]) == (422, 429)
    assert client.post("/join/", sent(client)).status_code == 302
    request = RequestFactory().get("/join/")
    for _n in range(600):
        joining.GUESSES.failed(request)
    refused = Client().post("/join/", sent(Client()))
    assert refused.status_code == 429
    assert "Wait" in refused.content.decode()
    assert Client(REMOTE_ADDR="10.1.2.3").post("/join/", sent(Client())).status_code == 302


def test_a_wrong_code_that_was_read_out_to_a_room_is_one_guess_not_a_thousand(house: House) -> None:
    """Counted each time, it would lock the room out: the code that is read out next is right."""
    browser = Client()
    form = sent(browser, code="KITE 4828")
    assert {browser.post("/join/", form).status_code for _n in range(100)} == {422}
    assert joining.SLIPS.counts.get_window_stats(joining.SLIPS.pair, _key()).remaining == 29
    assert browser.post("/join/", sent(browser)).status_code == 302


def _key() -> str:
    return joining.SLIPS._key("pair", "127.0.0.1", "")


def test_many_right_codes_from_one_address_are_never_throttled(house: House) -> None:
    browsers = [Client() for _n in range(60)]
    assert {browser.post("/join/", sent(browser)).status_code for browser in browsers} == {302}
