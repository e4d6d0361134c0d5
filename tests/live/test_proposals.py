"""What is before the group, as each audience hears of it."""

import uuid

import pytest

from tests.support import House, make_house
from tests.synthesis import MERGED, change, tied, undo, wanted
from workshop.actions.people import remove_seat
from workshop.actions.proposals import drop_proposal, propose_change, put_proposal
from workshop.actions.stances import take_stance
from workshop.actions.ties import mark_start, remove_tie, restore_tie
from workshop.live.fragments import regions
from workshop.live.numbers import seq_of
from workshop.models import Workshop
from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS, SCREEN
from workshop.models.proposing import asked_about

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def shown(house: House, audience: str, name: str) -> str:
    """Return a fragment as an audience has it now."""
    return str(regions(Workshop.objects.get(pk=house.workshop.pk), audience, [name])[name])


def test_answers_to_a_proposal_are_sent_to_nobody_but_facilitators(house: House) -> None:
    form = wanted(house.workshop, "retire", house.cards[:1])
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    before = {audience: shown(house, audience, "proposal") for audience in AUDIENCES}
    take_stance(house.ada, proposal, "fine", "A canary")
    first = {audience: shown(house, audience, "proposal") for audience in AUDIENCES}
    take_stance(house.ada, proposal, "no", "Another canary")

    for audience in (PARTICIPANTS, SCREEN):
        assert "1 of 5 have answered" in first[audience]
        assert shown(house, audience, "proposal") == first[audience] != before[audience]
    assert "Another canary" in shown(house, FACILITATORS, "proposal")


def test_who_answered_and_was_removed_since_is_still_among_those_asked(house: House) -> None:
    form = wanted(house.workshop, "retire", house.cards[:1])
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    for seat in house.leaders:
        take_stance(seat, proposal, "fine")
    remove_seat(house.fay, house.others[0])

    for audience in AUDIENCES:
        assert "5 of 5 have answered" in shown(house, audience, "proposal")


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
@pytest.mark.parametrize("answers", [True, False])
def test_where_names_are_hidden_no_removal_after_it_was_decided_tells_who_answered(
    promise: str, answers: bool
) -> None:
    house = make_house(promise=promise)
    form = wanted(house.workshop, "retire", house.cards[:1])
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    for seat in house.leaders if answers else house.leaders[1:]:
        take_stance(seat, proposal, "fine")
    drop_proposal(house.fay, proposal)
    before = asked_about(house.workshop, house.workshop.proposals.all())
    remove_seat(house.fay, house.leaders[0])
    assert asked_about(house.workshop, house.workshop.proposals.all()) == before == {proposal.pk: 5}


def test_the_wall_names_nobody_who_proposes_or_changes(house: House) -> None:
    form = wanted(house.workshop, "merge", house.cards[3:6], titles=[MERGED])
    put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))

    text = shown(house, SCREEN, "proposal")

    assert MERGED in text
    assert "Ada" not in text
    assert "Fay" not in text


def test_that_somebody_proposed_is_told_to_facilitators_alone_until_it_is_put(house: House) -> None:
    before = {audience: seq_of(house.workshop.pk, audience) for audience in AUDIENCES}
    form = wanted(house.workshop, "retire", house.cards[:1])
    proposal = propose_change(house.ada, form, uid=uuid.uuid4())
    told = {audience: seq_of(house.workshop.pk, audience) - before[audience] for audience in AUDIENCES}
    assert told == {FACILITATORS: 1, PARTICIPANTS: 0, SCREEN: 0}
    drop_proposal(house.ada, proposal)
    assert seq_of(house.workshop.pk, PARTICIPANTS) == before[PARTICIPANTS]


def test_however_often_a_group_changes_its_mind_the_newest_step_is_told_rightly(house: House) -> None:
    retired = change(house.fay, "retire", house.cards[:1])
    for said in ("taken back", "made again", "taken back", "made again"):
        undo(house.fay, retired)
        assert f"Change 1 was {said}, by Fay." in shown(house, PARTICIPANTS, "changes")


def test_a_link_and_a_mark_where_to_start_tell_each_page_that_it_is_behind(house: House) -> None:
    seen = {shown(house, PARTICIPANTS, "changes")}
    tie = tied(house.fay, 1, 2)
    seen.add(shown(house, PARTICIPANTS, "changes"))
    remove_tie(house.fay, tie)
    seen.add(shown(house, PARTICIPANTS, "changes"))
    for card, wanted_there in ((0, True), (1, True), (0, False)):
        mark_start(house.ada, house.cards[card], wanted_there)
        seen.add(shown(house, PARTICIPANTS, "changes"))
    assert len(seen) == 6


def test_links_and_marks_are_told_to_the_room_and_not_to_the_wall(house: House) -> None:
    before = {audience: seq_of(house.workshop.pk, audience) for audience in AUDIENCES}
    tie = tied(house.fay, 1, 2)
    remove_tie(house.fay, tie)
    restore_tie(house.fay, tie)
    told = {audience: seq_of(house.workshop.pk, audience) - before[audience] for audience in AUDIENCES}
    assert told == {FACILITATORS: 3, PARTICIPANTS: 3, SCREEN: 0}
