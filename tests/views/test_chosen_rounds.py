"""Which rounds the page of results shows: whoever reads it chooses, and nothing is counted anew for that."""

import pytest

from tests.stagecraft import page
from tests.support import House
from tests.views.results_world import write
from tests.views.test_movements import sorted_three_times

pytestmark = pytest.mark.django_db
FIELD = "Rounds on this page"


def heads(house: House, query: str, who: str = "ada") -> list[str]:
    """Return which rounds, and which two beside one another, a page has a section of."""
    shown = page(house, getattr(house, who), "results", query)
    ids = [f"round-{n}" for n in (1, 3, 4)] + ["shift-1-3", "shift-3-4", "shift-1-4", "course-1"]
    return [each for each in ids if f'id="{each}"' in shown]


ALL = ["round-1", "round-3", "round-4", "shift-1-3", "shift-3-4", "course-1"]


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_rounds_that_are_chosen_are_shown_and_no_two_are_compared_anew(promise: str) -> None:
    house = sorted_three_times(promise)
    for who in ("ada", "fay"):
        assert heads(house, "?round=1&round=3", who) == ["round-1", "round-3", "shift-1-3", "course-1"]
        assert heads(house, "?round=1&round=4", who) == ["round-1", "round-4", "course-1"]
        assert heads(house, "?round=4", who) == ["round-4"]


@pytest.mark.parametrize("query", ["", "?round=", "?round=2&round=x", "?round=1&round=3&round=4"])
def test_without_a_choice_that_fits_all_are_shown(query: str) -> None:
    house = sorted_three_times()
    assert heads(house, query) == ALL
    assert "Show all rounds" not in page(house, house.ada, "results", query)


def test_a_card_has_the_counts_of_the_rounds_that_are_shown_and_every_comment() -> None:
    house = sorted_three_times()
    write(house, house.ada, "Said of the first sort")
    shown = page(house, house.fay, "results", "?round=4")
    assert "Shown: 1 of the 3 revealed rounds. Comments are of all rounds." in shown
    cards = shown.partition("Card by card")[2]
    assert "<b>Card sort, round 4:</b>" in cards
    assert "<b>Card sort, round 3:</b>" not in cards
    assert "Said of the first sort" in cards


def test_every_picture_that_can_be_taken_from_a_part_is_the_one_that_stands_there() -> None:
    house = sorted_three_times()
    assert "/pictures/slope-1-4/" in page(house, house.fay, "results")
    shown = page(house, house.fay, "results", "?round=1&round=4")
    assert "/pictures/bullseye-4/" in shown
    assert "/pictures/slope-" not in shown


def test_a_round_that_is_not_revealed_stays_hidden_and_one_alone_is_no_choice() -> None:
    house = sorted_three_times()
    hidden = "Its result is hidden until it is revealed."
    house.workshop.rounds.filter(number=3).update(state="closed")
    shown = page(house, house.ada, "results", "?round=4")
    assert FIELD in shown
    assert shown.count(hidden) == 1
    house.workshop.rounds.filter(number=4).update(state="closed")
    shown = page(house, house.ada, "results", "?round=4")
    assert FIELD not in shown
    assert shown.count(hidden) == 2


def test_by_role_there_is_no_choice_and_the_page_says_why() -> None:
    house = sorted_three_times("hidden")
    for who in (house.ada, house.fay):
        shown = page(house, who, "results", "?role=participant")
        assert 'name="role"' not in shown
        assert "Rounds ask participants alone: by role there is one group, everybody." in shown
