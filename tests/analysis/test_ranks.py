"""Ranks of one person's sort: what is level shares them, and what is not placed has none."""

import pytest
from hypothesis import given
from scipy.stats import rankdata

from tests.analysis.sorting import Sorts, drawn, zones
from workshop.analysis.ranks import complete, mid_ranks, ranks_of, relative

CARDS = range(6)


def test_without_places_a_circle_shares_the_mean_of_its_ranks() -> None:
    assert mid_ranks(zones("iiiooo")[0], CARDS) == {0: 2, 1: 2, 2: 2, 3: 5, 4: 5, 5: 5}


def test_places_order_a_circle_and_what_has_none_comes_after() -> None:
    sort = {0: ("outer", None), 1: ("inner", 2), 2: ("inner", None), 3: ("inner", 1), 4: ("inner", None)}
    assert mid_ranks(sort, CARDS) == {3: 1, 1: 2, 2: 3.5, 4: 3.5, 0: 5}


def test_a_card_that_is_not_placed_is_missing_and_not_last() -> None:
    ranks = ranks_of(zones("i-o...", "iioooo", "------"), CARDS)
    assert ranks[0] == {0: 1, 2: 2}
    assert list(ranks) == [0, 1]
    assert list(complete(ranks, CARDS)) == [1]


def test_a_card_of_ones_own_changes_no_rank() -> None:
    sort = {"own": ("inner", 1), 0: ("inner", 2), 1: ("outer", None)}
    assert mid_ranks(sort, CARDS) == {0: 1, 1: 2}


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'middle' is not a zone"):
        mid_ranks({0: ("middle", None)}, CARDS)


@given(drawn())
def test_the_ranks_are_scipys(sorts: Sorts) -> None:
    for person, ranks in ranks_of(sorts, CARDS).items():
        placed = {card: spot for card, spot in sorts[person].items() if spot[0] != "unplaced"}
        coded = [1000 * (zone == "outer") + (place or 100) for zone, place in placed.values()]
        assert ranks == dict(zip(placed, rankdata(coded), strict=True))
        assert sum(ranks.values()) == len(ranks) * (len(ranks) + 1) / 2


def test_the_middle_of_a_short_sort_is_that_of_a_long_one() -> None:
    found = relative(ranks_of(zones("iiiooo", "i-o---", "-i----"), CARDS))
    assert found[0][0] == found[1][0] == 0.25
    assert found[0][5] == found[1][2] == 0.75
    assert found[2][1] == 0.5
