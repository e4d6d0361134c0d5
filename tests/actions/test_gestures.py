"""Hands wait in order; "ready" and signals end with their step; a press that comes twice changes nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.stagecraft import put
from tests.support import House, make_house
from workshop.actions.breaks import add_break
from workshop.actions.gestures import lower_all, lower_hand, raise_again, set_gesture
from workshop.actions.workshops import close_workshop
from workshop.live.gestures import gestures
from workshop.models import Closed, Forbidden, Gesture, Invalid, Seat, Stale, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.gestures import own_gestures

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(3)


def queue(house: House) -> list[str]:
    """The names of the hands that are up, in order."""
    shown = gestures(Workshop.objects.get(pk=house.workshop.pk), FACILITATORS)
    return [hand.name for hand in shown["queue"]]


def raise_all(house: House) -> None:
    """Cem, Ada and Ben raise their hands, in this order."""
    for seat in (house.others[1], house.ada, house.others[0]):
        set_gesture(seat, "hand", True)


def counts(house: House) -> dict[str, int]:
    """How many seats show what."""
    up = Gesture.objects.of(Workshop.objects.get(pk=house.workshop.pk)).up()
    return {kind: up.filter(kind=kind).count() for kind in up.values_list("kind", flat=True)}


def test_hands_wait_in_the_order_in_which_they_went_up(house: House) -> None:
    raise_all(house)
    assert queue(house) == ["Cem", "Ada", "Ben"]


def test_a_press_that_comes_twice_keeps_its_place(house: House) -> None:
    raise_all(house)
    assert not set_gesture(house.others[1], "hand", True)
    assert queue(house) == ["Cem", "Ada", "Ben"]


def test_a_hand_that_was_taken_back_goes_to_the_end(house: House) -> None:
    raise_all(house)
    assert set_gesture(house.others[1], "hand", False)
    assert not set_gesture(house.others[1], "hand", False)
    set_gesture(house.others[1], "hand", True)
    assert queue(house) == ["Ada", "Ben", "Cem"]


def test_who_leads_lowers_one_hand_and_puts_it_back_in_its_old_place(house: House) -> None:
    raise_all(house)
    lower_hand(house.fay, house.ada.gestures.get().uid)
    assert queue(house) == ["Cem", "Ben"]
    raise_again(house.fay, "hand")
    assert queue(house) == ["Cem", "Ada", "Ben"]


def test_all_hands_that_were_lowered_together_go_back_together_and_no_others(house: House) -> None:
    raise_all(house)
    lower_hand(house.fay, house.ada.gestures.get().uid)
    lower_all(house.fay, "hand")
    lower_all(house.fay, "hand")
    assert queue(house) == []
    raise_again(house.fay, "hand")
    assert queue(house) == ["Cem", "Ben"]


def test_a_hand_and_a_pause_stay_when_the_stage_moves_and_the_rest_is_forgotten(house: House) -> None:
    for kind in ("hand", "ready", "plainer", "pause", "time"):
        set_gesture(house.ada, kind, True)
    put(house, "welcome")
    assert counts(house) == {"hand": 1, "pause": 1}
    assert set(house.ada.gestures.values_list("kind", flat=True)) == {"hand", "pause"}
    assert set(own_gestures(house.ada)) == {"hand", "pause"}
    assert not set_gesture(house.ada, "pause", True)


def test_a_pause_that_was_heard_is_forgotten_with_the_next_step(house: House) -> None:
    set_gesture(house.ada, "pause", True)
    put(house, "welcome")
    lower_all(house.fay, "pause")
    put(house, "poll")
    assert not house.ada.gestures.exists()


def test_a_break_is_the_pause_that_was_asked_for(house: House) -> None:
    add_break(house.fay, 10)
    for kind in ("hand", "pause"):
        set_gesture(house.ada, kind, True)
    put(house, "break")
    assert list(house.ada.gestures.values_list("kind", flat=True)) == ["hand"]


def test_ready_for_a_step_that_is_over_is_refused(house: House) -> None:
    put(house, "welcome")
    with pytest.raises(Stale, match="moved on"):
        set_gesture(house.ada, "ready", True, 0)
    set_gesture(house.ada, "ready", True, 1)
    assert counts(house) == {"ready": 1}


def test_a_signal_that_was_heard_is_over_and_may_come_again_after_a_minute(house: House) -> None:
    set_gesture(house.ada, "pause", True)
    lower_all(house.fay, "pause")
    assert counts(house) == {}
    with pytest.raises(Closed, match="heard this a moment ago"):
        set_gesture(house.ada, "pause", True)
    set_gesture(house.ada, "pause", False)  # taking back what is over is no way round it
    heard = house.ada.gestures.get()
    assert heard.lowered_at
    house.ada.gestures.update(lowered_at=heard.lowered_at - timedelta(minutes=2))
    set_gesture(house.ada, "pause", True)
    assert counts(house) == {"pause": 1}


def test_only_participants_show_gestures_and_only_who_leads_lowers_them(house: House) -> None:
    watcher = Seat.objects.create(workshop=house.workshop, pseudonym="O1", role="observer")
    for seat in (house.fay, watcher):
        with pytest.raises(Forbidden):
            set_gesture(seat, "hand", True)
    raise_all(house)
    acts: tuple[Callable[[], object], ...] = (
        lambda: lower_hand(house.ada, house.ada.gestures.get().uid),
        lambda: lower_all(house.ada, "hand"),
        lambda: raise_again(house.ada, "hand"),
    )
    for act in acts:
        with pytest.raises(Forbidden):
            act()
    assert counts(house) == {"hand": 3}


def test_what_is_no_gesture_is_refused(house: House) -> None:
    with pytest.raises(Invalid):
        set_gesture(house.ada, "applause", True)
    with pytest.raises(Invalid):
        lower_all(house.fay, "applause")


def test_another_workshops_hand_stays_up(house: House) -> None:
    set_gesture(house.zed, "hand", True)
    lower_hand(house.fay, house.zed.gestures.get().uid)
    lower_all(house.fay, "hand")
    assert house.zed.gestures.get().lowered_at is None


def test_a_removed_seat_shows_nothing(house: House) -> None:
    raise_all(house)
    Seat.objects.filter(pk=house.ada.pk).update(removed_at=house.workshop.created_at)
    assert queue(house) == ["Cem", "Ben"]


def test_gestures_are_in_no_history_and_the_close_forgets_them(house: House) -> None:
    before = house.workshop.history.count()
    raise_all(house)
    set_gesture(house.ada, "pause", True)
    lower_all(house.fay, "hand")
    raise_again(house.fay, "hand")
    assert house.workshop.history.count() == before
    close_workshop(house.fay)
    assert not Gesture.objects.filter(seat__workshop=house.workshop).exists()
