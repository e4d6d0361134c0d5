"""What waits is taken off the agenda and put back; one more poll at one press; poll options stay frozen."""

import uuid
from itertools import permutations

import pytest

from tests.questions import add
from tests.stagecraft import page, put, reveal, send, step_of, vote
from tests.support import House, make_house
from tests.synthesis import change
from workshop.actions.agenda import add_discussion, move_step
from workshop.actions.breaks import add_break
from workshop.actions.removal import remove_step, restore_step
from workshop.actions.rounds import close_round, open_round
from workshop.models import Closed, Invalid

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def agenda(house: House) -> list[tuple[str, str]]:
    """Return the agenda: kinds and uids in order."""
    return [(kind, str(uid)) for kind, uid in house.workshop.steps.values_list("kind", "uid")]


def test_each_kind_that_waits_comes_back_to_its_place(house: House) -> None:
    put(house, "welcome")
    steps = [add(house), add_break(house.fay, 20), add_discussion(house.fay, house.cards[2])]
    before = agenda(house)
    for step in steps:
        remove_step(house.fay, step.uid)
        remove_step(house.fay, step.uid)
        assert str(step.uid) not in dict(map(reversed, agenda(house)))  # type: ignore[arg-type]
        restore_step(house.fay, step.uid)
        restore_step(house.fay, step.uid)
        assert agenda(house) == before
    assert step_of(house, "break").minutes == 20


def test_what_has_begun_and_rounds_and_ends_stay(house: House) -> None:
    put(house, "welcome")
    for kind in ("welcome", "poll", "results", "close"):
        with pytest.raises(Invalid):
            remove_step(house.fay, step_of(house, kind).uid)
    with pytest.raises(Closed, match="not among"):
        restore_step(house.fay, uuid.uuid4())


def test_the_desk_takes_off_and_puts_back(house: House) -> None:
    step = {"step": add_break(house.fay, 10).uid}
    assert send(house, house.fay, "agenda-removal", step).status_code == 302
    assert "Taken off: Break" in page(house, house.fay, "desk")
    assert send(house, house.fay, "agenda-restoration", step).status_code == 302
    assert "Taken off" not in page(house, house.fay, "desk")


def test_a_poll_that_waits_moves_too(house: House) -> None:
    add_break(house.fay, 10)
    move_step(house.fay, step_of(house, "poll"), "up")
    assert [kind for kind, _uid in agenda(house)] == ["welcome", "poll", "break", "results", "close"]


def test_one_press_adds_one_more_poll(house: House) -> None:
    data = {"kind": "poll", "uid": str(uuid.uuid4())}
    for _ in range(2):
        assert send(house, house.fay, "steps", data).status_code == 302
    polls = house.workshop.rounds.filter(kind="poll").order_by("number")
    assert [(each.number, each.k, each.state) for each in polls] == [(2, 3, "draft"), (3, 3, "draft")]
    assert [kind for kind, _uid in agenda(house)] == ["welcome", "poll", "poll", "results", "close"]


def test_poll_options_freeze_at_the_first_answer_and_a_new_poll_asks_anew(
    house: House,
) -> None:
    put(house, "poll")
    vote(house, house.ada, 2)
    first = set(house.poll.round_cards.values_list("card__number", flat=True))
    close_round(house.fay, house.poll)
    change(house.fay, "merge", house.cards[:2], titles=["Merged"])
    open_round(house.fay, house.poll)
    assert set(house.poll.round_cards.values_list("card__number", flat=True)) == first == {1, 2, 3, 4, 5, 6}
    send(house, house.fay, "steps", {"kind": "poll", "uid": str(uuid.uuid4())})
    second = open_round(house.fay, house.workshop.rounds.get(number=3))
    assert set(second.round_cards.values_list("card__number", flat=True)) == {3, 4, 5, 6, 7}


def test_a_poll_that_nobody_answered_asks_anew_when_it_opens_again(house: House) -> None:
    put(house, "poll")
    close_round(house.fay, house.poll)
    change(house.fay, "retire", house.cards[5:])
    open_round(house.fay, house.poll)
    assert house.poll.round_cards.count() == 5
    reveal(house)


def test_all_that_was_taken_off_can_be_put_back(house: House) -> None:
    put(house, "welcome")
    steps = [add(house, "CANARY?"), add_break(house.fay, 20), add_discussion(house.fay, house.cards[2])]
    before = agenda(house)
    for step in steps:
        remove_step(house.fay, step.uid)
    for step in reversed(steps):
        assert f'name="step" value="{steps[0].uid}"' in page(house, house.fay, "desk")
        restore_step(house.fay, step.uid)
    assert agenda(house) == before
    assert "Taken off" not in page(house, house.fay, "desk")


@pytest.mark.parametrize("taken", list(permutations(range(3))))
@pytest.mark.parametrize("back", list(permutations(range(3))))
def test_in_whatever_order_steps_leave_and_come_back_all_stand_where_they_were(
    house: House, taken: list[int], back: list[int]
) -> None:
    steps = [add(house), add_break(house.fay, 20), add_discussion(house.fay, house.cards[2])]
    before = agenda(house)
    for n in taken:
        remove_step(house.fay, steps[n].uid)
    for n in back:
        restore_step(house.fay, steps[n].uid)
    assert agenda(house) == before


def test_what_left_twice_and_came_back_between_still_stands_where_it_was(house: House) -> None:
    steps = [add_break(house.fay, 20), *(add_discussion(house.fay, card) for card in house.cards[:2])]
    before = agenda(house)
    for step in steps:
        remove_step(house.fay, step.uid)
    restore_step(house.fay, steps[1].uid)
    remove_step(house.fay, steps[1].uid)
    for step in steps:
        restore_step(house.fay, step.uid)
    assert agenda(house) == before


def test_a_removal_sent_twice_says_the_same_and_a_refusal_stays_on_the_desk(house: House) -> None:
    step = {"step": add_break(house.fay, 10).uid}
    for _press in range(2):
        assert send(house, house.fay, "agenda-removal", step).status_code == 302
    for name, uid, status in (
        ("agenda-removal", step_of(house, "welcome").uid, 422),
        ("agenda-removal", uuid.uuid4(), 409),
        ("agenda-restoration", uuid.uuid4(), 409),
    ):
        refused = send(house, house.fay, name, {"step": uid})
        assert (refused.status_code, 'id="live-agenda"' in refused.content.decode()) == (status, True)


def test_a_card_that_is_on_the_agenda_again_is_not_put_back_twice(house: House) -> None:
    step = add_discussion(house.fay, house.cards[2])
    remove_step(house.fay, step.uid)
    add_discussion(house.fay, house.cards[2])
    assert "Taken off" not in page(house, house.fay, "desk")
    restore_step(house.fay, step.uid)
    assert house.workshop.steps.filter(card=house.cards[2]).count() == 1
