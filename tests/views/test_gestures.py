"""The strip of the room without scripts and with them; what who leads sees; names as the promise says."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.stagecraft import HTMX, JSON, page, put, send
from tests.support import House, add_leader, agree, make_house
from workshop.actions.gestures import lower_all, set_gesture
from workshop.actions.timing import start_timer
from workshop.live.fragments import regions
from workshop.models import Timer, Workshop
from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS, SCREEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(3)


def hidden() -> House:
    """A workshop whose names are hidden, Ada its chair."""
    house = make_house(3, promise=Workshop.Promise.HIDDEN)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    return house


def shown(house: House, audience: str, name: str) -> str:
    """A fragment as an audience is sent it now."""
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    return " ".join(regions(workshop, audience, [name])[name].split())


def test_a_press_without_scripts_is_answered_with_the_room(house: House) -> None:
    assert send(house, house.ada, "gestures", {"show": "hand", "step_rev": 0}).status_code == 302
    assert 'name="take" value="hand" aria-pressed="true"' in page(house, house.ada)
    assert 'name="show" value="hand" aria-pressed="false"' in page(house, house.others[0])
    send(house, house.ada, "gestures", {"take": "hand"})
    assert 'name="show" value="hand"' in page(house, house.ada)


def test_a_press_with_scripts_is_answered_with_ones_own_part_and_a_sentence(house: House) -> None:
    answer = send(house, house.ada, "gestures", {"show": "ready", "step_rev": 0}, headers=JSON).json()
    assert answer["said"] == "You are ready."
    assert 'name="take" value="ready"' in answer["html"]


def test_a_press_for_a_step_that_is_over_says_so_in_the_room(house: House) -> None:
    put(house, "welcome")
    answer = send(house, house.ada, "gestures", {"show": "ready", "step_rev": 0})
    assert answer.status_code == 409
    assert "The group has moved on." in answer.content.decode()
    again = send(house, house.ada, "gestures", {"show": "ready", "step_rev": 0}, headers=JSON)
    assert again.status_code == 409


def test_who_watches_or_facilitates_has_no_buttons(house: House) -> None:
    assert 'id="gesture-hand"' not in page(house, house.fay)
    assert 'id="gesture-hand"' in page(house, house.ada)


def test_the_room_sees_names_in_order_and_the_wall_counts(house: House) -> None:
    for seat in (house.others[0], house.ada):
        set_gesture(seat, "hand", True)
    set_gesture(house.ada, "ready", True)
    assert "2 hands up" in shown(house, PARTICIPANTS, "hands")
    assert "Ben and Ada" in shown(house, PARTICIPANTS, "hands")
    assert "1 of 3 ready" in shown(house, SCREEN, "hands")
    assert not any(name in shown(house, SCREEN, "hands") for name in ("Ada", "Ben"))


def test_where_names_are_hidden_the_room_and_its_chair_see_counts_alone() -> None:
    house = hidden()
    set_gesture(house.others[0], "hand", True)
    for html in (shown(house, PARTICIPANTS, "hands"), page(house, house.ada, "room-led")):
        assert "Ben" not in html
    assert "Hand 1" in page(house, house.ada, "room-led")
    assert "Ben" in shown(house, FACILITATORS, "gestures")


def test_a_signal_is_a_count_to_who_leads_and_names_nobody() -> None:
    house = hidden()
    set_gesture(house.others[0], "pause", True)
    for html in (shown(house, FACILITATORS, "gestures"), page(house, house.ada, "room-led")):
        assert "1 asks for a pause" in html
        told = re.sub(r'value="\w{64}"', "", html)  # a token of chance may hold any two letters
        assert not any(word in told for word in ("Ben", house.others[0].pseudonym, str(house.others[0].uid)))


def test_a_signal_is_nothing_to_anybody_else(house: House) -> None:
    def sent() -> list[str]:
        rooms = [shown(house, audience, "hands") for audience in (PARTICIPANTS, SCREEN)]
        return rooms + [page(house, house.others[1], name) for name in ("room-gestures", "room-led")]

    before = [each.split("csrf")[0] for each in sent()]
    set_gesture(house.others[0], "pause", True)
    assert [each.split("csrf")[0] for each in sent()] == before


def test_what_was_heard_is_said_to_who_asked_and_to_nobody_else(house: House) -> None:
    for seat in house.leaders[:2]:
        set_gesture(seat, "pause", True)
    set_gesture(house.others[0], "pause", False)
    assert send(house, house.fay, "gestures-lowering", {}, {"kind": "pause"}).status_code == 302
    assert "data-heard" in page(house, house.ada, "room-gestures")
    assert "data-heard" not in page(house, house.others[0], "room-gestures")
    assert "asks for a pause" not in page(house, house.fay, "desk")


def test_a_chair_who_takes_part_leads_from_the_room(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    set_gesture(house.others[0], "hand", True)
    uid = house.others[0].gestures.get().uid
    answer = send(house, house.ada, "gesture-lowering", {}, {"uid": uid}, headers=HTMX)
    assert answer.status_code == 200
    assert "No hand is up." in answer.content.decode()
    assert send(house, house.ada, "timer", {"minutes": 5}).status_code == 302
    assert "Timer: until" in page(house, house.ada)
    assert send(house, house.ada, "timer-extension", {"minutes": "x"}, headers=HTMX).status_code == 422


def test_the_desk_undoes_what_it_lowered(house: House) -> None:
    set_gesture(house.ada, "hand", True)
    lower_all(house.fay, "hand")
    assert "Put the hand back up" in page(house, house.fay, "desk")
    send(house, house.fay, "gestures-restoration", {}, {"kind": "hand"})
    assert "Ada" in shown(house, FACILITATORS, "gestures")


def test_a_kind_that_is_none_is_not_found(house: House) -> None:
    for name in ("gestures-lowering", "gestures-restoration"):
        assert send(house, house.fay, name, {}, {"kind": "applause"}).status_code == 404


def test_without_scripts_a_timer_says_until_when_by_the_workshops_clock(house: House) -> None:
    assert all("data-ends" not in shown(house, audience, "timer") for audience in AUDIENCES)
    timer = start_timer(house.fay, 5)
    for audience in AUDIENCES:
        assert f"until {house.workshop.clock(timer.ends_at)}" in shown(house, audience, "timer")
        assert timer.ends_at.isoformat() in shown(house, audience, "timer")
    Timer.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    assert "Time was up at" in shown(house, PARTICIPANTS, "timer")


def test_a_refused_number_of_minutes_is_said_on_the_desk(house: House) -> None:
    answer = send(house, house.fay, "timer", {"minutes": "many"})
    assert answer.status_code == 422
    assert "whole minutes, from 1 to 180" in answer.content.decode()


def test_fragments_cost_the_same_whoever_shows_what(house: House) -> None:
    def cost(audience: str) -> int:
        with CaptureQueriesContext(connection) as counted:
            shown(house, audience, "hands" if audience != FACILITATORS else "gestures")
        return len(counted)

    for kind in ("hand", "ready", "pause"):
        set_gesture(house.ada, kind, True)
    before = {audience: cost(audience) for audience in AUDIENCES}
    for n in range(60):
        late = add_leader(house.fay, f"Late{n}")
        agree(late)
        for kind in ("hand", "ready", "pause"):
            set_gesture(late, kind, True)
    assert {audience: cost(audience) for audience in AUDIENCES} == before
    assert "(and 11 more)" in shown(house, PARTICIPANTS, "hands")
