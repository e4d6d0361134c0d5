"""Krippendorff's alpha against the krippendorff package; the jackknife against scipy and by simulation."""

from random import Random
from typing import Any

import krippendorff
import pytest
from hypothesis import given
from scipy.stats import t

from tests.analysis.sorting import Sorts, by_chance, drawn, ranking, zones
from workshop.analysis.agreement import Pairs
from workshop.analysis.alpha import Corrected, alpha, alpha_of_ranks, alpha_of_zones
from workshop.analysis.jackknife import jackknife, student
from workshop.analysis.ranks import ranks_of, relative
from workshop.analysis.ratings import Values, rate, zones_of
from workshop.analysis.refused import Refused

MISSING = float("nan")
# The four observers of Krippendorff (2011), part C; a point is a missing value.
OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


def observed() -> Values:
    return {n: {k: int(v) for k, v in enumerate(text) if v != "."} for n, text in enumerate(OBSERVERS)}


def theirs(values: Values, cards: int, level: Any) -> float:
    data = [[own.get(card, MISSING) for card in range(cards)] for own in values.values()]
    return krippendorff.alpha(reliability_data=data, level_of_measurement=level)


def made(found: Corrected | Refused) -> Corrected:
    assert isinstance(found, Corrected)
    return found


@pytest.mark.parametrize(("level", "printed"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_the_textbooks_example_comes_out_as_printed(level: Any, printed: float) -> None:
    assert alpha(rate(observed(), range(12)).counts, level) == pytest.approx(printed, abs=0.0006)


@given(drawn())
def test_alpha_of_zones_and_of_ranks_is_that_of_the_package(sorts: Sorts) -> None:
    coded = {
        n: {card: ord(zone[0]) for card, zone in own.items()} for n, own in zones_of(sorts, range(6)).items()
    }
    ranked = relative(ranks_of(sorts, range(6)))
    for values, level, found in (
        (coded, "nominal", alpha_of_zones(sorts, range(6))),
        (coded, "ordinal", alpha_of_zones(sorts, range(6))),
        (ranked, "ordinal", alpha_of_ranks(sorts, range(6))),
    ):
        if isinstance(found, Corrected):
            assert found.value == pytest.approx(theirs(values, 6, level), abs=1e-9)


def test_29_of_30_equal_placements_are_0_and_rest_on_one_voice() -> None:
    found = made(alpha_of_zones(zones(*["iiiiii"] * 4, "iiiiio"), range(6)))
    assert f"{found.value:.3f}" == "0.000"
    assert found.interval is None
    assert found.pairs == Pairs(56, 60)


def test_full_agreement_is_1_and_its_interval_is_nothing_else() -> None:
    found = made(alpha_of_ranks(dict.fromkeys(range(5), ranking(*range(6), inner=3)), range(6)))
    assert (found.value, found.people) == (1, 5)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (1, 1)


def test_the_interval_leaves_each_person_out_in_turn() -> None:
    sorts = zones("iiiooo", "iiiooo", "iioioo", "oiio-o", "iiioo.")
    found = made(alpha_of_zones(sorts, range(6)))
    less = [{n: own for n, own in zones_of(sorts, range(6)).items() if n != left} for left in sorts]
    coded = [{n: {c: ord(z[0]) for c, z in own.items()} for n, own in values.items()} for values in less]
    expected = jackknife(found.value, [theirs(values, 6, "nominal") for values in coded])
    assert found.interval is not None
    assert expected is not None
    assert found.interval.low == pytest.approx(expected.low)
    assert found.interval.high == pytest.approx(expected.high)


def test_the_jackknife_of_a_mean_is_students_interval() -> None:
    numbers = [0.1, 0.4, 0.2, -0.3, 0.0]
    mean = sum(numbers) / 5
    found = jackknife(mean, [(sum(numbers) - each) / 4 for each in numbers])
    error = (sum((each - mean) ** 2 for each in numbers) / 4 / 5) ** 0.5
    low, high = t.interval(0.95, 4, loc=mean, scale=error)
    assert found is not None
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 11, 12, 99, 999])
@pytest.mark.parametrize("level", [0.5, 0.95, 0.999])
def test_students_t_is_scipys(level: float, freedom: int) -> None:
    assert student(level, freedom) == pytest.approx(t.ppf((1 + level) / 2, freedom), rel=1e-8)


def test_below_three_people_there_is_no_interval_and_no_t_without_freedom() -> None:
    assert jackknife(0.5, [0.5, 0.5]) is None
    assert jackknife(0.5, [0.5, 0.5, None]) is None
    with pytest.raises(ValueError, match="no t of"):
        student(0.95, 0)


def test_where_people_sort_by_chance_the_interval_holds_0_about_as_often_as_it_says() -> None:
    random = Random(5)
    found = [made(alpha_of_ranks(by_chance(random, 8, 6), range(6))).interval for _time in range(300)]
    held = sum(each is not None and each.low <= 0 <= each.high for each in found)
    assert 0.88 <= held / 300 <= 0.99


def test_beside_alpha_of_order_stands_how_often_two_people_put_two_cards_the_same_way_round() -> None:
    """Of cards 0, 1, 2: two people order 0 before 1 before 2, one has 1 before 0 and leaves 2 out."""
    sorts = {"a": ranking(0, 1, 2, inner=1), "b": ranking(0, 1, 2, inner=1), "c": ranking(1, 0, inner=1)}
    assert made(alpha_of_ranks(sorts, range(3))).pairs == Pairs(1 + 1 + 1, 3 + 1 + 1)
    level = {"a": zones("iio")[0], "b": zones("iio")[0], "c": ranking(0, 1, 2, inner=2)}
    assert made(alpha_of_ranks(level, range(3))).pairs == Pairs(1 + 3 + 3, 9)


def test_where_nothing_can_be_compared_there_is_no_number() -> None:
    for of in (alpha_of_zones, alpha_of_ranks):
        assert of(zones("iioo"), range(4)) == Refused("few_people")
        assert of(zones("iioo", "iioo"), range(4), least=3) == Refused("few_people")
        assert of(zones("ii..", "--oo"), range(4)) == Refused("no_pairs")
        assert of(zones("iiii", "iiii"), range(4)) == Refused("all_alike")
