"""Chairs fill clockwise from the top, and never touch."""

import re
from math import hypot

import pytest

from workshop.analysis.chairs import chairs
from workshop.analysis.quiet import quiet_table
from workshop.analysis.slips import Face


def test_chairs_fill_clockwise_in_order() -> None:
    found = chairs(7, 12).chairs
    assert [chair.taken for chair in found] == [True] * 7 + [False] * 5
    assert [(round(chair.x, 1), round(chair.y, 1)) for chair in found[:4]] == [
        (0, -50),
        (25.0, -43.3),
        (43.3, -25.0),
        (50.0, 0),
    ]


@pytest.mark.parametrize("seats", range(2, 41))
@pytest.mark.parametrize(("reach", "radius"), [(50, 6.5), (332, 17)])
def test_chairs_never_touch(seats: int, reach: float, radius: float) -> None:
    found = chairs(0, seats, reach, radius)
    one, other = found.chairs[:2]
    assert found.radius <= radius
    assert hypot(one.x - other.x, one.y - other.y) > 2 * found.radius


def test_nobody_and_one_seat_are_no_error() -> None:
    assert chairs(0, 0).chairs == ()
    assert len(chairs(1, 1).chairs) == 1
    assert chairs(3, 2).chairs[-1].taken


def test_above_forty_seats_an_arc_shows_how_many() -> None:
    found = chairs(640, 1000)
    assert found.chairs == ()
    assert found.arc is not None
    assert re.match(r"M0 -53\.2A53\.2 53\.2 0 1 1 -?\d", found.arc.part)
    assert "e" not in found.arc.part


def test_the_arc_is_empty_for_nobody_and_whole_for_all() -> None:
    nobody, everybody, half = (chairs(n, 1000).arc for n in (0, 1000, 500))
    assert nobody is not None
    assert nobody.part == ""
    assert everybody is not None
    assert everybody.part == everybody.whole
    assert half is not None
    assert " 0 0 1 0 53.2L0 46.8" in half.part


@pytest.mark.parametrize("seats", range(41))
def test_cards_that_wait_never_lie_on_a_chair(seats: int) -> None:
    table = quiet_table(0, seats, waiting=[Face(str(k)) for k in range(6)])
    assert [slip.label for slip in table.waiting] == ["0", "1", "2", "+3"]
    for slip in table.waiting:
        assert hypot(abs(slip.x) - 47, abs(slip.y) - 35) > 332 + 17 + 2


def test_the_card_in_front_lies_in_the_middle() -> None:
    slip = quiet_table(0, 5, Face("6", "Leadership, capacity")).front
    assert slip is not None
    assert (slip.x, slip.y, slip.front) == (0, 6, True)
    assert [(line.text, line.y) for line in slip.lines] == [("Leadership,", 17.5), ("capacity", 33.0)]
