"""The order of a matrix shows likeness, and rests on what was placed and not on who is listed first."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.divergence import BESIDE, SIDE, WHOLE, by_split, parted
from workshop.analysis.seriation import least_alike, most_alike, seriate
from workshop.analysis.tallies import SortTally

CARDS = [1, 2, 3, 4]
ONE, OTHER = ("inner", "inner", "outer", "outer"), ("outer", "outer", "inner", "inner")


def sorts_of(**people: tuple[str, ...]) -> dict[str, dict[int, str]]:
    return {who: dict(zip(CARDS, zones, strict=True)) for who, zones in people.items()}


def test_who_sorted_alike_stands_together() -> None:
    sorts = sorts_of(a=ONE, b=OTHER, c=ONE, d=OTHER, e=ONE)
    found = seriate(sorts, CARDS)
    assert "".join(found.people) in ("acebd", "bdace")
    assert {frozenset(found.cards[:2]), frozenset(found.cards[2:])} == {frozenset([1, 2]), frozenset([3, 4])}


def test_somebody_between_two_camps_stands_between_them() -> None:
    between = ("inner", "outer", "inner", "outer")
    found = seriate(sorts_of(a=ONE, b=OTHER, c=ONE, d=OTHER, e=between), CARDS)
    assert found.people[2] == "e"


def test_the_end_with_more_inner_comes_first() -> None:
    found = seriate(
        sorts_of(a=("outer",) * 4, b=("inner",) * 4, c=("inner", "inner", "inner", "outer")), CARDS
    )
    assert found.people == ["b", "c", "a"]


@given(st.lists(st.tuples(*[st.sampled_from(["inner", "outer", "unplaced", ""])] * 4), max_size=9))
def test_everybody_and_every_card_is_in_it_once_whatever_was_placed(rows: list[tuple[str, ...]]) -> None:
    sorts = {
        n: {card: zone for card, zone in zip(CARDS, row, strict=True) if zone} for n, row in enumerate(rows)
    }
    found = seriate(sorts, CARDS)
    assert sorted(found.people) == [*range(len(rows))]
    assert sorted(found.cards) == CARDS


@given(st.lists(st.tuples(*[st.sampled_from(["inner", "outer"])] * 4), min_size=2, max_size=8), st.randoms())
def test_the_order_of_a_list_changes_nothing(rows: list[tuple[str, ...]], chance: random.Random) -> None:
    mixed = chance.sample(rows, len(rows))
    read = [
        seriate(sorts_of(**{f"p{n}": row for n, row in enumerate(each)}), CARDS) for each in (rows, mixed)
    ]
    assert [rows[int(who[1:])] for who in read[0].people] == [mixed[int(who[1:])] for who in read[1].people]


def test_who_is_most_and_least_alike() -> None:
    sorts = sorts_of(a=ONE, b=("inner", "inner", "outer", "inner"), c=OTHER, d=ONE)
    assert (most_alike(sorts, CARDS).same, most_alike(sorts, CARDS).pairs) == (4, [("a", "d")])
    assert (least_alike(sorts, CARDS).same, least_alike(sorts, CARDS).pairs) == (0, [("a", "c"), ("c", "d")])


def test_what_two_people_left_open_is_no_likeness() -> None:
    assert most_alike({"a": {1: "inner"}, "b": {1: "inner"}}, CARDS).same == 1


def test_likeness_is_between_two() -> None:
    with pytest.raises(ValueError, match="between two"):
        most_alike(sorts_of(a=ONE), CARDS)


def test_sixty_people_take_no_time() -> None:
    chance = random.Random(4)
    sorts = {n: {card: chance.choice(["inner", "outer"]) for card in range(15)} for n in range(60)}
    assert len(seriate(sorts, list(range(15))).people) == 60


@given(*[st.integers(0, 1000)] * 4)
def test_a_parted_bar_stays_within_its_room(inner: int, outer: int, unplaced: int, silent: int) -> None:
    people = inner + outer + unplaced + silent
    bar = parted(SortTally(inner, outer, unplaced, silent, people))
    assert bar.left >= -1e-9
    assert bar.outer <= SIDE + 1e-9
    assert BESIDE <= bar.end <= WHOLE + 1e-9


def test_the_most_divided_card_comes_first_and_one_that_nobody_placed_last() -> None:
    tallies = [
        SortTally(5, 0, 0, 0, 5),
        SortTally(0, 0, 5, 0, 5),
        SortTally(2, 3, 0, 0, 5),
        SortTally(4, 1, 0, 0, 5),
    ]
    assert [n for n, _tally in by_split(list(enumerate(tallies)))] == [2, 3, 0, 1]
