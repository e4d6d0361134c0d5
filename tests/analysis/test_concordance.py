"""Kendall's W against scipy, its p against every arrangement, and both against chance."""

from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from scipy.stats import friedmanchisquare

from tests.analysis.sorting import Sorts, by_chance, drawn, ranking, zones
from workshop.analysis.arrangements import every, some, sums_of_squares, times, ways
from workshop.analysis.concordance import Concordance, concordance, kendalls_w
from workshop.analysis.ranks import ranks_of
from workshop.analysis.refused import Refused


def made(sorts: Sorts, cards: int = 6, seed: int = 1) -> Concordance:
    found = concordance(sorts, range(cards), seed)
    assert isinstance(found, Concordance)
    return found


@settings(max_examples=30)
@given(drawn(cards=4, missing=False))
def test_w_is_scipys_friedman_statistic_over_its_most(sorts: Sorts) -> None:
    found = concordance(sorts, range(4))
    if isinstance(found, Concordance):
        ranks = ranks_of(sorts, range(4))
        columns = [[own[card] for own in ranks.values()] for card in range(4)]
        assert found.w == pytest.approx(friedmanchisquare(*columns).statistic / (3 * len(sorts)))
        assert 0 < found.p <= 1
        assert found.chance == 1 / len(sorts)


def test_the_same_order_by_all_is_1_and_opposite_orders_are_0() -> None:
    same = made(dict.fromkeys(range(5), ranking(*range(6), inner=3)))
    assert same.w == 1
    assert made({1: ranking(*range(6), inner=3), 2: ranking(*reversed(range(6)), inner=3)}).w == 0


@pytest.mark.parametrize(
    "people", [("iioo", "ioio", "iooo", "iioo"), ("iiio", "ooii"), ("iioo", "oooo", "ooio")]
)
def test_an_exact_p_is_that_of_going_through_every_arrangement(people: tuple[str, ...]) -> None:
    found = made(zones(*people), cards=4)
    ranks = ranks_of(zones(*people), range(4)).values()
    rows = [[int(2 * own[card]) for card in range(4)] for own in ranks]
    dealt = [sums_of_squares(each) for each in product(*({*permutations(row)} for row in rows))]
    assert found.is_exact
    assert found.p == pytest.approx(sum(each >= sums_of_squares(rows) for each in dealt) / len(dealt))
    mean = sum(kendalls_w(rows, each) for each in dealt) / len(dealt)
    assert mean == pytest.approx(found.chance)


def test_by_chance_five_people_and_six_cards_come_to_a_fifth_and_once_in_twenty_to_more_than_0_42() -> None:
    random = Random(6)
    found = sorted(
        kendalls_w(rows, sums_of_squares(rows))
        for rows in ([random.sample(range(6), 6) for _person in range(5)] for _time in range(6_000))
    )
    assert sum(found) / len(found) == pytest.approx(0.20, abs=0.005)
    assert found[len(found) * 19 // 20] == pytest.approx(0.42, abs=0.01)
    told = made(by_chance(random, 5, 6))
    assert told.chance == 0.2
    assert told.often == pytest.approx(0.42, abs=0.01)


def test_0_40_among_five_people_is_noise() -> None:
    orders = ["123456", "132546", "246135", "314265", "521364"]
    found = made({n: ranking(*(int(card) - 1 for card in order), inner=3) for n, order in enumerate(orders)})
    assert 0.35 < found.w < 0.42
    assert found.p > 0.05
    assert found.w <= found.often


def test_by_chance_p_is_below_a_twentieth_no_more_than_once_in_twenty() -> None:
    random = Random(3)
    texts = (tuple("".join(random.sample("iiioo", 5)) for _person in range(4)) for _time in range(500))
    assert sum(made(zones(*text), cards=5).p <= 0.05 for text in texts) / 500 < 0.05 + 0.02


def test_drawn_arrangements_come_near_all_of_them() -> None:
    rows = [[1, 2, 3, 4], [1, 2, 3, 4], [1, 1, 3, 3]]
    all_there_are, drawn_ones = every(rows), some(rows, seed=1)
    assert all_there_are is not None
    assert every(rows, work=10) is None
    assert all_there_are.total() == ways(rows[0]) * ways(rows[2]) == 24 * 6
    for value in all_there_are:
        there = sum(n for each, n in all_there_are.items() if each >= value) / all_there_are.total()
        here = sum(n for each, n in drawn_ones.items() if each >= value) / drawn_ones.total()
        assert here == pytest.approx(there, abs=0.02)


def test_what_is_drawn_rests_on_the_seed_alone_and_is_never_0() -> None:
    sorts = by_chance(Random(4), 3, 6) | dict.fromkeys(range(3, 10), ranking(*range(6), inner=3))
    found = made(sorts, seed=7)
    assert found == made(sorts, seed=7)
    assert (found.seed, found.arrangements, found.is_exact) == (7, 9_999, False)
    assert found.p == 1 / 10_000
    assert found != made(sorts, seed=8)


def test_the_order_in_which_people_and_cards_are_given_changes_nothing() -> None:
    sorts = by_chance(Random(5), 5, 6)
    found = made(sorts)
    assert not found.is_exact
    assert made(dict(reversed(sorts.items()))) == found
    turned = concordance(sorts, [3, 5, 0, 1, 4, 2])
    assert turned == found


def test_many_people_have_fewer_arrangements_drawn_and_it_is_said() -> None:
    assert [times([[1] * 12] * people) for people in (12, 50, 100, 500, 1000)] == [9999, 4999, 1999, 499, 199]


def test_where_orders_cannot_be_laid_side_by_side_there_is_no_number() -> None:
    assert concordance(zones("iioo", "ii-o"), range(4)) == Refused("cards_differ")
    assert concordance(zones("iioo", "iio."), range(4)) == Refused("cards_differ")
    assert concordance(zones("iiii", "iiii"), range(4)) == Refused("no_order")
    assert concordance(zones("iiii", "oooo"), range(4)) == Refused("no_order")
    assert made(dict.fromkeys(range(5), ranking(*range(4), inner=4)), cards=4).w == 1
    assert concordance(zones("iioo", "...."), range(4)) == Refused("few_people")
    assert concordance(zones("iioo", "iioo"), range(4), least=3) == Refused("few_people")
    assert concordance(zones("i", "o"), [0]) == Refused("few_cards")
