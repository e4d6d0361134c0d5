"""A card that was brought to the front goes back with *Back* to where it waited, or off the agenda again."""

import uuid
from collections.abc import Callable

import pytest

from tests.going_back import back, bring_front, go, now, state
from tests.questions import add
from tests.stagecraft import put, reveal, say, step_of
from tests.support import House, make_house
from workshop.actions.agenda import add_discussion, move_step
from workshop.actions.chair import hand_chair
from workshop.actions.ordering import order_discussions
from workshop.actions.removal import remove_step, restore_step
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.step_notes import save_step_note
from workshop.actions.timing import start_timer
from workshop.models import Card, Step, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Fay's workshop with Ada and Ben: the poll is revealed and on the stage, a timer runs."""
    house = make_house(leaders=2)
    put(house, "welcome")
    reveal(house)
    start_timer(house.fay, 10)
    return house


def last(house: House) -> Step:
    """Return the last discussion on the agenda."""
    return house.workshop.steps.filter(kind="card").latest("position")


def waiting(house: House) -> Card:
    """Return the card whose discussion waits last."""
    return card_of(last(house))


def card_of(step: Step) -> Card:
    """Return the card that a step discusses."""
    assert step.card is not None
    return step.card


def discussed(house: House) -> Card:
    """Return a card whose discussion is over: the group is on another now."""
    for card in house.cards[:2]:
        put(house, "card", card)
    start_timer(house.fay, 10)
    return house.cards[0]


def without(house: House) -> Card:
    """Return a card whose discussion was taken off the agenda."""
    step = last(house)
    remove_step(house.fay, step.uid)
    return card_of(step)


def agenda(house: House) -> list[uuid.UUID]:
    """Return the uids of the steps in order."""
    return list(house.workshop.steps.values_list("uid", flat=True))


@pytest.mark.parametrize("which", [waiting, discussed, without])
def test_back_after_a_card_came_to_the_front_leaves_everything_as_it_was(
    house: House, which: Callable[[House], Card]
) -> None:
    card = which(house)
    before = state(house)
    bring_front(house, card)
    assert state(house) != before
    back(house)
    assert state(house) == before


def test_two_cards_brought_one_after_the_other_go_back_one_after_the_other(house: House) -> None:
    gone, waits = without(house), waiting(house)
    states = [state(house)]
    for card in (waits, gone, house.cards[0]):
        bring_front(house, card)
        states.append(state(house))
    for before in states[-2::-1]:
        back(house)
        assert state(house) == before


def test_the_chair_lent_for_a_step_that_goes_again_is_back_too(house: House) -> None:
    card = without(house)
    before = state(house)
    step = bring_front(house, card)
    hand_chair(house.fay, house.ada, "step", now(house).chair_rev, step.uid)
    back(house)
    assert state(house) == before
    assert house.workshop.history.filter(verb="step_unmade", ids__step=str(step.uid)).count() == 1


@pytest.mark.parametrize("which", [waiting, without])
@pytest.mark.parametrize("what", ["comment", "note"])
def test_where_something_was_said_or_noted_the_step_has_begun_and_stays(
    house: House, which: Callable[[House], Card], what: str
) -> None:
    card = which(house)
    step = bring_front(house, card)
    there = agenda(house)
    if what == "comment":
        remark = say(house, house.ada, card, "While it lay there.")
        assert remark.step == step
    else:
        save_step_note(house.fay, step, "They saw it.", 0)
    back(house)
    step.refresh_from_db()
    assert (step.state, step.ended_at, step.is_movable) == ("waiting", None, False)
    assert agenda(house) == there


def test_what_others_changed_meanwhile_stays_and_the_card_waits_after_what_it_stood_after(
    house: House,
) -> None:
    *earlier, before, card = (card_of(step) for step in house.workshop.steps.filter(kind="card"))
    step = bring_front(house, card)
    new, question = add_discussion(house.fay, card), add(house, "What is our vision?")
    move_step(house.fay, step_of(house, "card", earlier[1]), "up")
    remove_step(house.fay, step_of(house, "card", before).uid)
    others = [uid for uid in agenda(house) if uid != step.uid]
    back(house)
    assert [uid for uid in agenda(house) if uid != step.uid] == others
    at = agenda(house).index(step.uid)
    assert agenda(house)[at - 1 : at + 2] == [step_of(house, "card", earlier[-1]).uid, step.uid, new.uid]
    assert question.uid in others


def test_what_was_taken_off_meanwhile_comes_back_where_it_was(house: House) -> None:
    gone = without(house)
    first, second = house.workshop.steps.filter(kind="card")[:2]
    bring_front(house, gone)
    remove_step(house.fay, second.uid)
    back(house)
    restore_step(house.fay, second.uid)
    assert agenda(house)[2:4] == [first.uid, second.uid]


@pytest.mark.parametrize("what", ["order", "poll"])
def test_a_discussion_that_a_new_order_counted_on_stays_and_waits(house: House, what: str) -> None:
    step = bring_front(house, without(house))
    if what == "order":
        order_discussions(house.fay, "nominations")
    else:
        answered_meanwhile(house)
    back(house)
    step.refresh_from_db()
    assert (step.state, step.is_movable) == ("waiting", True)


def answered_meanwhile(house: House) -> None:
    """Reveal another poll, while the stage is elsewhere."""
    poll = add_round(house.fay, uid=uuid.uuid4(), kind="poll", when="live", k=2)
    open_round(house.fay, poll)
    reveal_round(house.fay, poll)


def test_a_card_that_waited_first_of_all_is_first_again(house: House) -> None:
    step = last(house)
    Step.objects.filter(pk=step.pk).update(position=0)
    before = agenda(house)
    bring_front(house, card_of(step))
    assert agenda(house) != before
    back(house)
    assert agenda(house) == before


def test_a_step_that_came_along_the_agenda_stays_where_it_is(house: House) -> None:
    step = step_of(house, "card", house.cards[0])
    go(house, step)
    add(house, "What is our vision?")
    there = agenda(house)
    back(house)
    assert agenda(house) == there
    assert Workshop.objects.get(pk=house.workshop.pk).step != step
