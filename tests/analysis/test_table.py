"""The table's arithmetic: no slip covers another, leaves its zone or hides the words."""

from itertools import combinations
from math import cos, hypot, radians, sin

import pytest

from workshop.analysis.rows import PATTERNS, pattern
from workshop.analysis.slips import Face, Slip
from workshop.analysis.table import Table, at_most, lay_table

Point = tuple[float, float]
SPLITS = [
    (inner, outer, cards - inner - outer)
    for cards in range(1, 13)
    for inner in range(cards + 1)
    for outer in range(cards + 1 - inner)
]


def faces(n: int, first: int = 1) -> list[Face]:
    return [Face(str(k), "Non-research activities") for k in range(first, first + n)]


def lay(inner: int, outer: int, unplaced: int) -> Table:
    return lay_table(faces(inner), faces(outer, 101), faces(unplaced, 201))


def outline(slip: Slip, steps: int = 1) -> list[Point]:
    """The corners of a turned slip, and points along its edges if there are steps."""
    w, h, turn = slip.width / 2, slip.height / 2, radians(slip.tilt)
    corners = [(-w, -h), (w, -h), (w, h), (-w, h)]
    flat = [
        (a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps)
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
        for k in range(steps)
    ]
    return [(slip.x + x * cos(turn) - y * sin(turn), slip.y + x * sin(turn) + y * cos(turn)) for x, y in flat]


def are_apart(one: Slip, other: Slip) -> bool:
    """Two turned rectangles are apart if a line along an edge of one of them parts them."""
    for turn in (one.tilt, one.tilt + 90, other.tilt, other.tilt + 90):
        axis = (cos(radians(turn)), sin(radians(turn)))
        a, b = ([x * axis[0] + y * axis[1] for x, y in outline(slip)] for slip in (one, other))
        if max(a) < min(b) or max(b) < min(a):
            return True
    return False


def radii(slip: Slip) -> list[float]:
    return [hypot(x, y) for x, y in outline(slip, steps=40)]


@pytest.mark.parametrize("split", SPLITS)
def test_no_slip_lies_on_another_for_any_split_of_up_to_twelve_cards(split: tuple[int, int, int]) -> None:
    for one, other in combinations(lay(*split).slips, 2):
        assert are_apart(one, other), (one, other)


@pytest.mark.parametrize("n", range(1, 25))
def test_up_to_twenty_four_slips_in_one_circle_do_not_touch(n: int) -> None:
    for table in (lay(n, 0, 0), lay(0, n, 0)):
        for one, other in combinations(table.slips, 2):
            assert are_apart(one, other), (one, other)


@pytest.mark.parametrize("n", range(1, 25))
def test_inner_slips_stay_on_the_disc_and_clear_of_its_words(n: int) -> None:
    for slip in lay(n, 0, 0).inner:
        assert max(radii(slip)) < 173.5
        near_the_words = [hypot(x, y) for x, y in outline(slip, 40) if y < 0 and abs(x) < -y * 0.95]
        assert max(near_the_words, default=0) < 140


@pytest.mark.parametrize("n", range(1, 25))
def test_outer_slips_stay_on_the_rim_and_clear_of_its_words(n: int) -> None:
    for slip in lay(0, n, 0).outer:
        assert min(radii(slip)) > 174
        assert max(radii(slip)) < 312
        # The words, in their larger size for narrow screens, reach 21.7 degrees to either side.
        near_the_words = [hypot(x, y) for x, y in outline(slip, 40) if y > 0 and abs(x) < y * 0.398]
        assert max(near_the_words, default=0) < 281


@pytest.mark.parametrize("n", range(1, 13))
def test_slips_not_placed_lie_beside_the_table_and_within_the_picture(n: int) -> None:
    for slip in lay(0, 0, n).unplaced:
        assert min(radii(slip)) > 320
        assert all(abs(x) < 326 and abs(y) < 326 for x, y in outline(slip))
        assert slip.off


def test_the_rows_are_the_designs() -> None:
    assert [sum(rows) for rows in PATTERNS] == list(range(13))
    assert PATTERNS[8:] == ((3, 2, 3), (3, 3, 3), (3, 4, 3), (2, 4, 3, 2), (2, 4, 4, 2))
    assert all(sum(pattern(n)) == n for n in range(60))


def test_outer_slips_stand_where_the_design_has_them() -> None:
    where = [(round(slip.x, 1), round(slip.y, 1)) for slip in lay(0, 2, 0).outer]
    assert where == [(-210.4, -121.5), (210.4, 121.5)]
    where = [(round(slip.x, 1), round(slip.y, 1)) for slip in lay(0, 4, 0).outer]
    assert where == [(-171.8, -171.8), (171.8, -171.8), (171.8, 171.8), (-171.8, 171.8)]


def test_more_than_four_cards_not_placed_end_in_a_number() -> None:
    assert [slip.label for slip in lay(0, 0, 4).unplaced] == ["201", "202", "203", "204"]
    assert [slip.label for slip in lay(0, 0, 6).unplaced] == ["201", "202", "203", "+3"]


def test_a_thousand_cards_still_make_a_table() -> None:
    table = lay(1000, 1000, 1000)
    assert [len(zone) for zone in (table.inner, table.outer, table.unplaced)] == [24, 24, 4]
    assert table.inner[-1].label == "+977"
    assert at_most([], 4) == []


def test_from_ten_cards_the_slips_carry_their_label_alone() -> None:
    assert all(slip.lines for slip in lay(5, 4, 0).slips)
    assert not any(slip.lines for slip in lay(5, 5, 0).slips)


def test_a_card_without_a_short_title_shows_its_label_alone() -> None:
    table = lay_table([Face("1", "Language"), Face("2")], [], [])
    assert [bool(slip.lines) for slip in table.inner] == [True, False]


def test_only_the_card_in_front_has_the_marigold_edge() -> None:
    table = lay_table(faces(2), faces(1, 3), [], front="3")
    assert [slip.label for slip in table.slips if slip.front] == ["3"]


def test_the_same_sort_always_looks_the_same() -> None:
    assert lay(3, 2, 1) == lay(3, 2, 1)
    assert lay(0, 0, 0).slips == ()
    assert lay(0, 0, 0).off is None
