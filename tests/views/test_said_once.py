"""Whoever presses is told in the words that everybody is told in, so that they are said once."""

import re

import pytest

from tests.chairs import hand, lend
from tests.questions import ask
from tests.stagecraft import HTMX, page, put, send
from tests.support import House, client_of, make_house

pytestmark = pytest.mark.django_db
SAYS = re.compile(r"data-says>([^<]*)<")
STAGE = re.compile(r'id="live-stage"[^>]*data-announce="([^"]*)"')


def told(house: House, name: str, **parts: object) -> tuple[list[str], list[str]]:
    """Press on the desk as its scripts do; return what is said of it, and what the stage announces."""
    data = {"confirmed": "1", "next": f"/w/{house.workshop.slug}/desk/"}
    sent = send(house, house.fay, name, data, parts, HTMX)
    client = client_of(house.fay)
    client.cookies = sent.client.cookies
    html = client.get(sent.headers["Location"], headers=HTMX).content.decode()
    return SAYS.findall(html), STAGE.findall(html)


def test_a_round_is_closed_opened_and_revealed_in_one_sentence() -> None:
    house = make_house(leaders=2)
    put(house, "poll")
    for name, says in (
        ("round-closing", "The round is closed."),
        ("round-opening", "The poll is open."),
        ("round-revelation", "The result is revealed."),
    ):
        said, announced = told(house, name, number=2)
        assert said == announced
        assert said[0].startswith(says)


def test_answers_are_shown_in_one_sentence() -> None:
    house = make_house(leaders=2)
    prompt = ask(house)
    said, announced = told(house, "question-revelation", uid=prompt.uid)
    assert said == announced == ["The answers are shown. The agreed text can be written now."]


def test_who_is_in_the_chair_hears_for_how_long() -> None:
    house = make_house(leaders=2)
    put(house, "welcome")
    lend(house, house.fay, house.ada)
    says = "You are in the chair for this step. Then it goes back to Fay."
    assert f'data-said="{says}"' in page(house, house.ada)
    hand(house, house.fay, house.others[0])
    assert 'data-said="You are in the chair."' in page(house, house.others[0])
