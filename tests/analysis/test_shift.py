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
