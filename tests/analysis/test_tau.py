"""Kendall's tau-b against scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from workshop.analysis.refused import Refused
from workshop.analysis.tau import Tau, tau_b

NUMBERS = st.dictionaries(st.integers(0, 8), st.sampled_from([1, 1.5, 2, 3, 4.5]), min_size=6)


@given(NUMBERS, NUMBERS)
def test_tau_b_is_scipys_over_the_cards_of_both(one: dict[int, float], other: dict[int, float]) -> None:
    cards = [card for card in one if card in other]
    found = tau_b(one, other)
    if isinstance(found, Tau):
        theirs = kendalltau([one[card] for card in cards], [other[card] for card in cards], variant="b")
        assert found.value == pytest.approx(theirs.statistic)
        assert found.cards == len(cards)
    else:
        level = any(len({order[card] for card in cards}) == 1 for order in (one, other))
        assert found == Refused("few_cards" if len(cards) < 3 else "level")
        assert len(cards) < 3 or level


def test_the_same_way_is_1_and_the_other_way_round_is_minus_1() -> None:
    up = {"a": 1.0, "b": 2.0, "c": 3.5}
    assert tau_b(up, up) == Tau(1, 3)
    assert tau_b(up, {"a": 3, "b": 2, "c": 1, "new": 0}) == Tau(-1, 3)


def test_two_cards_or_a_level_order_say_nothing() -> None:
    assert tau_b({"a": 1, "b": 2}, {"a": 1, "b": 2, "c": 3}) == Refused("few_cards")
    assert tau_b({}, {}) == Refused("few_cards")
    assert tau_b({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "c": 3}) == Refused("level")
