"""Bars: a step for each person."""

from workshop.analysis.bars import bar, split_bar
from workshop.analysis.svg import svg_number


def test_a_bar_has_a_step_for_each_person() -> None:
    found = bar(9, 12)
    assert found.width == 90
    assert found.ticks == (10, 20, 30, 40, 50, 60, 70, 80)


def test_nobody_and_one_person_are_no_error() -> None:
    assert (bar(0, 0).width, bar(0, 0).ticks) == (0, ())
    assert (bar(0, 5).width, bar(0, 5).ticks) == (0, ())
    assert (bar(1, 1).width, bar(1, 1).ticks) == (120, ())


def test_a_thousand_people_have_a_bar_without_ticks() -> None:
    assert bar(1000, 1000).width == 120
    assert bar(999, 1000).ticks == ()


def test_a_split_bar_shares_its_width() -> None:
    found = split_bar(400, 500, 100)
    assert (found.inner, found.outer, found.dashed) == (48, 108, True)
    assert not split_bar(5, 5, 0).dashed
    assert split_bar(0, 0, 0).outer == 0


def test_an_svg_number_has_at_most_one_decimal_and_no_minus_nought() -> None:
    assert [svg_number(n) for n in (47.376, 12, 12.0, -0.04, 0, -25.25, 1234567.0)] == [
        "47.4",
        "12",
        "12",
        "0",
        "0",
        "-25.2",
        "1234567",
    ]
