"""A thousand people behind one address: all who have what is right are let in, and guesses stop."""

import re

import pytest
from django.test import Client

from tests.support import PASSWORD, House, make_house
from workshop.actions.joining import join_by_code
from workshop.actions.links import mint_link
from workshop.views import accounts, joining

pytestmark = pytest.mark.django_db
CROWD = 1000
CODE = "KITE4827"


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    joining.SLIPS.counts.storage.reset()


@pytest.fixture
def house() -> House:
    return make_house(leaders=1, join_code=CODE)


def form() -> dict[str, str]:
    """Return the form to join, as a page has it."""
    found = re.search(r'name="token" value="([^"]+)"', Client().get("/join/").content.decode())
    assert found is not None
    return {"token": found[1], "name": "Gil"}


def statuses(address: str, data: dict[str, str], times: int) -> set[int]:
    """Send a form so often, each time as a browser that was never here."""
    browser, found = Client(), set()
    for _ in range(times):
        browser.cookies.clear()
        found.add(browser.post(address, data).status_code)
    return found


def test_a_thousand_with_the_right_code_are_let_in_after_a_wrong_one_was_read_out(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code is looked up each time; the seat is made once, since a thousand of them take long to make."""
    sent = form()
    assert statuses("/join/", {**sent, "code": "KITE 4828"}, CROWD) == {422}
    invited = join_by_code(CODE, "Gil", house.workshop.series_uid)
    monkeypatch.setattr(joining, "join_by_code", lambda code, name, uid: invited)
    assert statuses("/join/", {**sent, "code": CODE}, CROWD) == {302}


def test_links_are_taken_from_one_address_after_many_that_are_none(house: House) -> None:
    """A link has 256 bits: nobody guesses one, so none is throttled."""
    assert statuses(f"/link/{'x' * 43}/", {}, 200) == {404}
    assert statuses(f"/link/{mint_link(house.fay, house.ada)}/", {}, 200) == {302}


def test_wrong_passwords_stop_for_their_account_and_nobody_elses(house: House) -> None:
    accounts.GUESSES.counts.storage.reset()

    def sign_in(email: str, password: str) -> int:
        return Client().post("/accounts/sign-in/", {"username": email, "password": password}).status_code

    found = [sign_in("fay@example.org", f"wrong {n}") for n in range(12)]
    assert (found[0], found[-1]) == (422, 429)
    assert sign_in("fay@example.org", PASSWORD) == 429
    assert sign_in("zoe@example.org", PASSWORD) == 302


def test_letters_for_a_new_password_stop_without_a_word(house: House, mailoutbox: list[object]) -> None:
    accounts.LETTERS.counts.storage.reset()
    found = {
        Client().post("/accounts/password/", {"email": "fay@example.org"}).status_code for _ in range(20)
    }
    assert found == {302}
    assert len(mailoutbox) == 5
