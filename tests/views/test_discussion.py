"""The comment box: what is refused stays in it; what is said can be changed or taken back by its author."""

import re
import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.stagecraft import HTMX, JSON, bring, page, put, say, send
from tests.support import House, client_of, make_house
from workshop.actions.discussion import edit_remark
from workshop.actions.workshops import close_workshop
from workshop.models import Remark, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    bring(house)
    return house


def post(
    house: House,
    body: str,
    more: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> Any:
    """Say something as Ada."""
    card = house.workshop.cards.get(number=2)
    data = {"body": body, "uid": str(uuid.uuid4()), **(more or {})}
    return send(house, house.ada, "discussion", data, {"card": card.uid}, headers)


def test_what_is_said_is_in_everybodys_room(house: House) -> None:
    answer = post(house, "It depends on the board.", more={"kind": "evidence"})
    assert answer["Location"].endswith("/room/")
    shown = page(house, house.others[0])
    assert "It depends on the board." in shown
    assert "Evidence" in shown.split("live-comments")[1]


def test_the_browsers_module_gets_its_own_part_with_a_fresh_form(house: House) -> None:
    uid = str(uuid.uuid4())
    answer = post(house, "Said.", more={"uid": uid}, headers=JSON).json()
    assert answer["said"] == "Your comment is with the group."
    assert 'id="mine"' in answer["html"]
    assert f'name="uid" value="{uid}"' not in answer["html"]


def test_why_it_was_refused_is_said_once_and_at_its_box(house: House) -> None:
    shown = post(house, "x" * 4001).content.decode()
    said = re.findall(r'<p class="field__wrong" id="say-body-wrong">([^<]+)</p>', shown)
    assert len(said) == 1
    assert shown.count(said[0]) == 1
    box = re.search(r'<textarea id="say-body"[^>]*>', shown)
    assert box
    assert 'aria-describedby="say-hint say-body-wrong" aria-invalid="true" autofocus' in box[0]


def test_a_comment_sent_after_the_stage_moved_says_with_which_card_it_is(house: House) -> None:
    put(house, "card", house.cards[0])
    card = house.workshop.cards.get(number=2)
    assert f"Your comment is with card 2: {card.title}." in post(house, "Late.", headers=JSON).json()["said"]
    client, data = client_of(house.ada), {"body": "Later.", "uid": str(uuid.uuid4())}
    address = reverse("discussion", kwargs={"slug": house.workshop.slug, "card": card.uid})
    assert (
        f"Your comment is with card 2: {card.title}."
        in client.post(address, data, follow=True).content.decode()
    )


@pytest.mark.parametrize("body", ["  ", "x" * 4001])
def test_a_refused_comment_stays_in_its_box(house: House, body: str) -> None:
    uid = str(uuid.uuid4())
    answer = post(house, body, more={"uid": uid, "kind": "example"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f">{body}</textarea>" in shown
    assert f'name="uid" value="{uid}"' in shown
    assert '<option value="example" selected>' in shown
    assert post(house, body, headers=JSON).json()["state"] == "invalid"


def test_a_comment_for_the_card_before_is_not_lost_when_the_stage_has_moved(house: House) -> None:
    put(house, "card", house.cards[3])
    assert post(house, "Still about two.").status_code == 302
    assert Remark.objects.get(body="Still about two.").card == house.cards[1]
    refused = post(house, "").content.decode()
    assert "Say something about card 2" in refused


def test_after_the_close_the_words_are_still_in_the_answer(house: House) -> None:
    close_workshop(house.fay)
    answer = post(house, "Too late.", headers=JSON)
    assert (answer.status_code, answer.json()["state"]) == (409, "closed")
    assert post(house, "Too late.").status_code == 409
    assert not Remark.objects.filter(body="Too late.").exists()


@pytest.mark.parametrize("uid", ["", "nonsense", "\x00"])
def test_a_form_without_a_real_uid_is_not_found(house: House, uid: str) -> None:
    assert post(house, "Hm.", more={"uid": uid}).status_code == 404


def test_another_seats_form_another_workshops_card_and_a_forged_reply_are_not_found(house: House) -> None:
    uid = say(house, house.others[0], house.cards[1], "Mine.").uid
    assert post(house, "Mine.", more={"uid": str(uid)}).status_code == 404
    foreign = house.zoe.workshop.cards.get(number=2)
    answer = send(house, house.ada, "discussion", {"body": "x"}, parts={"card": foreign.uid})
    assert answer.status_code == 404
    for forged in ("nonsense", str(uuid.uuid4())):
        assert post(house, "Re.", more={"reply_to": forged}).status_code == 404


def test_the_address_of_a_reply_opens_the_form_on_it(house: House) -> None:
    remark = say(house, house.others[0], house.cards[1], "Who pays?")
    shown = page(house, house.ada, "room", f"?reply={remark.uid}")
    assert f'name="reply_to" value="{remark.uid}"' in shown
    post(house, "We do.", more={"reply_to": str(remark.uid)})
    assert Remark.objects.get(body="We do.").reply_to == remark
    assert page(house, house.ada, "room", "?reply=nonsense")


def edit(house: House, remark: Remark, body: str, rev: int, headers: dict[str, str] | None = None) -> Any:
    """Change Ada's comment."""
    return send(house, house.ada, "remark", {"body": body, "rev": rev}, {"uid": remark.uid}, headers)


def test_ones_own_comment_can_be_changed(house: House) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    assert edit(house, remark, "Second.", 1).status_code == 302
    remark.refresh_from_db()
    assert (remark.body, remark.rev) == ("Second.", 2)


def test_a_saved_edit_says_so_once_beside_its_comment(house: House) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    say(house, house.ada, house.cards[1], "Another.")
    answer = edit(house, remark, "Second.", 1, headers=HTMX).content.decode()
    assert answer.count("Saved") == 1
    assert f'form="own-form-{remark.uid}" data-focus' in answer
    assert re.search(r'<details[^>]*id="own" open', answer)
    assert "data-said=" in answer
    assert "data-said=" not in page(house, house.ada, "room-mine")


def test_without_scripts_the_room_says_that_a_comment_was_saved(house: House) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    browser = client_of(house.ada)
    address = reverse("remark", kwargs={"slug": house.workshop.slug, "uid": remark.uid})
    answer = browser.post(address, {"body": "Second.", "rev": 1}, follow=True)
    assert answer.content.decode().count("Your comment is saved.") == 1
    again = browser.get(reverse("room", kwargs={"slug": house.workshop.slug}))
    assert "Your comment is saved." not in again.content.decode()


def test_an_edit_that_lost_a_race_keeps_both_and_can_be_sent_again(house: House) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    edit_remark(house.ada, remark, "Elsewhere.", 1)
    answer = edit(house, remark, "Here.", 1, headers=HTMX)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert ">Elsewhere.</p>" in shown
    assert 'name="keep" value="both"' in shown
    assert ">Here.</textarea>" in shown
    assert 'name="rev" value="2"' in shown
    edit(house, remark, "Here.", 2)
    assert [version.body for version in Version.objects.filter(remark=remark)] == ["First.", "Elsewhere."]


@pytest.mark.parametrize("rev", ["", "one", "-1"])
def test_an_edit_without_a_rev_keeps_the_words_and_changes_nothing(house: House, rev: str) -> None:
    remark = say(house, house.ada, house.cards[1], "First.")
    answer = send(house, house.ada, "remark", {"body": "Second.", "rev": rev}, parts={"uid": remark.uid})
    assert answer.status_code == 422
    assert ">Second.</textarea>" in answer.content.decode()


def test_taking_a_comment_back_asks_first_and_then_erases(house: House) -> None:
    remark = say(house, house.ada, house.cards[1], "Regretted.")
    parts = {"uid": remark.uid}
    asked = send(house, house.ada, "remark-withdrawal", {}, parts=parts)
    assert "Its words are erased for good" in asked.content.decode()
    assert Remark.objects.get(pk=remark.pk).body == "Regretted."
    send(house, house.ada, "remark-withdrawal", {"confirmed": "1"}, parts=parts)
    assert "Regretted." not in page(house, house.others[0])
    assert send(house, house.ada, "remark-withdrawal", {"confirmed": "1"}, parts=parts).status_code == 302


def test_a_comment_is_shown_as_words_never_as_markup(house: House) -> None:
    say(house, house.ada, house.cards[1], "<script>alert(1)</script><b>bold</b>")
    shown = page(house, house.others[0])
    assert "<script>alert" not in shown
    assert "&lt;b&gt;bold&lt;/b&gt;" in shown
