"""Replies: under what they answer, and in the part of the page for the day they were written."""

import uuid

import pytest

from tests.stagecraft import bring, page, say
from tests.support import make_house
from tests.views.results_world import begin, results_page, write
from workshop.actions.discussion import post_remark
from workshop.actions.taking_back import withdraw_remark

pytestmark = pytest.mark.django_db


def test_a_reply_of_today_to_a_pack_stands_with_todays_and_says_what_it_answers() -> None:
    house = make_house(leaders=2)
    written = write(house, house.ada, "From home.", number=2)
    say(house, house.others[0], bring(house), "Answered here.", reply_to=written)
    packs, today = page(house, house.ada).split('id="said-today-own"')
    assert "From home." in packs
    assert "Answered here." not in packs
    before, after = today.split("Answered here.")
    assert 'In reply to what a pack says: “<span dir="auto">From home.</span>”' in before
    assert "Nothing yet." not in after


def test_the_results_say_what_it_answers_too() -> None:
    house = make_house(leaders=2)
    begin(house)
    written = write(house, house.ada, "From home.", number=2)
    say(house, house.others[0], house.cards[1], "Answered here.", reply_to=written)
    shown = results_page(house, house.ada).split("Answered here.")[0]
    assert "In reply to what a pack says:" in shown


def test_a_reply_to_a_comment_of_today_stands_under_it() -> None:
    house = make_house(leaders=2)
    said = say(house, house.ada, bring(house), "Said here.")
    say(house, house.others[0], house.cards[1], "Answered.", reply_to=said)
    shown = page(house, house.ada)
    assert "In reply to what a pack says:" not in shown
    assert "Answered." in shown.split('class="said__replies"')[1].split("</ul>")[0]


def test_a_reply_says_that_what_it_answered_was_taken_back() -> None:
    house = make_house(leaders=2)
    said = say(house, house.ada, bring(house), "Said here.")
    say(house, house.others[0], house.cards[1], "Answered.", reply_to=said)
    withdraw_remark(house.ada, said)
    shown = page(house, house.ada)
    assert "Said here." not in shown
    assert "In reply to a comment that was taken back." in shown.split("Answered.")[0]


def test_kinds_are_counted_over_what_was_said_today() -> None:
    house = make_house(leaders=2)
    card = bring(house)
    for kind in ("unclear", "unclear", "agree", ""):
        post_remark(house.ada, card, f"Words {kind}", uid=uuid.uuid4(), kind=kind)
    shown = page(house, house.ada).split('class="said__kinds"')[1].split("</p>")[0]
    assert ">I agree <b>1</b>" in shown
    assert ">Unclear <b>2</b>" in shown
