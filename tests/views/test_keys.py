"""What the desk does by one key: the way back, another poll, and a list that names every key."""

import re

import pytest

from tests.chairs import lend, now
from tests.stagecraft import page, put, send, step_of, vote
from tests.support import House, make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


def test_going_back_twice_takes_two_moves_back_and_not_to_and_fro(house: House) -> None:
    for kind in ("results", "close"):
        put(house, kind)
    for rev, kind in ((3, "results"), (4, "welcome")):
        data = {"back": step_of(house, kind).uid, "step_rev": rev}
        assert f'value="{data["back"]}"' in page(house, house.fay, "desk").split('name="back"')[1][:60]
        send(house, house.fay, "stage", data)
        assert now(house).step == step_of(house, kind)


def test_the_desk_goes_back_to_where_the_stage_was(house: House) -> None:
    put(house, "results")
    desk = page(house, house.fay, "desk")
    assert "Back: Welcome" in desk
    data = {"back": step_of(house, "welcome").uid, "step_rev": 2}
    assert send(house, house.fay, "stage", data).status_code == 302
    assert now(house).step == step_of(house, "welcome")
    assert "control-back" not in page(house, house.fay, "desk")


def test_going_back_from_a_round_that_somebody_answers_asks_first(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 1)
    data = {"back": step_of(house, "welcome").uid, "step_rev": 2}
    asked = send(house, house.fay, "stage", data).content.decode()
    assert "Leave this round open?" in asked
    assert f'name="back" value="{data["back"]}"' in asked
    assert now(house).step == step_of(house, "poll")


def test_each_thing_that_the_desk_does_has_one_key_and_the_list_has_them_all(house: House) -> None:
    put(house, "poll")
    desk = page(house, house.fay, "desk")
    assert set(re.findall(r'data-key="(\w)"', desk)) == set("nbrcfph")
    listed = re.findall(r"<kbd>(.)</kbd>", desk)
    assert listed == list("NBFRCOLPHTE?")
    lend(house, house.fay, house.ada)
    assert set(re.findall(r'data-key="(\w)"', page(house, house.ada))) == set("nbrcpht")


def test_another_poll_is_one_press_and_asks_nobody_yet(house: House) -> None:
    desk = page(house, house.fay, "desk")
    form = desk.split('id="poll-again"')[0].rsplit("<form", 1)[1]
    data = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = send(house, house.fay, "steps", data | {"kind": "poll"})
    assert answer["Location"] == f"/w/{house.workshop.slug}/desk/"
    added = house.workshop.rounds.get(number=3)
    assert (added.kind, added.state) == ("poll", "draft")
