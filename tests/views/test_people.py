"""The page of people, and what is done with one of them."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings

from tests.support import House, add_leader, client_of, make_house, make_user
from workshop.actions.links import find_link
from workshop.models import Seat, User, Workshop

pytestmark = pytest.mark.django_db
BROKEN_MAIL = "tests.views.test_people.BrokenMail"


class BrokenMail:
    """A mail server that is down."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError


def post(house: House, path: str, **fields: str) -> tuple[int, str]:
    """Post as Fay; return the status and the page."""
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/{path}", fields)
    return answer.status_code, answer.content.decode()


def page_of(house: House, query: str = "") -> str:
    """Return Fay's page of people."""
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{query}").content.decode()


def shown(house: House) -> str:
    """Return what the form of Ada's page carries of what it shows."""
    return re.findall(r'name="seen" value="([^"]+)"', page_of(house, f"{house.ada.uid}/"))[0]


def test_five_people_or_forty_cost_the_same(django_assert_num_queries: Any) -> None:
    house = make_house(leaders=5)
    fay, path = client_of(house.fay), f"/w/{house.workshop.slug}/people/"
    fay.get(path)  # the first look of the day is noted
    with django_assert_num_queries(11):
        fay.get(path)
    [add_leader(house.fay, f"Guest{n}") for n in range(35)]
    with django_assert_num_queries(11):
        fay.get(path)


def test_a_long_list_has_a_filter_and_pages() -> None:
    house = make_house(leaders=5)
    assert 'name="q"' not in page_of(house)
    for n in range(120):
        add_leader(house.fay, f"Guest{n:03}")
    page = page_of(house)
    assert 'name="q"' in page
    assert "1 to 100 of 125" in page
    assert "101 to 125 of 125" in page_of(house, "?page=2")
    assert "101 to 125 of 125" in page_of(house, "?page=99")
    found = page_of(house, "?q=guest007")
    assert "guest007@example.org" in found
    assert "guest008@example.org" not in found


def test_an_old_link_is_never_shown_again() -> None:
    house = make_house(leaders=1)
    _status, page = post(house, f"{house.ada.uid}/link/")
    assert page.count("/link/") >= 1
    assert "http://127.0.0.1:8000/link/" not in page_of(house)


def test_renewing_ends_the_earlier_links_and_shows_a_new_one() -> None:
    house = make_house(leaders=1)
    browser = client_of(house.ada)
    status, page = post(house, f"{house.ada.uid}/renewal/")
    secret = page.split("http://127.0.0.1:8000/link/")[1].split("/")[0]
    assert status == 200
    assert browser.get(f"/w/{house.workshop.slug}/pack/").status_code == 404
    link = find_link(secret)
    assert link is not None
    assert link.is_valid


def test_a_facilitator_has_no_personal_link_and_a_removed_seat_none_either() -> None:
    house = make_house(leaders=1)
    assert post(house, f"{house.fay.uid}/link/")[0] == 422
    post(house, f"{house.ada.uid}/removal/", confirmed="1")
    assert post(house, f"{house.ada.uid}/link/")[0] == 409


def test_removing_asks_first_and_can_be_undone() -> None:
    house = make_house(leaders=1)
    _status, page = post(house, f"{house.ada.uid}/removal/")
    assert "Remove Ada?" in page
    assert Seat.objects.present().filter(pk=house.ada.pk).exists()
    post(house, f"{house.ada.uid}/removal/", confirmed="1")
    assert "Give the seat back" in page_of(house)
    post(house, f"{house.ada.uid}/restoration/")
    assert Seat.objects.present().filter(pk=house.ada.pk).exists()


def test_a_bad_change_of_a_person_is_refused_with_what_was_typed() -> None:
    house = make_house(leaders=2)
    typed = {"name": "Ada B", "email": "ben@example.org", "seen": shown(house)}
    status, page = post(house, f"{house.ada.uid}/", **typed)
    assert status == 422
    assert 'value="ben@example.org"' in page
    assert "Somebody else in this workshop has this address" in page
    assert post(house, f"{house.ada.uid}/")[0] == 422


def test_a_person_whom_somebody_else_changed_first_is_shown_both_ways_and_saved_when_sent_again() -> None:
    house = make_house(leaders=1)
    seen, path = shown(house), f"{house.ada.uid}/"
    post(house, path, name="Ada Lovelace", email="ada@example.org", seen=seen)
    status, page = post(house, path, name="Ada King", email="king@example.org", seen=seen)
    assert (status, "“Ada Lovelace ada@example.org”" in page) == (409, True)
    assert 'value="Ada King"' in page
    assert 'value="king@example.org"' in page
    again = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    assert post(house, path, name="Ada King", email="king@example.org", seen=again)[0] == 302


def test_people_of_another_workshop_are_not_found() -> None:
    house = make_house(leaders=1)
    for path in ("", "link/", "renewal/", "revocation/", "removal/", "restoration/"):
        assert post(house, f"{house.zed.uid}/{path}", name="X", confirmed="1")[0] == 404


def test_the_code_is_drawn_without_style_and_can_be_switched_off() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    page = page_of(house)
    assert "KITE 4827" in page
    assert 'shape-rendering="crispEdges"' in page
    post(house, "code/closing/")
    assert "Switched off" in page_of(house)
    post(house, "code/")
    assert Workshop.objects.get(pk=house.workshop.pk).join_code not in (None, "KITE4827")


def test_a_link_to_the_wall_screen_opens_it_until_it_is_ended() -> None:
    house = make_house(leaders=1)
    _status, page = post(house, "screen/")
    path = "/screen/" + page.split("http://127.0.0.1:8000/screen/")[1].split('"')[0]
    assert Client().get(path).status_code == 200
    post(house, "screen/revocation/")
    assert Client().get(path).status_code != 200


def test_somebody_new_gets_an_account_and_a_link_for_a_password() -> None:
    house = make_house(leaders=1)
    status, page = post(house, "facilitators/", email="Hal@Example.org", name="Hal")
    user = User.objects.get(email="hal@example.org")
    assert status == 200
    assert not user.has_usable_password()
    path = "/accounts/password/" + page.split("/accounts/password/")[1].split('"')[0]
    assert Client().get(path, follow=True).status_code == 200
    assert [letter.to for letter in mail.outbox] == [["hal@example.org"]]
    assert path in mail.outbox[0].body


def test_somebody_known_gets_a_seat_and_their_password_stays_theirs() -> None:
    house = make_house(leaders=1)
    hal = make_user("hal@example.org", "Hal")
    _status, page = post(house, "facilitators/", email="hal@example.org")
    assert "/accounts/password/" not in page + mail.outbox[0].body
    browser = Client()
    browser.force_login(hal)
    assert browser.get(f"/w/{house.workshop.slug}/overview/").status_code == 200


def test_nobody_is_shown_the_first_password_of_an_account_they_did_not_make() -> None:
    house = make_house(leaders=1)
    User.objects.create_user("hal@example.org", name="Hal")
    _status, page = post(house, "facilitators/", email="hal@example.org")
    assert "/accounts/password/" not in page
    assert "/accounts/password/" in mail.outbox[0].body


@pytest.mark.parametrize(
    "email", ["", "nonsense", "ada@example.org", "fay@example.org", "demo.facilitator@example.org"]
)
def test_a_facilitator_who_cannot_be_added_is_refused_in_words(email: str) -> None:
    house = make_house(leaders=1)
    before = Seat.objects.count(), User.objects.count()
    status, page = post(house, "facilitators/", email=email, name="Hal")
    assert (status, "field--wrong" in page, page.count("Error:")) == (422, True, 1)
    assert "Paste at least one name" not in page  # that is another form's
    assert (Seat.objects.count(), User.objects.count()) == before


@override_settings(EMAIL_BACKEND=BROKEN_MAIL)
def test_a_mail_server_that_is_down_loses_nothing_and_is_told() -> None:
    house = make_house(leaders=1)
    status, page = post(house, "facilitators/", email="hal@example.org", name="Hal")
    assert status == 200
    assert "We could not write to hal@example.org" in page
    assert "/accounts/password/" in page
