"""What is told of a step that was moved once it is gone, or brought ahead; and of a late reveal."""

import pytest
from django.contrib.messages import get_messages

from tests.stagecraft import page, put, reveal, send
from tests.support import House, make_house
from workshop.actions.agenda import discuss_next, move_step
from workshop.actions.ordering import order_discussions, take_back_order
from workshop.actions.removal import remove_step
from workshop.actions.workshops import close_workshop
from workshop.models import Seat, Step, Workshop
from workshop.views import agenda

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """The poll is revealed, and the first discussion was moved down by hand."""
    house = make_house(leaders=4)
    reveal(house)
    move_step(house.fay, first(house), "down")
    return house


def first(house: House) -> Step:
    return house.workshop.steps.filter(kind="card").earliest("position")


def announced(house: House, seat: Seat) -> str:
    """What the agenda of the room announces."""
    return page(house, seat).split('id="live-agenda"')[1].split('data-announce="')[1].split('"')[0]


def test_a_step_that_was_moved_and_is_gone_tells_nobody_of_an_order(house: House) -> None:
    assert announced(house, house.ada) == "Card 2 is now second of six."
    remove_step(house.fay, house.workshop.steps.get(card__number=2).uid)
    assert announced(house, house.ada) == ""
    assert "In an order that was chosen by hand." in page(house, house.ada)


def test_a_step_that_is_brought_ahead_tells_nobody_of_an_order(house: House) -> None:
    put(house, "card", first(house).card)
    put(house, "results")
    discuss_next(house.fay, next(card for card in house.cards if card.number == 2))
    assert announced(house, house.ada) == ""


def test_an_order_by_hand_that_is_back_is_told(house: House) -> None:
    order_discussions(house.fay, "nominations")
    take_back_order(house.fay)
    assert announced(house, house.ada) == "In an order that was chosen by hand."


def test_a_step_that_another_desk_takes_off_meanwhile_is_no_error(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(seat: Seat, step: Step, way: str) -> tuple[int, int]:
        stands = move_step(seat, step, way)
        remove_step(seat, step.uid)
        return stands

    monkeypatch.setattr(agenda, "move_step", moved)
    sent = send(house, house.fay, "step", {"move": "down"}, {"step": first(house).uid})
    assert sent.status_code == 302


def test_a_reveal_after_the_close_is_told_as_a_reveal() -> None:
    house = make_house(leaders=2)
    put(house, "poll")
    close_workshop(house.fay)
    sent = send(house, house.fay, "round-revelation", {"confirmed": "1"}, {"number": house.poll.number})
    assert house.poll.is_revealed
    assert Workshop.objects.get(pk=house.workshop.pk).is_closed
    assert [str(said) for said in get_messages(sent.wsgi_request)] == ["The result is revealed."]
