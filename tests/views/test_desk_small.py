"""Small promises of the desk: polls told apart and placed, the close, what is hidden, who is away."""

import uuid

import pytest

from tests.chairs import hand, now
from tests.questions import ask
from tests.rounds import asked
from tests.stagecraft import page, put, send, step_of
from tests.support import House, make_house
from workshop.actions.workshops import close_workshop
from workshop.models import Forbidden, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def one_more(house: House) -> str:
    """Add a poll at the desk; return the kinds of the agenda, without cards."""
    send(house, house.fay, "steps", {"kind": "poll", "uid": uuid.uuid4()})
    return " ".join(house.workshop.steps.exclude(kind="card").values_list("kind", flat=True))


def test_another_poll_comes_next_at_the_results_too(house: House) -> None:
    put(house, "welcome")
    assert one_more(house) == "welcome poll poll results close"
    put(house, "results")
    assert one_more(house) == "welcome poll poll results poll close"


def test_polls_are_told_apart_in_what_everybody_sees(house: House) -> None:
    for _ in range(2):
        one_more(house)
    for seat, name in ((house.ada, "room"), (house.fay, "desk")):
        shown = page(house, seat, name)
        for words in ("Opening poll", "Poll, round 3", "Poll, round 4"):
            assert words in shown


def test_only_a_facilitator_is_offered_to_close_and_closes(house: House) -> None:
    put(house, "close")
    hand(house, house.fay, house.ada)
    room = page(house, house.ada)
    assert 'id="agenda-change"' in room
    assert 'id="control-close"' not in room
    answer = send(house, house.ada, "workshop-closing", {"confirmed": "1"})
    assert "Only a facilitator closes the workshop" in answer.content.decode()
    with pytest.raises(Forbidden):
        close_workshop(Seat.objects.select_related("workshop").get(pk=house.ada.pk))
    assert not now(house).is_closed
    assert 'id="control-close"' in page(house, house.fay, "desk")


def test_each_hidden_round_can_be_revealed_from_the_results_and_is_named_before_the_close(
    house: House,
) -> None:
    sort = asked(house)
    put(house, "results")
    shown = page(house, house.fay, "desk")
    assert "Close the packs" in shown
    assert f"Reveal round {sort.number}" in shown
    put(house, "close")
    words = send(house, house.fay, "workshop-closing", {}).content.decode()
    assert f"Round 1: Card sort of the pack and Round {sort.number}: Card sort are not revealed." in words


def test_back_from_a_question_that_nobody_answered_asks_nothing(house: House) -> None:
    put(house, "welcome")
    ask(house)
    assert "Go on before" not in page(house, house.fay, "desk").split('id="control-back"')[1].split(">")[0]
    data = {"back": step_of(house, "welcome").uid, "step_rev": now(house).step_rev}
    assert send(house, house.fay, "stage", data).status_code == 302


def test_who_is_away_is_said_beside_the_name(house: House) -> None:
    choice = page(house, house.fay, "chair").split('id="chair-to"')[1].split("</select>")[0]
    assert "Ada, away" in choice
