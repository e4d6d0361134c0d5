"""Gwet's AC1 against examples of the literature, and against counting pair by pair."""

from itertools import combinations

import pytest
from hypothesis import given

from tests.analysis.sorting import Sorts, drawn, zones
from tests.analysis.test_alpha import observed
from workshop.analysis.ac1 import ac1, ac1_of_zones
from workshop.analysis.agreement import Pairs
from workshop.analysis.alpha import Corrected, alpha
from workshop.analysis.ratings import rate
from workshop.analysis.refused import Refused


def test_four_observers_with_missing_values_and_fleiss_patients_come_to_what_gwets_program_prints() -> None:
    # cac.raw4raters of the R package irrCAC, which has the observers of Krippendorff (2011): 0.77544.
    assert ac1(rate(observed(), range(12)).counts) == pytest.approx(0.77544, abs=0.000005)
    # Its distrib.6raters: the first fifteen patients of Fleiss (1971), each seen by six psychiatrists.
    patients = "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031"
    counts = [[int(n) for n in patient] for patient in patients.split()]
    assert ac1(counts) == pytest.approx(0.4448007, abs=5e-8)
    assert alpha(counts, "nominal") == pytest.approx(0.4204384, abs=5e-8)


def test_where_kappa_falls_below_0_ac1_stays_by_what_can_be_seen() -> None:
    # Of 125 cases two observers both said yes to 118, and one of them alone to 5 and to 2: K. L. Gwet (2002).
    counts = [[2, 0]] * 118 + [[1, 1]] * 7
    assert ac1(counts) == pytest.approx(0.9408, abs=0.00005)
    assert alpha(counts, "nominal") == pytest.approx(-0.0247, abs=0.0001)


def test_29_of_30_equal_placements_are_close_to_1() -> None:
    found = ac1_of_zones(zones(*["iiiiii"] * 4, "iiiiio"), range(6))
    assert isinstance(found, Corrected)
    assert found.value == pytest.approx((56 / 60 - 2 * 29 / 30 / 30) / (1 - 2 * 29 / 30 / 30))
    assert found.pairs == Pairs(56, 60)
    assert found.interval is not None
    assert found.interval.low < found.value < found.interval.high == 1


@given(drawn())
def test_it_is_what_going_through_pairs_of_people_gives(sorts: Sorts) -> None:
    found = ac1_of_zones(sorts, range(6))
    placed = [
        [own[card][0] for own in sorts.values() if own.get(card, ("unplaced",))[0] != "unplaced"]
        for card in range(6)
    ]
    paired = [[one == other for one, other in combinations(card, 2)] for card in placed if len(card) > 1]
    if not isinstance(found, Corrected):
        assert not paired
        return
    said = [card for card in placed if card]
    inner = sum(card.count("inner") / len(card) for card in said) / len(said)
    chance = 2 * inner * (1 - inner)
    agreed = sum(sum(pairs) / len(pairs) for pairs in paired) / len(paired)
    assert found.value == pytest.approx((agreed - chance) / (1 - chance))


def test_the_interval_leaves_each_person_out_in_turn() -> None:
    everybody = ["iiiooo", "iiiooo", "iioioo", "oiio-o"]
    without = [ac1_of_zones(zones(*everybody[:n], *everybody[n + 1 :]), range(6)) for n in range(4)]
    values = [each.value for each in without if isinstance(each, Corrected)]
    found = ac1_of_zones(zones(*everybody), range(6))
    assert isinstance(found, Corrected)
    assert found.interval is not None
    error = (3 / 4 * sum((each - sum(values) / 4) ** 2 for each in values)) ** 0.5
    assert found.interval.low == pytest.approx(found.value - 3.182446 * error, abs=1e-6)


def test_where_nothing_can_be_compared_there_is_no_number() -> None:
    assert ac1_of_zones(zones("iioo"), range(4)) == Refused("few_people")
    assert ac1_of_zones(zones("iioo", "iioo"), range(4), least=3) == Refused("few_people")
    assert ac1_of_zones(zones("ii..", "--oo"), range(4)) == Refused("no_pairs")
    full = ac1_of_zones(zones("iiii", "iiii"), range(4))
    assert isinstance(full, Corrected)
    assert full.value == 1
