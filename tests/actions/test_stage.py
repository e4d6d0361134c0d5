"""The stage and the agenda: moved by who leads, one desk at a time, in the order of the poll."""

import pytest

from tests.stagecraft import bring, put, reveal, step_of
from tests.support import House, make_house
from tests.synthesis import blank_of, change, numbered
from workshop.actions.agenda import add_discussion, move_step
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop
from workshop.models import Card, Closed, Forbidden, Invalid, Stale, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def discussions(house: House) -> list[int | None]:
    """Return the numbers of the cards on the agenda, in order."""
    steps = house.workshop.steps.filter(kind="card").order_by("position")
    return list(steps.values_list("card__number", flat=True))


def test_putting_the_poll_on_the_stage_opens_it(house: House) -> None:
    assert house.poll.is_draft
    put(house, "poll")
    assert house.poll.is_open


def test_coming_back_to_a_closed_poll_does_not_open_it_again(house: House) -> None:
    reveal(house)
    put(house, "welcome")
    put(house, "poll")
    assert house.poll.is_revealed


def test_two_desks_never_fight(house: House) -> None:
    put(house, "welcome")
    with pytest.raises(Stale):
        move_stage(house.fay, step_of(house, "close"), 0)
    assert Workshop.objects.get(pk=house.workshop.pk).step == step_of(house, "welcome")


def test_moving_to_where_the_stage_is_changes_nothing(house: House) -> None:
    put(house, "welcome")
    assert move_stage(house.fay, step_of(house, "welcome"), 0).step_rev == 1


def test_only_who_leads_moves_the_stage_and_only_their_own(house: House) -> None:
    with pytest.raises(Forbidden):
        move_stage(house.ada, step_of(house, "welcome"), 0)
    with pytest.raises(Forbidden):
        move_stage(house.zoe, step_of(house, "welcome"), 0)


def test_a_chair_who_takes_part_moves_the_stage(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    house.ada.workshop.refresh_from_db()
    assert move_stage(house.ada, step_of(house, "welcome"), 0).step_rev == 1


def test_the_reveal_puts_the_agenda_in_order_and_ties_keep_the_order_of_cards(house: House) -> None:
    reveal(house)
    assert discussions(house) == [2, 4, 1, 6, 3, 5]


def test_a_card_that_stands_for_nominated_ones_comes_in_their_place_and_others_wait_after(
    house: House,
) -> None:
    open_round(house.fay, house.poll)
    fourth, fifth = house.cards[3], house.cards[4]
    cast_ballots(house.poll, [Vote(house.ada, frozenset({str(fourth.uid), str(fifth.uid)}))])
    cast_ballots(house.poll, [Vote(house.others[0], frozenset({str(fifth.uid)}))])
    cast_ballots(house.poll, [Vote(house.others[1], frozenset({str(house.cards[1].uid)}))])
    change(house.fay, "merge", house.cards[3:6], titles=["Merged"])
    change(house.fay, "adopt", [blank_of(house.others[2])])
    add_discussion(house.fay, numbered(house.workshop, 8)[0])
    reveal_round(house.fay, house.poll)
    steps = house.workshop.steps.filter(kind="card").select_related("card")
    assert [step.card.number for step in steps if step.card] == [7, 2, 1, 3, 8]
    assert [step.kind for step in house.workshop.steps.all()][-2:] == ["results", "close"]


def test_discussions_that_wait_change_places(house: House) -> None:
    bring(house)
    move_step(house.fay, step_of(house, "card", house.cards[0]), "up")
    assert discussions(house) == [2, 1, 4, 6, 3, 5]
    move_step(house.fay, step_of(house, "card", house.cards[0]), "up")
    assert discussions(house) == [2, 1, 4, 6, 3, 5], "the card in front stays first"
    move_step(house.fay, step_of(house, "card", house.cards[4]), "down")
    assert discussions(house) == [2, 1, 4, 6, 3, 5], "the results stay last"
    kinds = list(house.workshop.steps.values_list("kind", flat=True))
    assert kinds == ["welcome", "poll", *["card"] * 6, "results", "close"]


def test_only_discussions_that_wait_can_be_moved(house: House) -> None:
    card = bring(house)
    for step in (step_of(house, "card", card), step_of(house, "results")):
        with pytest.raises(Invalid):
            move_step(house.fay, step, "down")


def test_a_card_gets_one_more_discussion_after_the_last(house: House) -> None:
    card = bring(house)
    assert add_discussion(house.fay, card) == add_discussion(house.fay, card)
    assert discussions(house) == [2, 4, 1, 6, 3, 5, 2]


def test_a_blank_card_is_not_put_on_the_agenda(house: House) -> None:
    Card.objects.filter(pk=house.cards[0].pk).update(status=Card.Status.PROPOSED)
    with pytest.raises(Invalid):
        add_discussion(house.fay, Card.objects.get(workshop=house.workshop, number=1))


def test_a_closed_workshop_stays_as_it_is(house: House) -> None:
    bring(house)
    close_workshop(house.fay)
    with pytest.raises(Closed):
        add_discussion(house.fay, house.cards[0])
    with pytest.raises(Closed):
        put(house, "close")
