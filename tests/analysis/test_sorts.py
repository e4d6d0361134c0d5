"""One person's sort, zone by zone."""

import pytest

from workshop.analysis.sorts import Placement, arrange, as_zone


def test_cards_with_a_place_come_first_and_the_rest_keep_their_order() -> None:
    placed = [
        Placement(1, "inner"),
        Placement(2, "inner", 2),
        Placement(3, "inner", 1),
        Placement(4, "outer"),
        Placement(5, "unplaced"),
    ]
    found = arrange([1, 2, 3, 4, 5, 6], placed)
    assert (found.inner, found.outer, found.unplaced) == ((3, 2, 1), (4,), (5,))
    assert found.unanswered == (6,)


def test_a_card_that_is_no_longer_asked_about_is_left_out() -> None:
    assert arrange([1], [Placement(2, "inner")]).inner == ()
    assert arrange([], []).unanswered == ()


def test_only_the_three_zones_are_zones() -> None:
    assert as_zone("unplaced") == "unplaced"
    with pytest.raises(ValueError, match="middle"):
        as_zone("middle")
