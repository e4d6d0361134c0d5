"""What the desk shows of a change of cards, and small things that it says alike."""

import re
import uuid
from datetime import UTC, datetime

import pytest

from tests.chairs import hand
from tests.stagecraft import page, put, reveal, send
from tests.support import House, client_of, make_house
from tests.synthesis import change, numbered, wanted
from workshop.actions.proposals import propose_change, put_proposal
from workshop.actions.rounds import open_round
from workshop.actions.series import add_round
from workshop.actions.stage import move_stage
from workshop.models import Proposal, Step, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """The poll is revealed, so each card has its discussion."""
    house = make_house(leaders=3)
    reveal(house)
    return house


def test_a_card_that_came_of_a_merge_is_offered_for_discussion_and_comes_next(house: House) -> None:
    offer = "Card 7 is new and not on the agenda."
    assert offer not in page(house, house.fay, "desk")
    change(house.fay, "merge", house.cards[1:3], titles=["Both"])
    desk = page(house, house.fay, "desk")
    assert offer in desk
    [address] = re.findall(r'formaction="([^"]*soon=1)" name="card"', desk)
    assert address.endswith("/steps/?soon=1")
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    assert offer in page(house, house.ada)
    press(house, address)
    house.workshop.refresh_from_db()
    steps = list(house.workshop.steps.select_related("card"))
    at = [step.pk for step in steps].index(house.workshop.step_id or 0)
    card = steps[at + 1].card
    assert card
    assert card.number == 7
    assert offer not in page(house, house.fay, "desk")


def press(house: House, address: str) -> None:
    """Press what is offered, as Fay."""
    card = house.workshop.cards.get(number=7)
    assert client_of(house.fay).post(address, {"card": card.uid}).status_code == 302


def test_what_is_before_the_group_stands_right_under_the_stage(house: House) -> None:
    desk = page(house, house.fay, "desk")
    places = [desk.index(f'id="live-{name}"') for name in ("stage", "tally", "proposal", "people")]
    assert places == sorted(places)


def test_the_desk_decides_on_it_and_says_there_what_came_of_it(house: House) -> None:
    one, two = (propose(house, *numbers) for numbers in ((1, 2), (3, 4)))
    desk = {"next": f"/w/{house.workshop.slug}/desk/", "confirmed": "1"}
    shown = page(house, house.fay, "desk").split('id="live-proposal"')[1].split("</section>")[0]
    assert f"/proposals/{one.uid}/making/" in shown
    assert "0 of 3 have answered." in shown
    sent = send(house, house.fay, "proposal-making", desk, {"uid": one.uid})
    assert (sent.status_code, sent["Location"]) == (302, desk["next"])
    assert Proposal.objects.get(pk=one.pk).state == Proposal.State.MADE
    change(house.fay, "retire", numbered(house.workshop, 3))
    refused = send(house, house.fay, "proposal-making", desk, {"uid": two.uid})
    assert refused.status_code == 409
    assert 'class="desk__refusal"' in refused.content.decode()


def propose(house: House, *numbers: int) -> Proposal:
    """Let Ada propose to make one of two cards; the first is put to the group."""
    asked = wanted(house.workshop, "merge", numbered(house.workshop, *numbers), titles=["One"])
    made = propose_change(house.ada, asked, uid=uuid.uuid4())
    return made if house.workshop.proposals.filter(state="put").exists() else put_proposal(house.fay, made)


def test_the_history_of_the_chair_calls_a_poll_as_the_agenda_does(house: House) -> None:
    hand(house, house.fay, house.ada)
    poll = add_round(house.fay, uid=uuid.uuid4(), kind="poll", when="live", k=2, soon=True)
    rev = Workshop.objects.get(pk=house.workshop.pk).step_rev
    move_stage(house.fay, poll.steps.get(), rev)
    assert "Opening poll and Poll, round 3" in page(house, house.fay, "chair")


def test_each_finished_step_shows_when_it_began(house: House) -> None:
    put(house, "card", house.cards[0])
    put(house, "card", house.cards[1])
    at = datetime(2026, 3, 5, 10, 2, tzinfo=UTC)
    Step.objects.filter(workshop=house.workshop, card=house.cards[0]).update(started_at=at)
    began = house.workshop.local(at)
    assert began
    assert f"{began:%H:%M}</span>" in page(house, house.ada)


def test_at_the_results_it_says_why_nothing_can_be_revealed(house: House) -> None:
    put(house, "results")
    says = '<span hidden data-no-key="r">Nothing to reveal yet: the packs are open. Close them first.</span>'
    assert house.pack.is_open or open_round(house.fay, house.pack)
    assert says in page(house, house.fay, "desk")
    send(house, house.fay, "round-closing", {"confirmed": "1"}, {"number": 1})
    assert "data-no-key" not in page(house, house.fay, "desk")


def test_a_refused_break_is_marked_in_its_field_and_kept(house: House) -> None:
    answer = send(house, house.fay, "steps", {"kind": "break", "minutes": "x"})
    field = answer.content.decode().split('id="add-minutes"')[1].split(">")[0]
    assert answer.status_code == 422
    for part in ('value="x"', 'aria-invalid="true"', 'aria-describedby="refused"'):
        assert part in field
    assert 'id="refused"' in answer.content.decode()
    assert "aria-invalid" not in page(house, house.fay, "desk").split('id="add-minutes"')[1].split(">")[0]
