"""A spectrum at five people: no middle is taken, each move is counted, and few are not told apart."""

import pytest

from workshop.analysis.spectrum import Spread, band, bands, lane, spread


def test_the_five_bands_are_even_round_the_middle() -> None:
    assert [band(at) for at in (0, 20, 21, 40, 41, 50, 59, 60, 79, 80, 100)] == [
        *(0, 0, 1, 1),
        *(2, 2, 2),
        *(3, 3, 4, 4),
    ]
    assert all(band(at) == 4 - band(100 - at) for at in range(101))
    assert bands([0, 5, 50, 100]) == (2, 0, 1, 0, 1)


def test_moves_are_counted_by_person_and_only_where_both_marks_are_there() -> None:
    found = spread([(20, 80), (50, 50), (90, 30), (10, None), (None, 70), (None, None)])
    assert found == Spread((10, 20, 50, 90), (30, 50, 70, 80), to_a=1, to_b=1, stay=1)
    assert (found.both, found.people) == (3, 4)


@pytest.mark.parametrize(
    ("pairs", "withheld"),
    [
        ([], False),
        ([(10, 20)] * 2, True),
        ([(10, 20)] * 3, False),
        ([(10, 20)] * 3 + [(10, None)], False),
        ([(10, None)] * 3 + [(None, 20)] * 3, False),
        ([(10, 20)] * 2 + [(10, None)] + [(None, 20)], True),
    ],
)
def test_fewer_than_three_are_withheld_whole(
    pairs: list[tuple[int | None, int | None]], withheld: bool
) -> None:
    found = spread(pairs, least=3)
    assert found.is_withheld is withheld
    if withheld:
        assert found == Spread(is_withheld=True)


def test_dots_that_would_touch_are_stacked_and_each_person_has_one() -> None:
    laid = lane([50, 50, 52, 90], people=4)
    assert [round(dot.y) for dot in laid.dots] == [11, 26, 41, 11]
    assert laid.dots[0].x == 200
    centres = [(dot.x, dot.y) for dot in laid.dots]
    assert len(set(centres)) == 4


def test_above_thirty_people_counts_stand_in_five_bars() -> None:
    laid = lane([0] * 20 + [100] * 20, people=40)
    assert laid.dots == ()
    assert [height for _x, _width, height in laid.bars] == [24, 0, 0, 0, 24]
