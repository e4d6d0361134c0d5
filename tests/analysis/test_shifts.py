"""What moved between any two sorts, along the lineage: what was merged inherits no average."""

import pytest
from hypothesis import given

from tests.analysis.sorting import Sorts, drawn, zones
from workshop.analysis.shift import Shift, shift
from workshop.analysis.shifts import CardShift, own_shifts, shifts
from workshop.analysis.sorts import Spot


def sort(**cards: str) -> dict[str, Spot]:
    return {card: (zone, None) for card, zone in cards.items()}


# C was made of A and B by a merge, D and E are the halves of F, and G is new.
BEFORE = {
    "ada": sort(A="inner", B="inner", F="outer"),
    "ben": sort(A="inner", B="outer", F="inner"),
    "cat": sort(A="outer", B="outer", F="inner"),
    "dan": sort(A="inner"),
}
AFTER = {
    "ada": sort(C="outer", D="inner", E="outer", G="inner"),
    "ben": sort(C="inner", D="inner", E="inner", G="inner"),
    "cat": sort(C="inner", D="unplaced", E="inner"),
    "dan": sort(C="inner", D="outer", E="outer"),
}
CAME_FROM = {"C": ("A", "B"), "D": ("F",), "E": ("F",), "G": ()}


def test_a_merged_card_counts_who_had_all_it_came_from_in_one_zone_and_says_how_many_had_not() -> None:
    found = shifts(BEFORE, AFTER, "CDEG", CAME_FROM)
    assert found["C"] == CardShift(("A", "B"), Shift(moved_in=1, moved_out=1), unclear=2)


def test_each_part_of_a_split_card_is_held_against_the_whole() -> None:
    found = shifts(BEFORE, AFTER, "CDEG", CAME_FROM)
    assert found["D"] == CardShift(("F",), Shift(moved_in=1, moved_out=1, stayed=1))
    assert found["E"] == CardShift(("F",), Shift(stayed=3))


def test_a_new_card_has_no_former_self() -> None:
    assert shifts(BEFORE, AFTER, "G", CAME_FROM) == {"G": CardShift((), Shift())}


def test_each_persons_own_cards_are_counted_without_what_is_unclear() -> None:
    found = own_shifts(BEFORE, AFTER, "CDEG", CAME_FROM)
    assert found == {
        "ada": Shift(moved_in=1, moved_out=1, stayed=1),
        "ben": Shift(stayed=2),
        "cat": Shift(moved_out=1, stayed=1, moved_in=1),
        "dan": Shift(),
    }


@given(drawn(cards=3), drawn(cards=3))
def test_without_a_lineage_it_is_the_shift_of_each_card_withheld_alike(one: Sorts, other: Sorts) -> None:
    for least in (1, 3):
        found = shifts(one, other, range(3), least=least)
        for card in range(3):
            was, now = (
                {person: own[card][0] for person, own in each.items() if card in own} for each in (one, other)
            )
            assert found[card] == CardShift((card,), shift(was, now, least))


@pytest.mark.parametrize(("unclear", "withheld"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_or_two_who_are_unclear_withhold_the_card(unclear: int, withheld: bool) -> None:
    before, after = zones(*["ii"] * 3, *["io"] * unclear), zones(*["i"] * (3 + unclear))
    found = shifts(before, after, [0], {0: (0, 1)}, least=3)[0]
    told = CardShift((0, 1), Shift(stayed=3), unclear)
    assert found == (CardShift((0, 1), Shift(is_withheld=True)) if withheld else told)


def test_who_was_unclear_before_and_left_it_out_after_is_a_group_too() -> None:
    before, after = zones(*["ii"] * 3, "io"), zones(*["i"] * 3)
    assert shifts(before, after, [0], {0: (0, 1)}, least=3)[0].shift.is_withheld
    assert shifts(before, after, [0], {0: (0, 1)})[0].shift == Shift(stayed=3)


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'middle' is not a zone"):
        shifts({1: sort(A="middle")}, {1: sort(A="inner")}, "A")
