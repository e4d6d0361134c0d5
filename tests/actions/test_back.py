"""A jump of the stage is taken back at one press: timer, break and round are as they were before it."""

import pytest

from tests.going_back import back, go, now, state, step_now
from tests.questions import add
from tests.stagecraft import page, put, reveal, say, send, step_of, vote
from tests.support import House, make_house
from workshop.actions.agenda import move_step
from workshop.actions.breaks import add_break
from workshop.actions.removal import remove_step
from workshop.actions.rounds import close_round
from workshop.actions.step_notes import save_step_note
from workshop.actions.timing import start_timer
from workshop.live.agenda import items_of
from workshop.models import Step, Timer
from workshop.models.timing import timer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop at its welcome, with Ada and Ben."""
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


@pytest.mark.parametrize("kind", ["poll", "break", "results", "close", "change"])
def test_a_jump_by_mistake_is_undone_to_exactly_where_the_group_was(house: House, kind: str) -> None:
    add_break(house.fay, 20)
    send(house, house.fay, "steps", {"kind": "change"})
    start_timer(house.fay, 10)
    before = state(house)
    go(house, step_of(house, kind))
    assert state(house) != before
    assert timer_of(now(house)) is None
    back(house)
    assert state(house) == before


def test_a_jump_out_of_a_break_and_two_jumps_in_a_row_are_undone_the_same_way(house: House) -> None:
    go(house, add_break(house.fay, 20))
    over_at = step_now(house).over_at
    start_timer(house.fay, 5)
    before = state(house)
    for kind in ("poll", "results"):
        go(house, step_of(house, kind))
    back(house)
    back(house)
    assert state(house) == before
    assert step_now(house).over_at == over_at


def test_a_discussion_that_was_on_by_mistake_can_be_moved_and_taken_off_again(house: House) -> None:
    reveal(house)
    waits = step_of(house, "card", house.cards[1])
    before = state(house)
    go(house, waits)
    back(house)
    assert state(house) == before
    move_step(house.fay, waits, "down")
    remove_step(house.fay, waits.uid)


@pytest.mark.parametrize("what", ["comment", "note"])
def test_what_was_said_or_noted_there_stays_and_its_step_has_begun(house: House, what: str) -> None:
    reveal(house)
    there = step_of(house, "card", house.cards[1])
    go(house, there)
    if what == "comment":
        say(house, house.ada, house.cards[1], "While it lay there.")
    else:
        save_step_note(house.fay, there, "They saw it.", 0)
    back(house)
    there.refresh_from_db()
    assert (there.state, there.ended_at, there.is_movable) == ("waiting", None, False)


def test_after_back_twice_a_card_with_comments_is_to_come_and_next(house: House) -> None:
    reveal(house)
    first, second = house.workshop.steps.filter(kind="card")[:2]
    go(house, first)
    said_on(house, first)
    go(house, second)
    back(house)
    assert [agenda_of(house, step) for step in (first, second)] == ["now", "next"]
    back(house)
    assert [agenda_of(house, step) for step in (first, second)] == ["next", ""]


def said_on(house: House, step: Step) -> None:
    """Have Ada say something about the card of a step."""
    assert step.card
    say(house, house.ada, step.card, "While it lay there.")


def agenda_of(house: House, step: Step) -> str:
    """Return what the agenda says of a step: done, now, next, or nothing while it is to come."""
    return next(item.state for item in items_of(now(house)) if item.uid == str(step.uid))


def test_a_question_that_everybody_has_read_stays_asked_and_still_waits(house: House) -> None:
    step = add(house, "What is our vision?")
    go(house, step)
    back(house)
    step.refresh_from_db()
    assert (step.state, step.ended_at, step.is_movable) == ("waiting", None, False)
    assert "What is our vision?" in page(house, house.ada)


def test_a_round_that_somebody_answered_stays_open_and_the_desk_asks_before_it_leaves_it(
    house: House,
) -> None:
    go(house, step_of(house, "poll"))
    assert 'id="control-back"' in page(house, house.fay, "desk")
    assert "Leave this round open?" not in back_button(house)
    vote(house, house.ada, 1)
    assert "Leave this round open?" in back_button(house)
    welcome = step_of(house, "welcome")
    data = {"back": welcome.uid, "step_rev": now(house).step_rev}
    assert "Leave this round open?" in send(house, house.fay, "stage", data).content.decode()
    assert send(house, house.fay, "stage", data | {"confirmed": 1}).status_code == 302
    assert now(house).step == welcome
    assert house.poll.is_open
    assert house.poll.ballots.count() == 1
    assert agenda_of(house, step_of(house, "poll")) == "next"


def back_button(house: House) -> str:
    """Return the button that goes back, as the desk shows it."""
    return page(house, house.fay, "desk").split('id="control-back"')[1].split("</button>")[0]


def test_a_round_that_was_open_before_or_closed_meanwhile_is_left_as_it_is(house: House) -> None:
    go(house, step_of(house, "poll"))
    close_round(house.fay, house.poll)
    back(house)
    assert house.poll.state == "closed"
    go(house, step_of(house, "poll"))
    back(house)
    assert house.poll.state == "closed"


def test_a_timer_that_was_started_elsewhere_is_not_taken_for_that_of_the_step(house: House) -> None:
    start_timer(house.fay, 10)
    go(house, step_of(house, "results"))
    start_timer(house.fay, 5)
    back(house)
    assert timer_of(now(house)) is None
    assert Timer.objects.count() == 1


def test_a_move_that_is_no_way_back_starts_the_step_anew(house: House) -> None:
    start_timer(house.fay, 10)
    first = step_now(house).started_at
    go(house, step_of(house, "results"))
    go(house, step_of(house, "welcome"))
    assert timer_of(now(house)) is None
    assert step_now(house).started_at != first
