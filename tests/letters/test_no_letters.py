"""Whoever wants no letters says so with one press, from a mail program too, and can change their mind."""

import logging
import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from config.redaction import redact
from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.support import House, client_of, make_house
from workshop.actions.letters.no_letters import want_letters
from workshop.actions.links import mint_link
from workshop.actions.withdrawing import withdraw
from workshop.models import Person, Post
from workshop.models.attendance import late_people
from workshop.models.no_letters import token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def wants_none(house: House) -> bool:
    """Whether Ada asked for no letters."""
    return Person.objects.get(seats=house.ada).no_letters_at is not None


def test_a_mail_program_ends_letters_with_one_press_and_needs_no_cookie(house: House, box: Postbox) -> None:
    press(house, letter(house), house.ada)
    work()
    (mail,) = box.mails
    address = re.fullmatch(r"<(https?://\S+)>", mail["List-Unsubscribe"].strip())
    assert address is not None
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address[1] in text_of(mail)
    program = Client(enforce_csrf_checks=True)
    path = urlsplit(address[1]).path
    assert program.get(path).status_code == 200
    assert not wants_none(house)
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert wants_none(house)
    press(house, letter(house, "reminder"))
    work()
    assert box.to == ["ada@example.org", "ben@example.org"]


def test_it_can_be_undone_and_a_link_by_hand_still_works(house: House) -> None:
    path = f"/no-letters/{token_of(house.ada)}/"
    Client().post(path)
    assert "gets no more letters" in Client().get(path).content.decode()
    secret = mint_link(house.fay, house.ada)
    assert Client().post(f"/link/{secret}/").status_code == 302
    Client().post(path, {"wanted": "yes"})
    assert not wants_none(house)


def test_facilitators_see_who_asked_for_no_letters(house: House) -> None:
    Client().post(f"/no-letters/{token_of(house.ada)}/")
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/").content.decode()
    assert page.count("Asked for no letters") == 1
    written = letter(house)
    address = f"/w/{house.workshop.slug}/letters/{written.uid}/sending/?whom=everybody"
    page = client_of(house.fay).get(address).content.decode()
    assert "Send this letter to 1 person?" in page
    assert "Asked for no letters" in page


def test_a_made_up_word_and_one_of_somebody_who_withdrew_open_nothing(house: House, box: Postbox) -> None:
    press(house, letter(house), house.ada)
    work()
    token = token_of(house.ada)
    withdraw(house.ada)
    assert not Post.objects.exists()
    for word in (token, token[:-1], "x"):
        assert Client().get(f"/no-letters/{word}/").status_code == 404


def test_no_log_has_the_word(house: House, caplog: pytest.LogCaptureFixture) -> None:
    token = token_of(house.ada)
    logging.getLogger("workshop").warning("GET %s/no-letters/%s/", settings.SITE_URL, token)
    assert caplog.text
    assert token not in redact(caplog.text)


def test_my_data_says_which_letters_came_and_how_to_get_none(house: House, box: Postbox) -> None:
    press(house, letter(house), house.ada)
    work()
    page = client_of(house.ada).get(f"/w/{house.workshop.slug}/my-data/").content.decode()
    assert "<b>1</b> letter that was sent to you by e-mail" in page
    assert f"/no-letters/{token_of(house.ada)}/" in page


def test_who_asked_for_no_letters_is_not_written_to_by_hand_either(house: House) -> None:
    want_letters(house.ada, wanted=False)
    late = late_people(house.workshop)
    assert late is not None
    assert (late.addresses, late.all, late.unwanted, late.unreached) == (["ben@example.org"], 2, 1, 0)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/overview/").content.decode()
    assert 'Asked for no letters, so they are left out too: <span dir="auto">Ada</span>.' in page
