"""Three orders of the same people, and whether they contradict one another."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given

from tests.analysis.sorting import Sorts, drawn, ranking, zones
from workshop.analysis.orders import Order, Orders, orders
from workshop.analysis.ranks import mid_ranks
from workshop.analysis.refused import Refused

CITIES = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]
# The textbook's vote about the capital of Tennessee, in per cent of voters.
VOTERS = [
    (42, ("Memphis", "Nashville", "Chattanooga", "Knoxville")),
    (26, ("Nashville", "Chattanooga", "Knoxville", "Memphis")),
    (15, ("Chattanooga", "Knoxville", "Nashville", "Memphis")),
    (17, ("Knoxville", "Chattanooga", "Nashville", "Memphis")),
]


def tennessee(inner: int) -> Orders:
    ballots = [vote for count, vote in VOTERS for _voter in range(count)]
    found = orders({n: ranking(*vote, inner=inner) for n, vote in enumerate(ballots)}, CITIES)
    assert isinstance(found, Orders)
    return found


def read(order: Order) -> list[tuple[Any, Any]]:
    return [(standing.card, standing.value) for standing in order]


def test_the_textbooks_vote_comes_out_as_in_the_textbook() -> None:
    found = tennessee(inner=1)
    # Borda's points there, 194, 173, 126 and 107, are the cards that each goes before: 4 less the mean rank.
    assert read(found.ranks) == [
        ("Nashville", pytest.approx(4 - 1.94)),
        ("Chattanooga", pytest.approx(4 - 1.73)),
        ("Memphis", pytest.approx(4 - 1.26)),
        ("Knoxville", pytest.approx(4 - 1.07)),
    ]
    assert read(found.copeland) == [("Nashville", 3), ("Chattanooga", 2), ("Knoxville", 1), ("Memphis", 0)]
    assert read(found.inner)[0] == ("Memphis", 0.42)
    assert found.differ


def test_a_tie_stays_a_tie_and_contradicts_nobody() -> None:
    found = orders(dict.fromkeys("abc", ranking(*range(4), inner=2)), range(4))
    assert isinstance(found, Orders)
    assert [(each.rank, each.tied) for each in found.ranks] == [
        (1, False),
        (2, False),
        (3, False),
        (4, False),
    ]
    assert [(each.rank, each.tied) for each in found.inner] == [(1, True), (1, True), (3, True), (3, True)]
    assert not found.differ


def test_all_three_are_of_the_same_people_and_those_left_out_are_counted() -> None:
    found = orders(zones("iioo", "iioo", "o-ii", "...."), range(4))
    assert isinstance(found, Orders)
    assert (found.people, found.sorted_by) == (2, 3)
    assert dict(read(found.inner)) == {0: 1, 1: 1, 2: 0, 3: 0}


def test_the_order_of_one_or_of_too_few_is_not_told() -> None:
    assert orders(zones("iioo", "i-oo"), range(4)) == Refused("few_people")
    assert orders(zones("iioo", "iioo"), range(4), least=3) == Refused("few_people")
    assert orders({}, range(4)) == Refused("few_people")
    assert orders(zones("i", "i"), [0]) == Refused("few_cards")


@given(drawn(cards=4, missing=False))
def test_who_comes_first_matters_to_no_order(sorts: Sorts) -> None:
    turned = dict(reversed(sorts.items()))
    assert orders(turned, range(4)) == orders(sorts, range(4))


@given(drawn(cards=4, missing=False))
def test_a_card_that_more_people_put_before_each_other_than_behind_is_copelands_first(sorts: Sorts) -> None:
    found = orders(sorts, range(4))
    if not isinstance(found, Orders):
        return
    ranks = [mid_ranks(sort, range(4)) for sort in sorts.values()]
    ahead = {(a, b): sum(own[a] < own[b] for own in ranks) for a, b in permutations(range(4), 2)}
    for card in range(4):
        if all(ahead[card, other] > ahead[other, card] for other in set(range(4)) - {card}):
            assert (found.copeland[0].card, found.copeland[0].tied) == (card, False)


@given(drawn(cards=4, missing=False))
def test_each_pair_of_cards_gives_one_point_and_each_person_all_ranks(sorts: Sorts) -> None:
    found = orders(sorts, range(4))
    if isinstance(found, Orders):
        assert sum(each.value for each in found.copeland) == 6
        assert sum(each.value for each in found.ranks) == pytest.approx(10)
