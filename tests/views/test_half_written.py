"""A half-written answer counts and is shown: its author and whoever shows the answers are told before."""

import pytest

from tests.questions import ask, reply
from tests.stagecraft import page, send
from tests.support import House, make_house
from workshop.actions.gestures import set_gesture
from workshop.models.gestures import READY

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def test_the_box_says_that_what_stands_in_it_will_be_shown(house: House) -> None:
    ask(house)
    assert "Then everybody reads what stands here, finished or not" in page(house, house.ada)


def test_who_shows_the_answers_is_told_how_many_say_that_they_are_done_and_not_who(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "I started an answer and")
    asked = send(house, house.fay, "question-revelation", {}, {"uid": prompt.uid}).content.decode()
    assert "1 of 4 have answered. Nobody has pressed “Ready”." in asked
    assert "what is half written too" in asked
    set_gesture(house.ada, READY, on=True)
    asked = send(house, house.fay, "question-revelation", {}, {"uid": prompt.uid}).content.decode()
    assert "1 of 4 is ready." in asked
    assert "Ada" not in asked
    assert 'data-ready="1 of 4 is ready."' in page(house, house.fay, "desk")
