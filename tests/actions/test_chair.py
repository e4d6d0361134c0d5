"""The chair: lent for one step, handed on for good, given back and taken back, and never two at once."""

import pytest

from tests.chairs import add_gus, fresh, give_back, hand, lend, now
from tests.stagecraft import put, step_of
from tests.support import House, add_leader, make_house
from workshop.actions.chair import GOOD, STEP, hand_chair, return_chair
from workshop.actions.people import remove_seat, restore_seat
from workshop.actions.screens import screen_link
from workshop.actions.stage import move_stage
from workshop.models import Forbidden, Invalid, Seat, Stale
from workshop.models.stepping import step_before

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


def verbs(house: House) -> list[str]:
    """Return what the history says of the chair and the stage."""
    rows = house.workshop.history.filter(verb__regex="^(chair|stage)_").order_by("n")
    return list(rows.values_list("verb", flat=True))


def test_the_chair_lent_for_a_step_goes_back_when_the_stage_moves_on(house: House) -> None:
    assert lend(house, house.fay, house.ada).chair == house.ada
    assert fresh(house.ada).leads
    workshop = move_stage(fresh(house.ada), step_of(house, "poll"), 1)
    assert (workshop.chair, workshop.chair_lender) == (house.fay, None)
    assert not fresh(house.ada).leads
    assert house.poll.is_open  # moving on opened it, while the chair was still hers
    assert verbs(house) == ["stage_moved", "chair_lent", "chair_returned", "stage_moved"]


def test_who_takes_the_move_back_gives_the_step_its_chair_again(house: House) -> None:
    lend(house, house.fay, house.ada)
    put(house, "results")
    before = step_before(now(house))
    assert before == step_of(house, "welcome")
    assert before is not None
    workshop = move_stage(house.fay, before, 2, back=True)
    assert (workshop.chair, workshop.chair_lender) == (house.ada, house.fay)
    assert step_before(now(house)) is None


def test_the_chair_handed_on_for_good_stays_when_the_stage_moves(house: House) -> None:
    hand(house, house.fay, house.ada)
    put(house, "results")
    assert (now(house).chair, now(house).chair_lender) == (house.ada, None)


def test_who_borrows_hands_on_what_is_lent_and_not_for_good(house: House) -> None:
    ben = house.others[0]
    lend(house, house.fay, house.ada)
    with pytest.raises(Forbidden, match="hand it on for this step, or give it back"):
        hand(house, house.ada, ben)
    workshop = lend(house, house.ada, ben)
    assert (workshop.chair, workshop.chair_lender) == (ben, house.fay)
    assert give_back(house, ben).chair == house.fay
    put(house, "results")
    put(house, "welcome")
    assert now(house).chair == house.fay


@pytest.mark.parametrize("by", ["fay", "ada", "ben"])
def test_facilitators_the_lender_and_the_borrower_end_what_is_lent(house: House, by: str) -> None:
    seats = {"fay": house.fay, "ada": house.ada, "ben": house.others[0]}
    hand(house, house.fay, house.ada)
    lend(house, house.ada, seats["ben"])
    workshop = give_back(house, seats[by])
    assert (workshop.chair, workshop.chair_lender) == (house.ada, None)


def test_what_was_given_for_good_goes_back_to_the_facilitator_who_gave_it(house: House) -> None:
    gus = add_gus(house)
    hand(house, gus, house.ada)
    assert give_back(house, house.ada).chair == gus
    hand(house, gus, house.ada)
    remove_seat(house.fay, gus)
    assert give_back(house, house.ada).chair == house.fay
    hand(house, house.fay, house.ada)
    assert give_back(house, house.fay).chair == house.fay  # a facilitator takes it


def test_an_old_desk_is_refused_and_told_who_has_the_chair(house: House) -> None:
    gus, seen = add_gus(house), now(house).chair_rev
    hand(house, house.fay, house.ada)
    with pytest.raises(Stale, match="Ada is in the chair now"):
        hand_chair(gus, house.others[0], GOOD, seen)
    with pytest.raises(Stale, match="Ada is in the chair now"):
        return_chair(gus, seen)
    assert now(house).chair == house.ada


def test_a_chair_is_not_lent_for_a_step_that_has_left_the_stage(house: House) -> None:
    seen = step_of(house, "welcome").uid
    put(house, "results")
    with pytest.raises(Stale, match="The stage has moved on"):
        hand_chair(house.fay, house.ada, STEP, 0, seen)
    assert now(house).chair == house.fay


def test_what_is_sent_twice_is_done_once(house: House) -> None:
    step, seen = step_of(house, "welcome").uid, now(house).chair_rev
    hand(house, house.fay, house.ada)
    for _again in range(2):
        assert hand_chair(fresh(house.ada), house.others[0], STEP, seen + 1, step).chair == house.others[0]
    for _again in range(2):
        assert return_chair(fresh(house.others[0]), seen + 2).chair == house.ada
    assert now(house).chair_rev == seen + 3


def test_only_who_leads_hands_the_chair_on_and_only_within_the_workshop(house: House) -> None:
    with pytest.raises(Forbidden):
        hand_chair(house.ada, house.others[0], GOOD, 0)
    with pytest.raises(Invalid, match="cannot have the chair"):
        hand_chair(house.zoe, house.others[0], GOOD, 0)
    for elsewhere in (house.zed, house.zoe):
        with pytest.raises(Invalid, match="cannot have the chair"):
            hand(house, house.fay, elsewhere)
    with pytest.raises(Invalid, match="for how long"):
        hand_chair(house.fay, house.ada, "ever", 0)
    assert now(house).chair == house.fay


def test_before_anything_is_on_the_stage_there_is_no_step_to_lend_for() -> None:
    house = make_house(1)
    with pytest.raises(Invalid, match="Nothing is on the stage yet"):
        lend(house, house.fay, house.ada)
    assert hand(house, house.fay, house.ada).chair == house.ada


def test_nobody_gets_the_chair_who_was_removed_or_has_not_agreed_nor_a_screen(house: House) -> None:
    screen_link(house.fay)
    new, wall = add_leader(house.fay, "Gil"), house.workshop.seats.get(role="observer")
    remove_seat(house.fay, house.others[0])
    for seat in (new, wall, house.others[0]):
        with pytest.raises(Invalid, match="cannot have the chair"):
            hand(house, house.fay, seat)


@pytest.mark.parametrize("role", list(Seat.Role))
def test_a_seat_of_any_role_can_be_the_chair(house: House, role: str) -> None:
    Seat.objects.filter(pk=house.ada.pk).update(role=role)
    lend(house, house.fay, house.ada)
    assert move_stage(fresh(house.ada), step_of(house, "results"), 1).step_rev == 2


def test_a_removed_seat_cannot_stay_chair_and_does_not_get_it_back(house: House) -> None:
    lend(house, house.fay, house.ada)
    remove_seat(house.fay, house.ada)
    assert (now(house).chair, now(house).chair_lender) == (house.fay, None)
    restore_seat(house.fay, house.ada)
    put(house, "results")
    put(house, "welcome")
    assert now(house).chair == house.fay


def test_what_a_removed_seat_had_lent_goes_to_who_removed_it(house: House) -> None:
    hand(house, house.fay, house.ada)
    lend(house, house.ada, house.others[0])
    remove_seat(house.fay, house.ada)
    assert (now(house).chair, now(house).chair_lender) == (house.others[0], house.fay)
    put(house, "results")
    assert now(house).chair == house.fay
