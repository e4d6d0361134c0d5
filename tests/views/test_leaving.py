"""Leaving an open round behind: asked first wherever the stage is moved, with what becomes of the round."""

import re

import pytest

from tests.questions import add
from tests.stagecraft import bring, page, put, send, step_of, vote
from tests.support import House, make_house
from workshop.actions.rounds import close_round
from workshop.models import Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def test_leaving_an_open_round_asks_first_with_how_many_have_answered(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 1)
    data = {"step": step_of(house, "results").uid, "step_rev": 1}
    asked = send(house, house.fay, "stage", data).content.decode()
    assert "Leave this round open?" in asked
    assert "1 of 3 have answered. It stays open:" in asked
    assert f'name="step" value="{data["step"]}"' in asked
    assert Workshop.objects.get(pk=house.workshop.pk).step == step_of(house, "poll")
    assert send(house, house.fay, "stage", data | {"confirmed": "1"}).status_code == 302
    assert Workshop.objects.get(pk=house.workshop.pk).step == step_of(house, "results")
    assert house.poll.is_open


def test_every_way_off_an_open_round_asks_and_none_off_a_closed_one(house: House) -> None:
    put(house, "poll")
    desk = page(house, house.fay, "desk")
    ways = re.findall(r'<button[^>]*name="step"[^>]*>', desk)
    assert len(ways) == house.workshop.steps.count()  # every line of the agenda but this one, and "Next"
    assert all('data-confirm="Leave this round open?"' in way for way in ways)
    close_round(house.fay, house.poll)
    assert "Leave this round open?" not in page(house, house.fay, "desk")
    data = {"step": step_of(house, "results").uid, "step_rev": 1}
    assert send(house, house.fay, "stage", data).status_code == 302


def test_a_chair_who_takes_part_is_asked_too_and_an_old_page_is_refused_instead(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    put(house, "poll")
    room = page(house, house.ada)
    assert room.count('data-confirm="Leave this round open?"') == 2  # the next step, and any other
    results = {"step": step_of(house, "results").uid}
    asked = send(house, house.ada, "stage", results | {"step_rev": 1})
    assert "Leave this round open?" in asked.content.decode()
    assert send(house, house.ada, "stage", results | {"step_rev": 0}).status_code == 409


def test_before_the_end_the_discussions_that_have_not_begun_are_named(house: House) -> None:
    bring(house)
    put(house, "results")
    step, waits = step_of(house, "close"), "discussions have not begun: “"
    desk = page(house, house.fay, "desk")
    ways = re.findall(rf'<button[^>]*value="{step.uid}"[^>]*>', desk)
    assert len(ways) == 2  # the line of the agenda, and "Next"
    assert all(waits in way and "data-confirm-counts" not in way for way in ways)
    data = {"step": step.uid, "step_rev": Workshop.objects.get(pk=house.workshop.pk).step_rev}
    asked = send(house, house.fay, "stage", data).content.decode()
    assert waits in asked
    assert send(house, house.fay, "stage", data | {"confirmed": "1"}).status_code == 302
    assert waits in page(house, house.fay, "desk")
    assert waits in send(house, house.fay, "workshop-closing", {}).content.decode()


def test_a_question_that_has_not_begun_is_named_and_else_nothing_is_asked(house: House) -> None:
    put(house, "results")
    data = {"step": step_of(house, "close").uid, "step_rev": 1}
    waits = add(house, "What do we fear?")
    assert "1 question has not begun: “What do we fear?”." in page(house, house.fay, "desk")
    assert "has not begun" not in page(house, house.ada)
    waits.delete()
    assert "not begun:" not in page(house, house.fay, "desk")
    assert send(house, house.fay, "stage", data).status_code == 302
