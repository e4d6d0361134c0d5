"""A press of who led until a moment ago: refused under the lock, whatever it would do."""

import uuid
from collections.abc import Callable

import pytest

from tests.chairs import fresh, give_back, lend, now
from tests.stagecraft import put, step_of
from tests.support import House, make_house
from tests.synthesis import change, wanted
from workshop.actions.agenda import add_discussion
from workshop.actions.proposals import drop_proposal, propose_change
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop
from workshop.models import Forbidden, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


PRESSES: dict[str, Callable[[House, Seat], object]] = {
    "move": lambda house, seat: move_stage(seat, step_of(house, "results"), 1),
    "open": lambda house, seat: open_round(seat, house.poll),
    "close": lambda house, seat: close_round(seat, house.pack),
    "reveal": lambda house, seat: reveal_round(seat, house.pack),
    "agenda": lambda house, seat: add_discussion(seat, house.cards[0]),
    "change": lambda house, seat: change(seat, "retire", house.cards[:1]),
    "drop": lambda house, seat: drop_proposal(seat, house.workshop.proposals.get()),
    "end": lambda house, seat: close_workshop(seat),
}


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_a_press_after_the_chair_went_is_refused_and_changes_nothing(
    house: House, press: Callable[[House, Seat], object]
) -> None:
    propose_change(house.others[0], wanted(house.workshop, "retire", house.cards[1:2]), uid=uuid.uuid4())
    lend(house, house.fay, house.ada)
    ada = fresh(house.ada)  # as her page was let in, a moment before
    assert ada.leads
    give_back(house, house.fay)
    before = house.workshop.history.count()
    with pytest.raises(Forbidden, match="Fay is in the chair now"):
        press(house, ada)
    assert house.workshop.history.count() == before
    assert (now(house).step_rev, house.poll.state, house.pack.state) == (1, "draft", "open")
