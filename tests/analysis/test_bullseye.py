"""The bullseye: as many dots as people, none on another, each in its ring."""

from itertools import combinations
from math import hypot

import pytest

from workshop.analysis.bullseye import Dot, bullseye


def rounded(dots: tuple[Dot, ...]) -> list[tuple[float, float]]:
    return [(round(dot.x, 1), round(dot.y, 1)) for dot in dots]


def gap(one: Dot, other: Dot) -> float:
    return hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius


@pytest.mark.parametrize("n", range(31))
def test_each_person_is_one_dot_and_no_dot_lies_on_another(n: int) -> None:
    for picture in (bullseye(n, 0, 0), bullseye(0, n, 0), bullseye(0, 0, n)):
        dots = picture.inner + picture.outer + picture.unplaced
        assert len(dots) == n
        assert all(gap(one, other) > 1 for one, other in combinations(dots, 2))


@pytest.mark.parametrize("n", range(1, 31))
def test_each_dot_lies_in_its_own_ring(n: int) -> None:
    assert all(hypot(dot.x, dot.y) + dot.radius < 51 for dot in bullseye(n, 0, 0).inner)
    assert all(52 < hypot(dot.x, dot.y) - dot.radius < 74 for dot in bullseye(0, n, 0).outer)
    for dot in bullseye(0, 0, n).unplaced:
        assert hypot(dot.x, dot.y) - dot.radius > 82
        assert max(abs(dot.x), abs(dot.y)) + dot.radius < 100


def test_the_dots_lie_where_the_design_has_them() -> None:
    picture = bullseye(7, 4, 1)
    assert rounded(picture.inner)[:3] == [(0, 0), (6.3, -25.2), (25.0, -7.2)]
    assert rounded(picture.outer) == [(47.4, -47.4), (47.4, 47.4), (-47.4, 47.4), (-47.4, -47.4)]
    assert rounded(picture.unplaced) == [(76, 76)]
    assert rounded(bullseye(10, 0, 0).inner)[3:5] == [(8.5, -34.0), (31.8, -14.6)]
    assert rounded(bullseye(4, 0, 0).inner)[0] == (4.1, -16.5)


def test_the_dots_depend_on_the_counts_alone() -> None:
    assert bullseye(5, 6, 1) == bullseye(5, 6, 1)


def test_above_thirty_people_it_is_a_bar() -> None:
    assert not bullseye(10, 10, 10).is_bar
    assert bullseye(10, 10, 11).is_bar
    assert bullseye(10, 10, 0, people=31).is_bar
    assert bullseye(500, 400, 100).inner == ()
