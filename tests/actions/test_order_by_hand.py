"""An order that was chosen by hand outlives a poll; a step that is moved is told by where it stands."""

import re
import uuid

import pytest

from tests.stagecraft import HTMX, page, put, reveal, send
from tests.support import House, client_of, make_house
from workshop.actions.agenda import move_step
from workshop.actions.breaks import add_break
from workshop.actions.ordering import order_discussions
from workshop.actions.removal import remove_step
from workshop.actions.rounds import Vote, cast_ballots, reveal_round
from workshop.actions.series import add_round
from workshop.actions.stage import move_stage
from workshop.models import Round, Step, Workshop

pytestmark = pytest.mark.django_db
BY_POLL = [2, 4, 1, 6, 3, 5]


@pytest.fixture
def house() -> House:
    """The opening poll is revealed, and the first discussion moved down by hand."""
    house = make_house(leaders=4)
    reveal(house)
    move_step(house.fay, discussions(house)[0], "down")
    return house


def discussions(house: House) -> list[Step]:
    return list(house.workshop.steps.filter(kind="card").select_related("card"))


def order(house: House) -> list[int | None]:
    return [step.card.number for step in discussions(house) if step.card]


def agenda(house: House) -> list[object]:
    """The whole agenda: the number of each card, the kind of what else stands there."""
    steps = house.workshop.steps.select_related("card")
    return [step.card.number if step.card else step.kind for step in steps]


def ask_again(house: House) -> Round:
    """Put a second poll on the stage, in which Ada alone nominates card 5."""
    poll = add_round(house.fay, uid=uuid.uuid4(), kind="poll", when="live", k=2, soon=True)
    now = Workshop.objects.get(pk=house.workshop.pk)
    move_stage(house.fay, poll.steps.get(), now.step_rev)
    chosen = next(card for card in house.cards if card.number == 5)
    cast_ballots(Round.objects.get(pk=poll.pk), [Vote(house.ada, frozenset([str(chosen.uid)]))])
    return Round.objects.get(pk=poll.pk)


def test_a_second_poll_keeps_the_order_by_hand_and_the_question_says_so(house: House) -> None:
    by_hand = order(house)
    poll = ask_again(house)
    assert "The agenda keeps the order that was chosen by hand" in page(house, house.fay, "desk")
    reveal_round(house.fay, poll)
    assert order(house) == by_hand != BY_POLL
    desk = page(house, house.fay, "desk")
    assert "In an order that was chosen by hand." in desk
    assert "The agenda follows this order" not in desk


def test_a_break_among_the_cards_stays_where_it_was_put_by_hand(house: House) -> None:
    pause = add_break(house.fay, 10)
    for _place in range(3):
        move_step(house.fay, pause, "down")
    poll = ask_again(house)
    before = agenda(house)
    assert before[-9:-2] == [4, 2, 1, "break", 6, 3, 5]
    reveal_round(house.fay, poll)
    assert agenda(house) == before


def test_a_card_without_a_discussion_gets_one_after_the_poll_and_the_others_stay(house: House) -> None:
    pause = add_break(house.fay, 10)
    for _place in range(3):
        move_step(house.fay, pause, "down")
    remove_step(house.fay, discussions(house)[-1].uid)
    reveal_round(house.fay, ask_again(house))
    assert agenda(house)[-10:-2] == ["poll", 5, 4, 2, 1, "break", 6, 3]


def test_at_the_reveal_one_press_orders_by_this_poll(house: House) -> None:
    reveal_round(house.fay, ask_again(house))
    assert 'id="control-order"' in page(house, house.fay, "desk")
    assert send(house, house.fay, "agenda-order", {"by": "nominations"}).status_code == 302
    assert order(house)[0] == 5
    desk = page(house, house.fay, "desk")
    assert 'id="control-order"' not in desk
    assert "The agenda follows this order" in desk


def test_at_the_results_one_poll_alone_is_followed(house: House) -> None:
    reveal_round(house.fay, ask_again(house))
    order_discussions(house.fay, "nominations")
    put(house, "results")
    assert page(house, house.ada).count("The agenda follows this order") == 1


def test_the_figures_of_two_polls_say_which_poll_they_are_of(house: House) -> None:
    put(house, "card", next(card for card in house.cards if card.number == 2))
    assert "Nominated by <strong>4 of 4</strong> in the poll." in page(house, house.fay, "desk")
    reveal_round(house.fay, ask_again(house))
    put(house, "card", next(card for card in house.cards if card.number == 2))
    for seat, name in ((house.fay, "desk"), (house.ada, "room"), (house.ada, "screen")):
        html = page(house, seat, name)
        assert "Opening poll: nominated by <strong>4 of 4</strong>." in html
        assert "Poll, round 3: nominated by <strong>0 of 1</strong>." in html


def test_a_move_is_told_to_who_pressed_and_to_everybody_by_its_place(house: House) -> None:
    step = discussions(house)[0]
    for says in ("Card 4 is now second of six.", "Card 4 is now third of six."):
        data = {"move": "down", "next": f"/w/{house.workshop.slug}/desk/"}
        sent = send(house, house.fay, "step", data, {"step": step.uid}, HTMX)
        client = client_of(house.fay)
        client.cookies = sent.client.cookies
        desk = client.get(sent.headers["Location"], headers=HTMX).content.decode()
        assert says in desk.split("data-told>")[1].split("</div>")[0]
        for seat, name in ((house.fay, "desk"), (house.ada, "room")):
            assert announced(page(house, seat, name)) == says


def test_a_question_that_is_moved_is_not_told_by_its_words(house: House) -> None:
    send(house, house.fay, "questions", {"text": "Who is missing?", "uid": str(uuid.uuid4())})
    asked = house.workshop.steps.filter(kind="question").latest("position")
    move_step(house.fay, asked, "up")
    assert "Who is missing" in announced(page(house, house.fay, "desk"))
    assert announced(page(house, house.ada)).startswith("“Question” is now ")


def announced(html: str) -> str:
    """What the agenda of a page announces."""
    found = re.search(r'id="live-agenda"[^>]*data-announce="([^"]*)"', html)
    return found[1] if found else ""
