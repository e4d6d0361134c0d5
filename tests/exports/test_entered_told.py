"""The report says how many answers a facilitator entered, of one as of one."""

import pytest

from tests.exports.test_report import said, taken
from tests.rounds import lay, revealed
from tests.support import make_house
from workshop.models import Mark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("entered", "method", "item"),
    [
        (1, "Of all answers, 1 was entered", "entered 1 answer for people"),
        (2, "Of all answers, 2 were entered", "entered 2 answers for people"),
    ],
)
def test_one_answer_was_entered_and_two_were(entered: int, method: str, item: str) -> None:
    house = make_house(3)
    for seat in house.leaders:
        lay(house, seat, house.pack, {1: "inner"})
    Mark.objects.filter(ballot__seat__in=house.leaders[:entered]).update(proxy=house.fay)
    revealed(house, house.pack)
    text = said(taken(house))
    assert method in text
    assert item in text
