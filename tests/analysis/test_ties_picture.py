"""The picture of links: who sits where, and where arrows end."""

import re
from itertools import combinations
from math import hypot

import pytest

from workshop.analysis.ties_picture import (
    CLEAR,
    MOST_ARROWS,
    MOST_CARDS,
    RADIUS,
    SLIP_WIDTH,
    Arrow,
    TiedSlip,
    draw,
    drawable,
)


def tip(arrow: Arrow) -> tuple[float, float]:
    """Return the point of an arrow."""
    x, y = re.findall(r"-?[\d.]+", arrow.head)[:2]
    return float(x), float(y)


def far(slip: TiedSlip, point: tuple[float, float]) -> float:
    """Return how far a point is from the middle of a slip."""
    return hypot(slip.x - point[0], slip.y - point[1])


def test_cards_sit_round_the_table_in_their_order_from_the_top() -> None:
    first, second, third, fourth = draw([7, 3, 5, 1], [(7, 3), (5, 1)]).slips
    assert [slip.card for slip in (first, second, third, fourth)] == [7, 3, 5, 1]
    assert (round(first.x), first.y) == (0, -RADIUS)
    assert second.x == pytest.approx(RADIUS)
    assert [slip.anchor for slip in (first, second, third, fourth)] == ["middle", "start", "middle", "end"]


@pytest.mark.parametrize("cards", [2, 5, MOST_CARDS])
def test_no_two_slips_lie_on_one_another(cards: int) -> None:
    slips = draw([*range(cards)], [(0, 1), (1, 0)]).slips
    assert min(far(one, (other.x, other.y)) for one, other in combinations(slips, 2)) > SLIP_WIDTH


@pytest.mark.parametrize("cards", [2, 3, MOST_CARDS])
def test_an_arrow_ends_right_at_the_card_that_is_borne_on(cards: int) -> None:
    links = [(0, head) for head in range(1, cards)] + [(1, 0)]
    picture = draw([*range(cards)], links)
    for (_tail, head), arrow in zip(links, picture.arrows, strict=True):
        assert far(picture.slips[head], tip(arrow)) == pytest.approx(CLEAR, abs=0.2)
        x, y = tip(arrow)
        assert hypot(x, y) < RADIUS


def test_two_arrows_between_the_same_cards_lie_apart_and_equal_ones_are_one() -> None:
    there, back = draw([1, 2], [(1, 2), (2, 1), (1, 2)]).arrows
    assert (there.count, back.count) == (2, 1)
    assert there.line != back.line
    bends = [float(re.findall(r"Q(-?[\d.]+)", arrow.line)[0]) for arrow in (there, back)]
    assert bends[0] == -bends[1] != 0


def test_one_link_is_a_sentence_and_too_many_cards_or_arrows_a_list() -> None:
    assert drawable(2, MOST_CARDS, MOST_ARROWS)
    assert not drawable(1, 2, 1)
    assert not drawable(20, MOST_CARDS + 1, 20)
    assert not drawable(20, MOST_CARDS, MOST_ARROWS + 1)
