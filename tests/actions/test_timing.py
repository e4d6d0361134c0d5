"""The timer informs: one for a step, extended once a press, over when the stage moves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.stagecraft import put
from tests.support import House, make_house
from workshop.actions.timing import extend_timer, start_timer, stop_timer
from workshop.actions.workshops import close_workshop
from workshop.models import Forbidden, Invalid, Stale, Timer, Workshop
from workshop.models.timing import checked_minutes, timer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(1)


def timer(house: House) -> Timer | None:
    """The timer of the step on the stage, read afresh."""
    return timer_of(Workshop.objects.get(pk=house.workshop.pk))


def test_there_is_no_timer_until_who_leads_starts_one(house: House) -> None:
    assert timer(house) is None
    began = timezone.now()
    started = start_timer(house.fay, 5)
    assert began + timedelta(minutes=5) <= started.ends_at <= timezone.now() + timedelta(minutes=5)
    assert timer(house) == started


def test_starting_twice_changes_nothing(house: House) -> None:
    first = start_timer(house.fay, 5)
    assert start_timer(house.fay, 10).ends_at == first.ends_at


def test_a_press_for_more_time_that_comes_twice_counts_once(house: House) -> None:
    started = start_timer(house.fay, 5)
    extend_timer(house.fay, 1, 1)
    again = extend_timer(house.fay, 1, 1)
    assert again.ends_at == started.ends_at + timedelta(minutes=1)
    assert extend_timer(house.fay, 5, 2).ends_at == started.ends_at + timedelta(minutes=6)


def test_more_time_after_the_end_counts_from_now(house: House) -> None:
    start_timer(house.fay, 5)
    Timer.objects.update(ends_at=timezone.now() - timedelta(minutes=30))
    began = timezone.now()
    assert extend_timer(house.fay, 1, 1).ends_at >= began + timedelta(minutes=1)


def test_a_timer_belongs_to_its_step(house: House) -> None:
    start_timer(house.fay, 5)
    put(house, "welcome")
    assert timer(house) is None
    with pytest.raises(Stale):
        extend_timer(house.fay, 1, 1)
    assert start_timer(house.fay, 2).rev == 1


def test_a_timer_can_be_stopped_twice_and_started_again(house: House) -> None:
    start_timer(house.fay, 5)
    stop_timer(house.fay)
    stop_timer(house.fay)
    assert timer(house) is None
    start_timer(house.fay, 5)
    assert timer(house)


def test_only_who_leads_sets_a_timer(house: House) -> None:
    acts = (
        lambda: start_timer(house.ada, 5),
        lambda: extend_timer(house.ada, 1, 1),
        lambda: stop_timer(house.ada),
    )
    for act in acts:
        with pytest.raises(Forbidden):
            act()


def test_a_timer_is_in_no_history_and_the_close_ends_it(house: House) -> None:
    before = house.workshop.history.count()
    start_timer(house.fay, 5)
    assert house.workshop.history.count() == before
    close_workshop(house.fay)
    assert not Timer.objects.exists()


@pytest.mark.parametrize("sent", ["", "0", "181", "-5", "2.5", "five", "٣x", "9" * 5000])
def test_what_is_no_number_of_minutes_is_refused(sent: str) -> None:
    with pytest.raises(Invalid, match="from 1 to 180"):
        checked_minutes(sent)


def test_minutes_are_read_with_spaces_round_them() -> None:
    assert checked_minutes(" 12 ") == 12
