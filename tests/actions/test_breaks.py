"""A break: so many minutes from when it comes on the stage; it informs and locks nothing."""

from datetime import timedelta

import pytest

from tests.questions import add
from tests.rounds import exported
from tests.stagecraft import page, put, send, step_of
from tests.support import House, make_house
from workshop.actions.agenda import move_step
from workshop.actions.breaks import add_break, prolong_break
from workshop.actions.rounds import reveal_round
from workshop.models import Invalid, Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def kinds(house: House) -> list[str]:
    """Return the agenda by its kinds."""
    return list(house.workshop.steps.values_list("kind", flat=True))


def test_a_break_comes_next_and_only_once(house: House) -> None:
    put(house, "poll")
    assert add_break(house.fay, 10) == add_break(house.fay, 10)
    assert kinds(house) == ["welcome", "poll", "break", "results", "close"]


@pytest.mark.parametrize("minutes", [0, 181])
def test_a_break_has_a_length_that_makes_sense(house: House, minutes: int) -> None:
    with pytest.raises(Invalid, match="from 1 to 180"):
        add_break(house.fay, minutes)


def test_it_counts_from_when_it_comes_on_the_stage_and_can_be_longer(house: House) -> None:
    step = add_break(house.fay, 10)
    assert step.over_at is None
    put(house, "break")
    step.refresh_from_db()
    assert step.started_at
    assert step.over_at == step.started_at + timedelta(minutes=10)
    assert prolong_break(house.fay, step, 10).over_at == step.started_at + timedelta(minutes=15)
    with pytest.raises(Invalid):
        prolong_break(house.fay, step_of(house, "welcome"), 10)


@pytest.mark.parametrize("name", ["room", "desk", "screen"])
def test_every_screen_says_until_when_by_the_clock(house: House, name: str) -> None:
    add_break(house.fay, 10)
    put(house, "break")
    over = house.workshop.local(step_of(house, "break").over_at)
    assert over
    html = page(house, house.fay if name == "desk" else house.ada, name)
    assert f"{over:%H:%M}" in html
    assert "Back at" in html
    assert ("data-clock" in html.split("Back at")[1][:120]) == (name != "screen")


def test_the_desk_adds_one_and_makes_it_longer(house: House) -> None:
    assert send(house, house.fay, "steps", {"kind": "break", "minutes": "ten"}).status_code == 422
    assert send(house, house.fay, "steps", {"kind": "break", "minutes": "10"}).status_code == 302
    put(house, "break")
    parts = {"step": step_of(house, "break").uid}
    assert 'value="longer-10"' in page(house, house.fay, "desk")
    for _twice in range(2):  # a form that was sent again adds its minutes once
        assert send(house, house.fay, "step", {"move": "longer-10"}, parts).status_code == 302
    assert send(house, house.fay, "step", {"move": "longer"}, parts).status_code == 422
    assert [each["minutes"] for each in exported(house)["agenda"] if each["kind"] == "break"] == [15]


def test_questions_and_breaks_that_wait_change_places(house: House) -> None:
    put(house, "poll")
    add(house)
    step = add_break(house.fay, 10)
    move_step(house.fay, step, "down")
    assert kinds(house)[2:4] == ["question", "break"]
    with pytest.raises(Invalid):
        move_step(house.fay, Step.objects.get(workshop=house.workshop, kind="results"), "up")


def test_a_break_that_comes_next_comes_next_after_the_reveal_too(house: House) -> None:
    put(house, "poll")
    add_break(house.fay, 10)
    reveal_round(house.fay, house.poll)
    assert kinds(house)[:4] == ["welcome", "poll", "break", "card"]


def test_a_break_that_is_over_is_not_the_next_one(house: House) -> None:
    put(house, "welcome")
    over = add_break(house.fay, 10)
    put(house, "break")
    put(house, "welcome")
    assert add_break(house.fay, 10) != over
    assert kinds(house).count("break") == 2
