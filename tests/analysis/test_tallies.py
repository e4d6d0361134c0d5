"""Counts that add up, ties that stay ties, per cents only where they mean something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.sorts import ZONES
from workshop.analysis.tallies import in_order, share, tally_nominations, tally_sorts

ROWS = [(1, "inner"), (1, "inner"), (1, "outer"), (2, "unplaced"), (2, "outer"), (9, "inner")]


def test_a_card_that_nobody_answered_is_not_the_same_as_not_placed() -> None:
    tally = tally_sorts([1, 2, 3], ROWS, people=3)
    assert (tally[2].unplaced, tally[2].unanswered) == (1, 1)
    assert (tally[3].unplaced, tally[3].unanswered) == (0, 3)


def test_the_cards_keep_their_order_and_others_are_left_out() -> None:
    assert list(tally_sorts([2, 1], ROWS, people=3)) == [2, 1]


@given(st.lists(st.sampled_from(ZONES), max_size=50), st.integers(0, 950))
def test_the_four_counts_add_up_to_the_people(zones: list[str], silent: int) -> None:
    people = len(zones) + silent
    tally = tally_sorts(["a"], [("a", zone) for zone in zones], people)["a"]
    assert tally.inner + tally.outer + tally.unplaced + tally.unanswered == people
    assert tally.placed == zones.count("inner") + zones.count("outer")


def test_no_people_and_no_cards_are_no_error() -> None:
    assert tally_sorts([], [], 0) == {}
    assert tally_sorts([1], [], 0)[1].people == 0
    assert tally_nominations([], [], 0).nominations == 0
    assert in_order({}) == []


def test_more_answers_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="more placements"):
        tally_sorts([1], ROWS, people=2)
    with pytest.raises(ValueError, match="2 nominations"):
        tally_nominations([1], [1, 1], people=1)


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'none' is not a zone"):
        tally_sorts([1], [(1, "none")], people=1)


def test_those_who_abstain_are_counted_apart() -> None:
    tally = tally_nominations([1, 2, 3], [1, 1, 2, 9], people=2, abstained=1)
    assert (tally.counts, tally.people, tally.abstained) == ({1: 2, 2: 1, 3: 0}, 2, 1)
    assert (tally.nominations, tally.answered) == (3, 3)


def test_ties_stay_ties_in_the_cards_own_order() -> None:
    ranked = in_order({"a": 3, "b": 5, "c": 3, "d": 0})
    assert [(r.card, r.rank, r.tied) for r in ranked] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]


def test_below_ten_people_there_is_no_per_cent() -> None:
    assert share(4, 5).per_cent is None
    assert share(9, 9).per_cent is None
    assert share(0, 0).per_cent is None
    assert share(9, 12).per_cent == 75
    assert share(1, 40).per_cent == 3
    assert share(1000, 1000).per_cent == 100
