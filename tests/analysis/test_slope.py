"""The slope chart: lines join the same card, end where it ends, and never lie on one another."""

import pytest

from workshop.analysis.slope import GAP, LEFT, certain_way, slope


def test_a_card_that_rises_a_card_that_ends_and_one_that_is_new() -> None:
    chart = slope([{"1": 0.2, "2": 0.5}, {"1": 0.8, "3": 0.5}])

    assert {dot.label: dot.look for dot in chart.dots if dot.x > LEFT + GAP / 2} == {"1": "up", "3": "new"}
    assert sorted(line.look for line in chart.lines) == ["ends", "up"]
    rising = next(line for line in chart.lines if line.look == "up")
    assert rising.y2 < rising.y1
    assert chart.posts == [LEFT, LEFT + GAP]


def test_cards_with_the_same_share_stand_side_by_side() -> None:
    chart = slope([{"1": 0.5, "2": 0.5, "3": 0.5}])
    assert len({dot.x for dot in chart.dots}) == 3
    assert len({dot.y for dot in chart.dots}) == 1


def test_a_card_may_have_another_label_in_each_column() -> None:
    chart = slope([{"a": 0.5}, {"a": 0.5}], [{"a": "12"}, {"a": "3"}])
    assert [dot.label for dot in chart.dots] == ["12", "3"]
    assert len(chart.lines) == 1


def test_nothing_to_compare_is_an_empty_chart() -> None:
    assert slope([]).dots == []


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ((1, 5), (1, 4), ""),  # whoever stayed away had not chosen it
        ((4, 5), (3, 4), ""),  # whoever stayed away had
        ((1, 4), (2, 5), ""),
        ((1, 5), (3, 4), "up"),
        ((4, 5), (2, 4), "down"),
        ((1, 4), (3, 5), "up"),
        ((2, 4), (1, 5), "down"),
        ((2, 5), (3, 5), "up"),
        ((2, 5), (2, 5), ""),
    ],
)
def test_a_count_goes_a_way_only_by_more_than_who_answered_explains(
    before: tuple[int, int], after: tuple[int, int], way: str
) -> None:
    assert certain_way(before, after) == way
