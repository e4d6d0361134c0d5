"""The room follows what becomes of the cards: words show under successors, the agenda skips what is gone."""

import uuid

import pytest

from tests.support import House, make_house
from tests.synthesis import MERGED, change, numbered, undo, wanted
from workshop.actions.agenda import add_discussion
from workshop.actions.discussion import post_remark
from workshop.actions.proposals import propose_change, put_proposal, take_stance
from workshop.actions.remarks import save_remark
from workshop.actions.stage import move_stage
from workshop.live.fragments import regions
from workshop.models import Workshop
from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS, SCREEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def shown(house: House, audience: str, name: str) -> str:
    """Return a fragment as an audience has it now."""
    return str(regions(Workshop.objects.get(pk=house.workshop.pk), audience, [name])[name])


def front(house: House, number: int) -> None:
    """Bring a card to the front."""
    (card,) = numbered(house.workshop, number)
    step = add_discussion(house.fay, card)
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    move_stage(house.fay, step, workshop.step_rev)


def test_what_was_said_of_its_sources_shows_under_a_merged_card(house: House) -> None:
    save_remark(house.ada, house.workshop.prompts.get(card__number=5), "Where it pinches", 0)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "About something else", 0)
    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    front(house, 7)

    for audience in (FACILITATORS, PARTICIPANTS):
        text = shown(house, audience, "comments")
        assert "Where it pinches" in text
        assert "on card 5" in text
        assert "About something else" not in text


def test_a_comment_that_came_a_second_after_the_merger_is_kept_and_shown(house: House) -> None:
    (fifth,) = numbered(house.workshop, 5)
    front(house, 5)
    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    late = post_remark(house.ada, fifth, "I was still typing", uid=uuid.uuid4())
    front(house, 7)

    assert late.card == fifth
    assert "I was still typing" in shown(house, PARTICIPANTS, "comments")


def test_the_stage_says_what_became_of_the_card_in_front(house: House) -> None:
    front(house, 5)
    merged = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])

    for audience in AUDIENCES:
        assert "It has become card 7." in shown(house, audience, "stage")
    undo(house.fay, merged)
    assert "It has become" not in shown(house, PARTICIPANTS, "stage")


def test_the_agenda_passes_over_a_card_that_is_gone(house: House) -> None:
    for number in (1, 5, 2):
        add_discussion(house.fay, numbered(house.workshop, number)[0])
    front(house, 1)
    change(house.fay, "retire", numbered(house.workshop, 5))

    text = shown(house, FACILITATORS, "agenda")
    assert "retired" in text
    assert "Next: card 2" in shown(house, FACILITATORS, "controls")


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


def test_the_wall_names_nobody_who_proposes_or_changes(house: House) -> None:
    form = wanted(house.workshop, "merge", house.cards[3:6], titles=[MERGED])
    put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))

    text = shown(house, SCREEN, "proposal")

    assert MERGED in text
    assert "Ada" not in text
    assert "Fay" not in text
