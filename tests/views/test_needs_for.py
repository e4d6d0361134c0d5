"""A facilitator ticks what somebody needs who says it aloud: the way there, what each sees, refusals."""

from html import unescape
from urllib.parse import unquote

import pytest

from tests.support import House, client_of, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.needs import save_needs, tick_needs_for
from workshop.actions.workshops import close_workshop
from workshop.models import ConsentItem, Seat
from workshop.models.consents import asked_of
from workshop.models.needs import WantedNeeds, need_of

pytestmark = pytest.mark.django_db
TICKED = {"at_once": ["larger_text"], "arranged": ["extra_time"], "more": "A lift to the room", "rev": "0"}
BY_FAY = "A facilitator ticked for you that you need: larger text, extra time and A lift to the room."


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def page(house: House, seat: Seat, name: str) -> str:
    return client_of(seat).get(f"/w/{house.workshop.slug}/{name}", follow=True).text


def send(house: House, **data: object) -> tuple[int, str]:
    address = f"/w/{house.workshop.slug}/people/{house.ada.uid}/needs/"
    answer = client_of(house.fay).post(address, TICKED | data, follow=True)
    return answer.status_code, answer.text


def test_the_way_there_is_on_their_page_beside_more_time_and_where_one_enters_for_them(house: House) -> None:
    way = f"/people/{house.ada.uid}/needs/"
    for name in ("", "extra-time/", "proxy/"):
        assert way in page(house, house.fay, f"people/{house.ada.uid}/{name}"), name


@pytest.mark.parametrize(("next", "leads"), [("", "What they need</h2>"), ("proxy", "Enter answers for Ada")])
def test_what_was_ticked_is_kept_and_leads_back_to_where_one_came_from(
    house: House, next: str, leads: str
) -> None:
    status, text = send(house, next=next)
    assert (status, leads in text, "Kept. Ada can change it" in text) == (200, True, True)
    assert need_of(house.ada).names == ["larger text", "extra time", "A lift to the room"]
    text = page(house, house.fay, f"people/{house.ada.uid}/")
    assert "A facilitator ticked it, as they said it." in text
    assert "They said so themselves." not in text


def test_the_person_sees_that_a_facilitator_ticked_it_until_they_save_themselves(house: House) -> None:
    send(house)
    assert BY_FAY in page(house, house.ada, "pack/")
    assert "A facilitator ticked this for you" in page(house, house.ada, "needs/")
    client_of(house.ada).post(f"/w/{house.workshop.slug}/needs/", TICKED | {"rev": "1"})
    assert BY_FAY not in page(house, house.ada, "pack/")
    assert "ticked this for you" not in page(house, house.ada, "needs/")


def test_their_pages_follow_at_once(house: House) -> None:
    send(house)
    assert 'data-text="larger"' in page(house, house.ada, "pack/")


def test_what_they_said_themselves_is_shown_without_a_form_and_refused_with_what_was_ticked(
    house: House,
) -> None:
    save_needs(house.ada, WantedNeeds(["word_file"]), 0)
    text = page(house, house.fay, f"people/{house.ada.uid}/needs/")
    assert ("only they can change it" in text, "a Word file" in text, 'name="more"' in text) == (
        True,
        True,
        False,
    )
    status, text = send(house, rev="1")
    assert (status, "A lift to the room" in text, need_of(house.ada).keys) == (403, True, ["word_file"])


def test_what_a_colleague_ticked_meanwhile_is_shown_beside_what_was_ticked(house: House) -> None:
    tick_needs_for(house.fay, house.ada, WantedNeeds(["word_file"]), 0)
    status, text = send(house)
    assert (status, "Saved now: a Word file." in text, text.count(" checked")) == (409, True, 2)
    assert send(house, rev="1")[0] == 200


def test_too_long_a_line_comes_back_whole(house: House) -> None:
    status, text = send(house, more="x" * 201)
    assert (status, "x" * 201 in text, need_of(house.ada).rev) == (422, True, 0)


def test_who_has_not_agreed_yet_reads_what_they_are_asked_in_larger_text(house: House) -> None:
    ConsentItem.objects.create(workshop=house.workshop, text="I take part", required=True, position=9)
    assert send(house)[0] == 200
    assert 'data-text="larger"' in page(house, house.ada, "pack/information/")


def test_after_the_close_nothing_is_ticked_for_anybody_and_no_way_leads_there(house: House) -> None:
    close_workshop(house.fay)
    assert send(house)[0] == 409
    assert f"/people/{house.ada.uid}/needs/" not in page(house, house.fay, f"people/{house.ada.uid}/")


@pytest.mark.parametrize("said", ["nothing yet", "no"])
def test_who_does_not_take_part_yet_sees_what_was_ticked_and_changes_it(said: str) -> None:
    house = make_house(leaders=1, agreed=False)
    if said == "no":
        answer_consents(house.ada, {str(item.uid): False for item, _given in asked_of(house.ada)})
    send(house)
    text = page(house, house.ada, "pack/information/?next=/w/" + house.workshop.slug + "/room/")
    assert BY_FAY in text
    (way,) = {part.split('"')[0] for part in text.split('href="') if "/needs/" in part.split('"')[0]}
    ada = client_of(house.ada)
    shown = ada.get(unescape(way))
    assert (shown.status_code, "A facilitator ticked this for you" in shown.text) == (200, True)
    back = f"/w/{house.workshop.slug}/pack/information/?next=/w/{house.workshop.slug}/room/"
    assert f'href="{back}">Back to your choices' in unquote(shown.text)
    kept = ada.post(f"/w/{house.workshop.slug}/needs/", {"rev": "1", "next": back}, follow=True)
    assert (need_of(house.ada).keys, need_of(house.ada).proxy_id) == ([], None)
    assert ("Kept." in kept.text, "ticked for you" in kept.text) == (True, False)
    assert ">What you need</a>" in kept.text
