"""The desk: one main action at a time, the next step one press, and refusals that say how things stand."""

import re

import pytest

from tests.stagecraft import bring, page, put, reveal, send, step_of, uids, vote
from tests.support import House, make_house
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.workshops import close_workshop
from workshop.live.fragments import regions
from workshop.models import Workshop

pytestmark = pytest.mark.django_db
BUTTON = re.compile(r'<button class="button( button--main)?" id="control-[^>]*>([^<]*)</button>')


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def controls(house: House) -> list[str]:
    """Return what the chair can press, the main action with a star."""
    return [("*" if main else "") + words for main, words in BUTTON.findall(page(house, house.fay, "desk"))]


def test_the_controls_follow_the_workshop_from_the_first_step_to_the_last(house: House) -> None:
    assert controls(house) == ["*Begin: Welcome"]
    put(house, "welcome")
    assert controls(house) == ["*Next: Opening poll"]
    put(house, "poll")
    assert controls(house) == ["*Reveal the result", "Close without revealing", "Next: Results"]
    close_round(house.fay, house.poll)
    assert controls(house) == ["*Reveal the result", "Open again", "Next: Results"]
    vote_and_reveal(house)
    assert controls(house) == ["*Next: card 1"]
    put(house, "card", house.cards[0])
    assert controls(house) == ["*Next: card 2"]
    put(house, "results")
    assert controls(house) == ["*Close the packs", "Next: Close"]
    close_round(house.fay, house.pack)
    assert controls(house) == ["*Reveal the card sort", "Next: Close"]
    reveal_round(house.fay, house.pack)
    assert controls(house) == ["*Next: Close"]
    put(house, "close")
    assert controls(house) == ["*Close the workshop"]
    close_workshop(house.fay)
    assert controls(house) == []


def test_after_going_back_from_the_close_the_next_step_is_the_close_again(house: House) -> None:
    for kind in ("results", "close", "results"):
        put(house, kind)
    assert controls(house) == ["*Close the packs", "Next: Close"]


def test_the_bar_says_beside_the_buttons_how_many_have_answered(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 1)
    bar = regions(house.workshop, "facilitators")["controls"]
    assert 'data-answered="1 of 3 have answered."' in bar
    assert bar.count("data-confirm-counts") == 3  # the reveal, the close while two are awaited, and leaving
    for seat in house.others:
        vote(house, seat, 1)
    bar = regions(house.workshop, "facilitators")["controls"]
    assert bar.count("data-confirm-counts") == 2


def vote_and_reveal(house: House) -> None:
    """Reveal a poll that nobody answered: the cards keep their order."""
    reveal_round(house.fay, house.poll)


def test_the_stage_is_moved_by_a_plain_form(house: House) -> None:
    step = step_of(house, "welcome")
    answer = send(house, house.fay, "stage", {"step": step.uid, "step_rev": 0})
    assert answer["Location"] == f"/w/{house.workshop.slug}/desk/"
    assert Workshop.objects.get(pk=house.workshop.pk).step == step


def test_the_button_of_an_old_desk_is_refused_with_the_stage_as_it_is(house: House) -> None:
    put(house, "poll")
    data = {"step": step_of(house, "close").uid, "step_rev": 0}
    answer = send(house, house.fay, "stage", data)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Somebody moved the stage a moment ago." in shown
    assert "Which three should we talk about first?" in shown


@pytest.mark.parametrize("step", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_forged_step_is_not_found(house: House, step: str) -> None:
    assert send(house, house.fay, "stage", {"step": step, "step_rev": 0}).status_code == 404


def test_another_workshops_step_and_card_are_not_found(house: House) -> None:
    step = house.zoe.workshop.steps.first()
    card = house.zoe.workshop.cards.first()
    assert step is not None
    assert card is not None
    assert send(house, house.fay, "stage", {"step": step.uid, "step_rev": 0}).status_code == 404
    assert send(house, house.fay, "step", {"move": "up"}, parts={"step": step.uid}).status_code == 404
    assert send(house, house.fay, "steps", {"card": card.uid}).status_code == 404


def test_a_stage_without_a_rev_is_refused_and_does_not_move(house: House) -> None:
    answer = send(house, house.fay, "stage", {"step": step_of(house, "welcome").uid})
    assert answer.status_code == 422
    assert Workshop.objects.get(pk=house.workshop.pk).step is None


def test_a_poll_without_cards_is_refused_and_the_stage_stays() -> None:
    house = make_house(leaders=1, pack_open=False)
    house.workshop.cards.all().delete()
    answer = send(house, house.fay, "stage", {"step": step_of(house, "poll").uid, "step_rev": 0})
    assert answer.status_code == 422
    assert "There is no card to ask about." in answer.content.decode()
    assert Workshop.objects.get(pk=house.workshop.pk).step is None


def test_discussions_are_moved_and_added(house: House) -> None:
    bring(house)
    step = step_of(house, "card", house.cards[0])
    assert send(house, house.fay, "step", {"move": "up"}, parts={"step": step.uid}).status_code == 302
    assert send(house, house.fay, "step", {"move": "sideways"}, parts={"step": step.uid}).status_code == 422
    assert send(house, house.fay, "steps", {"card": uids(house, 2)[0]}).status_code == 302
    numbers = house.workshop.steps.filter(kind="card").values_list("card__number", flat=True)
    assert list(numbers) == [2, 1, 4, 6, 3, 5, 2]


def test_closing_asks_first_and_says_what_ends(house: House) -> None:
    asked = send(house, house.fay, "workshop-closing", {}).content.decode()
    assert "nobody can write, place, choose, change the cards or move the stage" in asked
    assert not Workshop.objects.get(pk=house.workshop.pk).is_closed
    send(house, house.fay, "workshop-closing", {"confirmed": "1"})
    assert Workshop.objects.get(pk=house.workshop.pk).is_closed
    assert send(house, house.fay, "workshop-closing", {}).status_code == 302
    assert "The workshop is closed" in page(house, house.ada)


def test_the_desk_lists_who_sits_there_but_not_the_wall_screen(house: House) -> None:
    send(house, house.fay, "screen-invitation", {})
    people = page(house, house.fay, "desk").split('id="live-people"')[1].split("</section>")[0]
    assert [name in people for name in ("Ada", "Ben", "Fay", "Wall screen")] == [True, True, True, False]


def test_who_comes_first_is_the_heading_and_ties_stay_ties(house: House) -> None:
    reveal(house, votes=[(2, 4), (2, 4)])
    assert "Cards 2 and 4 come first together" in page(house, house.ada)


def test_one_favourite_is_named(house: House) -> None:
    reveal(house, votes=[(2, 4), (2,)])
    assert "“Power and reciprocity” comes first" in page(house, house.ada)
    put(house, "welcome")
    vote_again = page(house, house.fay, "desk")
    assert "In the order of the poll" in vote_again


def test_a_poll_that_nobody_answered_says_so(house: House) -> None:
    put(house, "poll")
    reveal_round(house.fay, house.poll)
    assert "Nobody answered" in page(house, house.ada)
    vote_count = house.poll.ballots.count()
    assert vote_count == 0


def test_who_abstained_is_counted_and_named_nowhere(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 2)
    vote(house, house.others[0])
    reveal_round(house.fay, house.poll)
    assert "1 person would rather not choose." in page(house, house.ada)


def test_once_the_workshop_is_closed_nothing_offers_to_move_join_or_invite(house: House) -> None:
    reveal(house)  # else there is nothing to move, and no page offers it
    put(house, "close")
    offers = (
        ("desk", "Coming in"),
        ("desk", "You can move what has not begun."),
        ("people", 'name="guests"'),
    )
    assert [words in page(house, house.fay, name) for name, words in offers] == [True, True, True]
    close_workshop(house.fay)
    assert [words in page(house, house.fay, name) for name, words in offers] == [False, False, False]
