"""Several results of a kind stand on one page."""

import re
from collections import Counter

import pytest

from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.stagecraft import page, put, reveal
from tests.support import House, make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Two polls, two sorts and two spectrums are revealed."""
    house = make_house(leaders=4)
    reveal(house)
    give_poles(house, 1, 2)
    for kind in ("poll", "sort", "sort", "spectrum", "spectrum"):
        round = asked(house, kind)
        for seat in house.leaders:
            if kind == "sort":
                lay(house, seat, round, {1: "inner", 2: "outer"})
            elif kind == "spectrum":
                mark(house, seat, round, 1, 20, 60)
        revealed(house, round)
    put(house, "results")
    return house


@pytest.mark.parametrize("name", ["room", "desk"])
def test_each_result_has_names_of_its_own_for_its_parts(house: House, name: str) -> None:
    html = page(house, house.ada if name == "room" else house.fay, name)
    found = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert {key for key, count in found.items() if count > 1} == set()
    assert len([key for key in found if "-table-" in key]) == 8  # each line has one of its moves, too


@pytest.mark.parametrize("who", ["ada", "fay"])
def test_each_result_has_names_of_its_own_on_the_page_of_results_too(house: House, who: str) -> None:
    html = page(house, getattr(house, who), "results")
    found = Counter(re.findall(r'\sid="([^"]+)"', html))
    named = " ".join(re.findall(r'aria-labelledby="([^"]+)"', html)).split()
    assert {key for key, count in found.items() if count > 1} == set()
    assert {*named} <= {*found}
    assert len([key for key in found if key.startswith("figures-")]) >= 4
