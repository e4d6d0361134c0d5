"""What somebody needs who says it to a facilitator: marked, theirs once they save, and not written over."""

import json

import pytest

from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.needs import save_needs, tick_needs_for
from workshop.actions.people import remove_seat
from workshop.exports.own_data import own_document
from workshop.models import Closed, ConsentItem, Forbidden, History, Need, Stale
from workshop.models.needs import WantedNeeds, need_of

pytestmark = pytest.mark.django_db
ALOUD = WantedNeeds(["large_print", "extra_time"], "A break every half hour")


@pytest.fixture
def house() -> House:
    return make_house(leaders=3, promise="hidden")


def test_what_was_said_aloud_is_kept_as_ticked_by_a_facilitator(house: House) -> None:
    tick_needs_for(house.fay, house.ada, ALOUD, 0)
    need = need_of(house.ada)
    assert (need.keys, need.more, need.proxy_id) == (["large_print", "extra_time"], ALOUD.more, house.fay.pk)
    [row] = own_document(house.ada)["needs"]
    assert row["entered_by_a_facilitator"] is True


def test_the_history_says_who_ticked_and_neither_for_whom_nor_what(house: House) -> None:
    tick_needs_for(house.fay, house.ada, ALOUD, 0)
    row = History.objects.get(verb="needs_ticked_for")
    assert (row.seat_id, row.ids) == (house.fay.pk, {})
    kept = json.dumps(exported(house))
    assert not any(word in kept for word in ("large_print", "large print", "half hour"))


def test_the_same_press_again_changes_nothing_and_stands_once_in_the_history(house: House) -> None:
    for _press in range(2):
        tick_needs_for(house.fay, house.ada, ALOUD, 0)
    assert need_of(house.ada).rev == 1
    assert History.objects.filter(verb="needs_ticked_for").count() == 1


def test_once_they_save_it_is_theirs_and_no_facilitator_writes_over_it(house: House) -> None:
    tick_needs_for(house.fay, house.ada, ALOUD, 0)
    save_needs(house.ada, ALOUD, 1)
    assert (need_of(house.ada).proxy_id, need_of(house.ada).rev) == (None, 2)
    with pytest.raises(Forbidden, match="only they can change it"):
        tick_needs_for(house.fay, house.ada, WantedNeeds(), 2)
    assert need_of(house.ada).keys == ["large_print", "extra_time"]


def test_who_pressed_that_nothing_is_needed_may_say_more_aloud(house: House) -> None:
    save_needs(house.ada, WantedNeeds(), 0)
    tick_needs_for(house.fay, house.ada, ALOUD, 1)
    assert need_of(house.ada).keys == ["large_print", "extra_time"]


def test_two_facilitators_who_tick_at_once_do_not_write_over_each_other(house: House) -> None:
    tick_needs_for(house.fay, house.ada, ALOUD, 0)
    with pytest.raises(Stale):
        tick_needs_for(house.fay, house.ada, WantedNeeds(["word_file"]), 0)


def test_only_a_facilitator_of_theirs_ticks_and_only_for_who_takes_part(house: House) -> None:
    for by, seat in ((house.others[0], house.ada), (house.zed, house.ada), (house.fay, house.fay)):
        with pytest.raises(Forbidden):
            tick_needs_for(by, seat, ALOUD, 0)
    remove_seat(house.fay, house.others[0])
    with pytest.raises(Closed):
        tick_needs_for(house.fay, house.others[0], ALOUD, 0)
    assert not Need.objects.exists()


def test_it_does_not_wait_for_an_agreement_since_one_has_to_read_what_one_agrees_to(house: House) -> None:
    ConsentItem.objects.create(workshop=house.workshop, text="I take part", required=True, position=9)
    tick_needs_for(house.fay, house.ada, WantedNeeds(["larger_text"]), 0)
    assert need_of(house.ada).larger_text
