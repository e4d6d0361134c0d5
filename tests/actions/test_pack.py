"""Being done with the pack."""

import pytest

from tests.support import make_house
from workshop.actions.pack import finish_pack
from workshop.actions.rounds import close_round
from workshop.actions.sort import place_card
from workshop.models import Ballot, Closed, Forbidden, History

pytestmark = pytest.mark.django_db


def test_being_done_twice_is_being_done_once() -> None:
    house = make_house()
    first = finish_pack(house.ada).done_at
    assert finish_pack(house.ada).done_at == first
    assert first
    assert History.objects.filter(verb="pack_finished").count() == 1


def test_a_sort_that_was_begun_is_sent_and_one_that_was_not_is_not_made() -> None:
    house = make_house()
    finish_pack(house.others[0])
    assert not Ballot.objects.exists()
    place_card(house.ada, house.pack, house.cards[0], "inner")
    finish_pack(house.ada)
    assert Ballot.objects.get().state == Ballot.State.SENT


def test_a_change_afterwards_leaves_it_done() -> None:
    house = make_house()
    finish_pack(house.ada)
    place_card(house.ada, house.pack, house.cards[0], "inner")
    house.ada.refresh_from_db()
    assert house.ada.done_at


def test_nobody_is_done_after_the_close_and_no_facilitator_ever() -> None:
    house = make_house()
    with pytest.raises(Forbidden):
        finish_pack(house.fay)
    close_round(house.fay, house.pack)
    with pytest.raises(Closed):
        finish_pack(house.ada)
    house.ada.refresh_from_db()
    assert house.ada.done_at is None
