"""What moved between two sorts: person by person, only who is in both, and few are not told apart."""

import pytest

from workshop.analysis.shift import Shift, shift

BEFORE = {"ada": "outer", "ben": "unplaced", "cem": "inner", "dot": "inner", "eve": "outer", "fox": "inner"}
AFTER = {"ada": "inner", "ben": "inner", "cem": "outer", "dot": "inner", "eve": "unplaced", "gil": "inner"}


def test_each_person_in_both_is_counted_once_and_nobody_else() -> None:
    found = shift(BEFORE, AFTER)
    assert found == Shift(moved_in=2, moved_out=1, stayed=1, other=1)
    assert found.people == 5


def test_net_counts_do_not_hide_two_who_crossed() -> None:
    assert shift({1: "inner", 2: "outer"}, {1: "outer", 2: "inner"}) == Shift(1, 1, 0, 0)


@pytest.mark.parametrize(("both", "withheld"), [(0, False), (1, True), (2, True), (3, False)])
def test_fewer_than_three_are_withheld(both: int, withheld: bool) -> None:
    zones = dict.fromkeys(range(both), "inner")
    assert shift(zones, zones, least=3) == (Shift(is_withheld=True) if withheld else Shift(stayed=both))


@pytest.mark.parametrize(("apart", "withheld"), [(0, False), (1, True), (2, True), (3, False)])
def test_so_are_three_where_the_totals_less_theirs_would_leave_one_or_two(apart: int, withheld: bool) -> None:
    both = dict.fromkeys(range(3), "inner")
    more = both | dict.fromkeys(range(3, 3 + apart), "outer")
    found = Shift(is_withheld=True) if withheld else Shift(stayed=3)
    assert shift(both, more, least=3) == shift(more, both, least=3) == found
    assert shift(both, more).stayed == 3


def test_where_nobody_is_in_both_there_is_nothing_to_withhold() -> None:
    assert shift({1: "inner"}, {2: "outer"}, least=3) == Shift()
