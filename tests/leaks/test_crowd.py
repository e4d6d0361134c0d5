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


def test_a_thousand_with_the_right_code_are_let_in_after_a_wrong_one_was_read_out(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code is looked up each time; the seat is made once, since a thousand of them take long to make."""
    sent = form()
    wrong = {Client().post("/join/", {**sent, "code": "KITE 4828"}).status_code for _ in range(CROWD)}
    invited = join_by_code(CODE, "Gil", house.workshop.series_uid)
    monkeypatch.setattr(joining, "join_by_code", lambda code, name, uid: invited)
    right = {Client().post("/join/", {**sent, "code": CODE}).status_code for _ in range(CROWD)}
    assert (wrong, right) == ({422}, {302})


def test_guesses_at_codes_stop_and_elsewhere_the_right_one_is_taken(house: House) -> None:
    sent = form()
    found = [Client().post("/join/", {**sent, "code": f"WREN{n}"}).status_code for n in range(1000, 1601)]
    assert (found[0], found[30], found[-1]) == (422, 429, 429)
    assert Client().post("/join/", {**sent, "code": CODE}).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.9").post("/join/", {**sent, "code": CODE}).status_code == 302


def test_a_thousand_links_are_taken_from_one_address_after_a_thousand_that_are_none(house: House) -> None:
    """A link has 256 bits: nobody guesses one, so none is throttled."""
    secret = mint_link(house.fay, house.ada)
    wrong = {Client().post(f"/link/{'x' * 40}{n}/").status_code for n in range(200)}
    right = {Client().post(f"/link/{secret}/").status_code for _ in range(200)}
    assert (wrong, right) == ({404}, {302})


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
