"""Agreement, checked against scipy and by counting."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from workshop.analysis.agreement import Pairs, pairs_that_agree, split_index, wilson


@given(st.integers(1, 1000), st.data(), st.sampled_from([0.8, 0.95, 0.99]))
def test_the_wilson_interval_is_scipys(people: int, data: st.DataObject, level: float) -> None:
    count = data.draw(st.integers(0, people))
    ours, theirs = wilson(count, people, level), binomtest(count, people).proportion_ci(level, "wilson")
    assert ours.low == pytest.approx(theirs.low, abs=1e-9)
    assert ours.high == pytest.approx(theirs.high, abs=1e-9)


def test_five_of_five_is_no_proof_of_everybody() -> None:
    interval = wilson(5, 5)
    assert round(interval.low, 2) == 0.57
    assert interval.high == 1.0


def test_without_people_the_interval_is_everything() -> None:
    interval = wilson(0, 0)
    assert (interval.low, interval.high) == (0.0, 1.0)


@pytest.mark.parametrize(("count", "people"), [(6, 5), (-1, 5), (1, 0)])
def test_a_count_outside_the_group_is_refused(count: int, people: int) -> None:
    with pytest.raises(ValueError, match="is not between"):
        wilson(count, people)


@given(st.integers(0, 12), st.integers(0, 12))
def test_pairs_are_counted_as_by_hand(inner: int, outer: int) -> None:
    pairs = list(combinations("i" * inner + "o" * outer, 2))
    found = pairs_that_agree(inner, outer)
    assert found == (Pairs(sum(a == b for a, b in pairs), len(pairs)) if pairs else None)


def test_one_person_alone_agrees_with_nobody() -> None:
    assert pairs_that_agree(1, 0) is None
    assert pairs_that_agree(0, 0) is None
    assert pairs_that_agree(4, 1) == Pairs(6, 10)


def test_the_split_index_runs_from_nobody_apart_to_half_and_half() -> None:
    assert split_index(5, 0) == 0
    assert split_index(3, 3) == 1
    assert split_index(500, 500) == 1
    assert split_index(1, 3) == split_index(3, 1) == pytest.approx(0.75)
    assert split_index(0, 0) is None
