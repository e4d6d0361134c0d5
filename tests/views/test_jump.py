"""The strip of a narrow desk: what is asked of who leads in one line, and a way to each part of the page."""

import re

import pytest

from tests.stagecraft import page, put
from tests.support import House, agree, make_house
from tests.views.test_gestures import shown
from workshop.actions.gestures import lower_all, set_gesture
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(3)


def strip(house: House) -> str:
    """The strip as the desk shows it, from its first link to its end."""
    return page(house, house.fay, "desk").split('<nav class="jump"')[1].split("</nav>")[0]


def test_each_link_of_the_strip_leads_to_something_on_the_page(house: House) -> None:
    put(house, "welcome")
    whole = page(house, house.fay, "desk")
    to = re.findall(r'href="#([\w-]+)"', strip(house))
    assert to == ["now", "gestures-title", "live-comments", "agenda", "people"]
    for target in to:
        assert whole.count(f'id="{target}"') == 1, target


def test_the_strip_says_whose_hand_is_up_and_what_is_asked_for_and_is_empty_otherwise(house: House) -> None:
    put(house, "welcome")
    assert "hidden" in shown(house, FACILITATORS, "hands").split(">")[0]
    set_gesture(house.ada, "hand", True)
    set_gesture(house.others[0], "pause", True)
    line = shown(house, FACILITATORS, "hands")
    assert "hidden" not in line.split(">")[0]
    assert "1 hand up" in line
    assert "Ada" in line
    assert "1 asks for a pause" in line
    assert "1 asks for a pause" in strip(house)
    lower_all(house.fay, "hand")
    assert "Ada" not in shown(house, FACILITATORS, "hands")


def test_what_is_asked_for_privately_is_in_nobody_elses_line(house: House) -> None:
    for seat in house.leaders:
        agree(seat)
    put(house, "welcome")
    set_gesture(house.ada, "hand", True)
    set_gesture(house.ada, "time", True)
    for audience in (PARTICIPANTS, SCREEN):
        assert "more time" not in shown(house, audience, "hands")
