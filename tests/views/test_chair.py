"""The chair's page, the part of the room of a chair who takes part, and what anybody is told of it."""

import re
from typing import Any

import pytest

from tests.chairs import add_gus, give_back, hand, lend, now
from tests.stagecraft import page, put, send, step_of
from tests.support import House, client_of, make_house
from workshop.actions.workshops import close_workshop
from workshop.live.fragments import regions
from workshop.models import Seat, Workshop
from workshop.models.chairing import mark_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


def part(house: House, seat: Seat) -> str:
    """Return the part of the room that is for who leads from there."""
    return page(house, seat, "room-chair")


def handing(house: House, to: Seat, span: str = "step", **more: Any) -> dict[str, Any]:
    """Return what the form sends, as the page shows it now."""
    step = now(house).step
    return {
        "to": to.uid,
        "span": span,
        "chair_rev": now(house).chair_rev,
        "step": step.uid if step else "",
        **more,
    }


def test_a_facilitator_hands_the_chair_by_a_plain_form_and_the_receiver_sees_what_it_means(
    house: House,
) -> None:
    answer = send(house, house.fay, "chair", handing(house, house.ada))
    assert answer["Location"] == f"/w/{house.workshop.slug}/desk/"
    shown = page(house, house.ada)
    assert "You are in the chair</h2>" in shown
    assert "You lead for this step. When you move on, the chair goes back to Fay." in shown
    assert "It opens nobody's pack, no files and no further names." in shown
    assert "Give it back" in shown
    assert "You are in the chair</h2>" not in page(house, house.others[0])


def test_who_has_it_for_good_is_told_so_and_who_lent_it_can_take_it_back(house: House) -> None:
    hand(house, house.fay, house.ada)
    assert "You lead until you hand it on or give it back." in part(house, house.ada)
    lend(house, house.ada, house.others[0])
    assert "You have lent the chair for this step." in part(house, house.ada)
    send(house, house.ada, "chair-return", {"chair_rev": now(house).chair_rev})
    assert now(house).chair == house.ada
    assert "<form" not in part(house, house.others[0])


def test_a_chair_who_takes_part_is_asked_before_it_goes_from_them(house: House) -> None:
    lend(house, house.fay, house.ada)
    for name, data in (
        ("chair", handing(house, house.others[0])),
        ("chair-return", {"chair_rev": now(house).chair_rev}),
    ):
        asked = send(house, house.ada, name, data)
        assert "you lead no longer" in asked.content.decode()
        assert now(house).chair == house.ada
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.content.decode()))
        assert {key: str(value) for key, value in data.items()}.items() <= fields.items() | {
            ("chair_rev", "1")
        }
    assert send(house, house.ada, "chair-return", {"chair_rev": 1, "confirmed": "1"}).status_code == 302
    assert now(house).chair == house.fay


def test_an_old_page_is_refused_with_how_things_stand(house: House) -> None:
    data = handing(house, house.others[0])
    hand(house, house.fay, house.ada)
    answer = send(house, house.fay, "chair", data)
    assert answer.status_code == 409
    assert "The chair was handed on a moment ago, so nothing was changed. Ada is in the chair now." in (
        answer.content.decode()
    )
    desk = {"chair_rev": 0, "next": f"/w/{house.workshop.slug}/desk/"}
    refused = send(house, house.fay, "chair-return", desk)
    assert refused.status_code == 409
    assert 'id="live-controls"' in refused.content.decode()


def test_a_press_of_a_page_that_led_is_refused_and_says_who_has_the_chair(house: House) -> None:
    lend(house, house.fay, house.ada)
    give_back(house, house.fay)
    data = {"step": step_of(house, "results").uid, "step_rev": 1}
    for name, parts in (("stage", {}), ("round-opening", {"number": 2}), ("chair-return", {})):
        answer = send(house, house.ada, name, data | {"chair_rev": 2}, parts)
        assert answer.status_code == 403
        assert "Nothing was changed. Fay is in the chair now." in answer.content.decode()
    assert now(house).step == step_of(house, "welcome")
    assert house.poll.is_draft


def test_two_facilitators_at_two_desks_both_lead_and_the_chair_is_one(house: House) -> None:
    gus = add_gus(house)
    desks = [
        client_of(seat).get(f"/w/{house.workshop.slug}/desk/").content.decode() for seat in (house.fay, gus)
    ]
    assert ["Fay is in the chair." in desk for desk in desks] == [True, True]
    lend(house, house.fay, house.ada)
    assert (
        send(house, gus, "stage", {"step": step_of(house, "results").uid, "step_rev": 1}).status_code == 302
    )
    assert now(house).chair == house.fay
    old = send(house, house.ada, "stage", {"step": step_of(house, "poll").uid, "step_rev": 1})
    assert old.status_code == 403


@pytest.mark.parametrize(
    ("promise", "said"), [("named", "Ada is in the chair"), ("hidden", "A participant is in the chair")]
)
def test_everybody_is_told_who_is_in_the_chair_as_the_promise_allows(promise: str, said: str) -> None:
    house = make_house(leaders=2, promise=promise)
    put(house, "welcome")
    assert "Fay is in the chair." in page(house, house.others[0])
    lend(house, house.fay, house.ada)
    room = page(house, house.others[0])
    assert said in room
    assert ("Ada" in room) == (promise == "named")
    assert str(house.ada.uid) not in room
    assert "Ada is in the chair" in page(house, house.fay, "desk")
    wall = page(house, house.fay, "screen")
    assert not any(word in wall for word in ("Ada", "in the chair", "Fay"))


def test_where_names_are_hidden_a_participant_hands_it_to_facilitators_alone() -> None:
    house = make_house(leaders=2, promise="hidden")
    put(house, "welcome")
    lend(house, house.fay, house.ada)
    shown = page(house, house.ada, "chair")
    assert "Fay (facilitator)" in shown
    assert "Ben" not in shown
    answer = send(house, house.ada, "chair", handing(house, house.others[0], confirmed="1"))
    assert answer.status_code == 404
    assert now(house).chair == house.ada


def test_the_page_offers_everybody_who_may_have_it_and_what_is_lent_not_for_good(house: House) -> None:
    add_gus(house)
    shown = page(house, house.fay, "chair")
    offered = re.findall(r'<option value="[^"]+">([^<]*)</option>', shown)
    assert offered == ["Gus (facilitator), away", "Ada, away", "Ben, away"]
    assert 'value="good"' in shown
    lend(house, house.fay, house.ada)
    assert 'value="good"' not in page(house, house.ada, "chair")


def test_facilitators_read_who_was_in_the_chair_and_nobody_else_does(house: House) -> None:
    lend(house, house.fay, house.ada)
    put(house, "results")
    shown = re.sub(r"<[^>]+>", "", page(house, house.fay, "chair").split("Who was in the chair")[1])
    assert re.findall(r"\b(Fay|Ada|Welcome|Results)\b", shown) == (
        ["Fay", "Welcome", "Ada", "Welcome", "Fay", "Fay", "Results", "Fay"]
    )
    hand(house, house.fay, house.ada)
    assert "Who was in the chair" not in page(house, house.ada, "chair")
    close_workshop(house.fay)
    assert "Who was in the chair" in page(house, house.fay, "chair")
    assert "<select" not in page(house, house.fay, "chair")


def test_a_page_knows_by_a_mark_that_its_own_seat_is_in_the_chair_and_no_more(house: House) -> None:
    lend(house, house.fay, house.ada)
    html = regions(Workshop.objects.get(pk=house.workshop.pk), "participants")["chair"]
    rev = now(house).chair_rev
    assert f'data-mark="{mark_of(house.ada, rev)}"' in html
    assert len({mark_of(seat, n) for seat in (house.fay, *house.leaders) for n in range(50)}) == 150
