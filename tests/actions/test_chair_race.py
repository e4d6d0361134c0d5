"""Two people move the chair, or the chair and the stage, in the same moment: one waits and is told."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.chairs import add_gus, fresh, lend, now
from tests.races import under_way, waits
from tests.stagecraft import put, step_of
from tests.support import House, make_house
from workshop.actions import chair, kit
from workshop.actions.chair import GOOD, hand_chair, return_chair
from workshop.actions.stage import move_stage
from workshop.models import Forbidden, Seat, Stale, Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(2)
    put(house, "welcome")
    return house


def unlocked(patch: pytest.MonkeyPatch) -> None:
    """Take the guard away: the workshop is read without its lock."""
    for module in (kit, chair):
        patch.setattr(module, "locked", lambda pk: Workshop.objects.get(pk=pk))


def handings(house: House) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Return Fay handing the chair to Ada, and Gus handing it to Ben, both as they saw it in Fay's hands."""
    gus, rev = add_gus(house), now(house).chair_rev

    def by(seat: Seat, to: Seat) -> Callable[[], Any]:
        return lambda: hand_chair(fresh(seat), to, GOOD, rev)

    return by(house.fay, house.ada), by(gus, house.others[0])


def test_the_second_of_two_who_hand_the_chair_waits_and_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = handings(house)
    with under_way(one, chair, "require_same_chair", monkeypatch):
        waits(other)
    with pytest.raises(Stale, match="Ada is in the chair now"):
        other()
    assert now(house).chair == house.ada


@pytest.mark.postgresql
def test_without_the_lock_both_would_hand_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = handings(house)
    unlocked(monkeypatch)
    with under_way(one, chair, "require_same_chair", monkeypatch):
        other()
        assert now(house).chair == house.others[0]
    assert now(house).chair == house.ada  # over the head of Gus, who was told that Ben has it


def taking_and_moving(house: House) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Return Fay taking back what she lent, and Ada moving the stage with it."""
    lend(house, house.fay, house.ada)
    rev, ada = now(house).chair_rev, fresh(house.ada)
    return (
        lambda: return_chair(fresh(house.fay), rev),
        lambda: move_stage(ada, step_of(house, "results"), 1),
    )


def test_a_move_waits_for_the_chair_that_is_being_taken_and_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, move = taking_and_moving(house)
    with under_way(take, chair, "require_same_chair", monkeypatch):
        waits(move)
    with pytest.raises(Forbidden, match="Fay is in the chair now"):
        move()
    assert now(house).step == step_of(house, "welcome")


@pytest.mark.postgresql
def test_without_the_lock_the_stage_would_move_under_a_chair_that_is_gone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, move = taking_and_moving(house)
    unlocked(monkeypatch)
    with under_way(take, chair, "require_same_chair", monkeypatch):
        move()
    assert now(house).step == step_of(house, "results")
