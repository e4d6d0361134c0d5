"""Whether the first cards rest on one voice, and that nobody is named unless a caller asks for it."""

import pytest
from hypothesis import given

from tests.analysis.sorting import Sorts, drawn, ranking, zones
from workshop.analysis.leaving_out import LeavingOut, Tell, leave_each_out
from workshop.analysis.orders import Orders, orders
from workshop.analysis.refused import Refused

# Three put card 2 inner and two card 3: without one of the three, the two cards tie for third.
FIVE = zones("iiiooo", "iiiooo", "iioioo", "iioioo", "iiiooo")


def test_one_voice_that_decides_is_found_and_not_named() -> None:
    found = leave_each_out(FIVE, range(6), tell="cards")
    assert found == LeavingOut(people=5, first=(0, 1, 2), changes=True, voices=3, enter=(3,))


def test_a_caller_who_may_know_is_told_who() -> None:
    found = leave_each_out(FIVE, range(6), tell="who")
    assert isinstance(found, LeavingOut)
    assert found.who == (0, 1, 4)


def test_without_being_asked_it_says_yes_or_no_alone() -> None:
    assert leave_each_out(FIVE, range(6)) == LeavingOut(5, (0, 1, 2), changes=True)
    firm = leave_each_out(dict.fromkeys(range(4), ranking(*range(6), inner=2)), range(6), top=2)
    assert firm == LeavingOut(4, (0, 1), changes=False)


def test_a_card_that_would_go_is_told_beside_the_one_that_comes() -> None:
    sorts = {n: ranking(*order, inner=1) for n, order in enumerate(["abc", "abc", "bca", "bac"])}
    found = leave_each_out(sorts, "abc", top=1, tell="cards")
    assert found == LeavingOut(4, ("b",), changes=True, voices=2, enter=("a",), leave=("b",))


@pytest.mark.parametrize("tell", ["cards", "who"])
@given(drawn(cards=5, missing=False))
def test_it_is_what_the_order_without_each_person_says(tell: Tell, sorts: Sorts) -> None:
    found = leave_each_out(sorts, range(5), top=2, tell=tell)
    if not isinstance(found, LeavingOut):
        assert found == Refused("few_voices")
        return
    firsts = {}
    for left in sorts:
        less = orders({person: sort for person, sort in sorts.items() if person != left}, range(5))
        assert isinstance(less, Orders)
        firsts[left] = {each.card for each in less.ranks if each.rank <= 2}
    other = [person for person, first in firsts.items() if first != {*found.first}]
    assert (found.changes, found.voices) == (bool(other), len(other))
    assert found.who == (tuple(other) if tell == "who" else ())
    assert {*found.enter} == set().union(*(firsts[person] - {*found.first} for person in other))


def test_who_left_a_card_out_is_in_no_order_and_below_four_it_is_refused() -> None:
    assert leave_each_out(zones("iioo", "iioo", "iioo", "ii-o"), range(4)) == Refused("few_voices")
    assert leave_each_out(zones(*["iioo"] * 4), range(4), least=5) == Refused("few_voices")
    assert leave_each_out(zones(*["iio"] * 4), range(3)) == Refused("few_cards")
