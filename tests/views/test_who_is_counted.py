"""Who never agreed to take part is asked nothing, and counted nowhere; who says no later leaves no trace."""

import pytest

from tests.rounds import lay, revealed
from tests.support import House, make_house
from workshop.actions.consents import answer_consents
from workshop.models import Seat
from workshop.models.asked_of import seats_asked
from workshop.models.consents import asked_of
from workshop.models.counting import answered
from workshop.models.ground_rules import ground_of

pytestmark = pytest.mark.django_db


def refuse(seat: Seat) -> None:
    answer_consents(seat, {str(item.uid): False for item, _given in asked_of(seat)})


def agreeing(promise: str) -> House:
    """Return a workshop of four of whom all but Ada have agreed, and Ada has said no at once."""
    house = make_house(4, promise=promise, agreed=False)
    for seat in house.others:
        answer_consents(seat, {str(item.uid): True for item, _given in asked_of(seat)})
    refuse(house.ada)
    return house


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_who_never_agreed_is_in_no_count_of_who_is_asked(promise: str) -> None:
    house = agreeing(promise)
    assert answered(house.pack).seats == 3
    assert ground_of(house.workshop).seats == 3
    assert seats_asked(revealed(house, house.pack)) == 3
    answer_consents(house.ada, {str(item.uid): True for item, _given in asked_of(house.ada)})
    assert answered(house.poll).seats == 4


@pytest.mark.parametrize("has_sorted", [True, False])
@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_a_later_no_changes_no_count_where_names_are_hidden(promise: str, has_sorted: bool) -> None:
    house = make_house(4, promise=promise)
    if has_sorted:
        lay(house, house.ada, house.pack, {1: "inner"})
    before = answered(house.pack)
    refuse(house.ada)
    assert answered(house.pack) == before
    assert seats_asked(revealed(house, house.pack)) == 4


@pytest.mark.parametrize(("has_sorted", "asked"), [(True, 4), (False, 3)])
def test_where_names_are_open_a_later_no_counts_as_the_answers_do(has_sorted: bool, asked: int) -> None:
    house = make_house(4)
    if has_sorted:
        lay(house, house.ada, house.pack, {1: "inner"})
    refuse(house.ada)
    assert seats_asked(revealed(house, house.pack)) == asked
