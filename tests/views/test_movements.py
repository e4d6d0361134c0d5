"""Beside what moved: the group's order for all; each person's moves, and any two sorts, for facilitators."""

import re

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import page
from tests.support import House, make_house
from tests.views.test_shifts import compared, sorted_twice
from workshop.actions.consents import answer_consents
from workshop.models import Seat
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db
WHO = "Who moved how many cards"
FIRST = ({1: "inner", 2: "outer", 3: "inner"}, {1: "inner", 2: "outer", 3: "outer"})
LAST = ({1: "inner", 2: "inner", 3: "outer"}, {1: "outer", 2: "inner", 3: "outer"})


def sorted_three_times(promise: str = "named") -> House:
    """Let half put 1 and 3 inner and half 1 alone; then the same; then 1 and 2, and 2 alone."""
    house = make_house(promise=promise)
    rounds = [house.pack, None, None]
    for n, zones in enumerate((FIRST, FIRST, LAST)):
        round = rounds[n] or asked(house)
        for at, seat in enumerate(house.leaders):
            lay(house, seat, round, zones[at % 2])
        revealed(house, round)
    return house


def test_the_order_of_both_is_held_against_each_other_for_everybody() -> None:
    house = sorted_three_times("hidden")
    for seat in (house.ada, house.fay):
        shown = page(house, seat, "results")
        assert (
            "The order of the 6 cards of both rounds, by how many placed each inner: Kendall’s tau-b 1.00"
            in shown
        )
    assert WHO not in page(house, house.fay, "results")


def test_why_nothing_is_said_of_an_order_that_is_level() -> None:
    house, _closing = sorted_twice()
    assert (
        "Whether the group’s order changed is not said: In one of the two orders all cards lie level"
        in compared(house)
    )


def test_facilitators_see_how_many_cards_each_person_moved_where_names_are_open() -> None:
    house, _closing = sorted_twice()
    shown = compared(house, "fay")
    for who, counts in (("Ada", (0, 0, 1, 0)), ("Ben", (1, 0, 0, 0))):
        cells = "".join(f'<td class="n">{n}</td>' for n in counts)
        assert f'<th scope="row">{who}</th>{cells}' in shown
    assert WHO not in compared(house)


def test_people_stand_in_the_order_of_their_numbers() -> None:
    house, _closing = sorted_twice(leaders=3)
    for seat, called in zip(house.leaders, ("P10", "P2", "P1"), strict=True):
        Seat.objects.filter(pk=seat.pk).update(pseudonym=called)
    rows = compared(house, "fay").partition(WHO)[2]
    assert re.findall(r'<th scope="row">(\w+)</th>', rows) == ["Cem", "Ben", "Ada"]


def test_who_takes_no_part_any_more_is_not_in_it() -> None:
    house, _closing = sorted_twice()
    gone = house.others[0]
    answer_consents(gone, {str(item.uid): False for item, _given in asked_of(gone)}, agreed=None)
    assert '<th scope="row">Ben</th>' not in compared(house, "fay")


def test_any_two_sorts_are_compared_for_a_facilitator_who_may_see_whole_sorts() -> None:
    house = sorted_three_times()
    pair = "What moved between round 1 and round 4"
    numbers = [each.number for each in house.workshop.rounds_in_order() if each.is_revealed]
    assert numbers == [1, 3, 4]
    assert 'id="shift-1-4"' not in page(house, house.fay, "results")
    shown = page(house, house.fay, "results", "?from=1&to=4")
    assert 'id="shift-1-4"' in shown
    assert pair in shown
    assert 'id="shift-1-4"' not in page(house, house.ada, "results", "?from=1&to=4")


@pytest.mark.parametrize("query", ["?from=4&to=1", "?from=2&to=4", "?from=x&to=", "?from=1&to=99"])
def test_a_pair_that_is_none_is_not_compared(query: str) -> None:
    house = sorted_three_times()
    shown = page(house, house.fay, "results", query)
    assert shown.count("What moved between round") == 2
    assert "Choose an earlier sort first" in shown


def test_a_pair_is_of_one_series() -> None:
    house = sorted_three_times()
    last = asked(house)
    for seat in house.leaders:
        lay(house, seat, last, LAST[0])
    revealed(house, last)
    house.workshop.rounds.filter(number=3).update(series=2)
    shown = page(house, house.fay, "results", "?from=1&to=3")
    assert 'id="shift-1-3"' not in shown
    assert '<option value="3"' not in shown
    assert 'id="shift-1-5"' in page(house, house.fay, "results", "?from=1&to=5")


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_only_neighbours_are_and_the_page_says_why(promise: str) -> None:
    house = sorted_three_times(promise)
    shown = page(house, house.fay, "results", "?from=1&to=4")
    assert 'id="shift-1-4"' not in shown
    assert "each sort is compared with the next one alone" in shown
