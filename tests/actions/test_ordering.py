"""The discussions in order: by nominations, by split or by hand; taken back; and nothing leaks."""

import uuid

import pytest

from tests.questions import add
from tests.rounds import exported, lay
from tests.stagecraft import page, put, reveal, send, vote
from tests.support import House, make_house
from workshop.actions.agenda import discuss_next, move_step, past_the_stage
from workshop.actions.breaks import add_break
from workshop.actions.ordering import order_discussions, take_back_order
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.suggestions import accept_suggestion, suggest_item
from workshop.models import Closed, Forbidden, Invalid, Workshop

pytestmark = pytest.mark.django_db
BY_POLL = [2, 4, 1, 6, 3, 5]


def order(house: House) -> list[int | None]:
    """Return the numbers of the cards to discuss, in order."""
    steps = house.workshop.steps.filter(kind="card").select_related("card")
    return [step.card.number for step in steps if step.card]


@pytest.fixture
def house() -> House:
    """Four leaders sorted: card 3 divides them in half, card 5 by one of four, all agree about the others."""
    house = make_house(leaders=4)
    for n, seat in enumerate(house.leaders):
        zones = dict.fromkeys([1, 2, 4, 6], "inner")
        lay(house, seat, house.pack, zones | {3: "inner" if n < 2 else "outer", 5: "outer" if n else "inner"})
    return house


def reveal_sort(house: House) -> None:
    """Reveal the pack's sort."""
    close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)


def test_before_the_sort_is_revealed_no_order_follows_from_it(house: House) -> None:
    reveal(house)
    before = order(house)
    with pytest.raises(Closed, match="No card sort is revealed"):
        order_discussions(house.fay, "split")
    assert order(house) == before == BY_POLL
    assert "Most divided in the card sort first" not in page(house, house.ada)


def kinds_to_come(house: House) -> list[str]:
    """Return the kinds of the steps after the one on the stage."""
    house.workshop.refresh_from_db()
    steps = list(house.workshop.steps.all())
    return [step.kind for step in steps[past_the_stage(house.workshop, steps) :]]


def test_what_an_order_adds_is_to_come_even_at_the_results(house: House) -> None:
    reveal_sort(house)
    put(house, "results")
    order_discussions(house.fay, "split")
    assert kinds_to_come(house) == ["card"] * 6 + ["close"]


def test_what_a_late_reveal_adds_is_to_come(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 2)
    put(house, "results")
    reveal_round(house.fay, house.poll)
    assert kinds_to_come(house) == ["card"] * 6 + ["close"]


def test_most_divided_first_and_ties_in_the_cards_own_order(house: House) -> None:
    reveal_sort(house)
    order_discussions(house.fay, "split")
    assert order(house) == [3, 5, 1, 2, 4, 6]
    for seat, name in ((house.ada, "room"), (house.fay, "desk")):
        assert "Most divided in the card sort first" in page(house, seat, name)


def test_what_has_begun_stays_and_a_later_poll_keeps_the_choice(house: House) -> None:
    reveal_sort(house)
    order_discussions(house.fay, "split")
    put(house, "card", house.cards[2])
    reveal(house)
    assert [number for number in order(house) if number != 3] == [5, 1, 2, 4, 6]
    assert order(house).count(3) == 1


def test_by_nominations_again(house: House) -> None:
    reveal(house)
    reveal_sort(house)
    order_discussions(house.fay, "split")
    order_discussions(house.fay, "nominations")
    assert order(house) == BY_POLL
    assert "In the order of the poll" in page(house, house.ada)


def test_an_ordering_is_taken_back_once(house: House) -> None:
    reveal(house)
    reveal_sort(house)
    order_discussions(house.fay, "split")
    take_back_order(house.fay)
    assert order(house) == BY_POLL
    with pytest.raises(Closed, match="nothing was ordered"):
        take_back_order(house.fay)


def test_taking_back_takes_away_what_the_ordering_added(house: House) -> None:
    reveal_sort(house)
    order_discussions(house.fay, "split")
    take_back_order(house.fay)
    assert order(house) == []


def test_a_discussion_that_is_moved_is_in_an_order_by_hand(house: House) -> None:
    reveal(house)
    move_step(house.fay, house.workshop.steps.filter(kind="card")[0], "down")
    assert order(house)[:2] == [4, 2]
    assert "chosen by hand" in page(house, house.ada)
    house.workshop.refresh_from_db()
    assert exported(house)["workshop"]["ordered_by"] == "hand"


def test_only_who_leads_orders_and_only_by_what_there_is(house: House) -> None:
    with pytest.raises(Forbidden):
        order_discussions(house.ada, "split")
    with pytest.raises(Forbidden):
        take_back_order(house.ada)
    with pytest.raises(Invalid):
        order_discussions(house.fay, "title")
    with pytest.raises(Closed, match="No poll is revealed"):
        order_discussions(house.fay, "nominations")


def test_the_desk_orders_and_takes_back(house: House) -> None:
    assert send(house, house.fay, "agenda-order", {"by": "split"}).status_code == 409
    reveal_sort(house)
    assert send(house, house.fay, "agenda-order", {"by": "split"}).status_code == 302
    assert "Take the last ordering back" in page(house, house.fay, "desk")
    assert send(house, house.fay, "agenda-order", {"by": "before"}).status_code == 302
    assert Workshop.objects.get(pk=house.workshop.pk).ordered_by == ""


def test_a_second_press_leaves_the_way_back(house: House) -> None:
    reveal(house)
    move_step(house.fay, house.workshop.steps.filter(kind="card")[0], "down")
    by_hand = order(house)
    for _press in range(2):
        order_discussions(house.fay, "nominations")
    take_back_order(house.fay)
    assert order(house) == by_hand != BY_POLL
    assert Workshop.objects.get(pk=house.workshop.pk).ordered_by == "hand"


def test_taking_back_moves_discussions_alone(house: House) -> None:
    reveal(house)
    reveal_sort(house)
    add(house)
    order_discussions(house.fay, "split")
    add_break(house.fay, 10)
    add_round(house.fay, uid=uuid.uuid4(), kind="poll", when="live", k=2)
    move_step(house.fay, house.workshop.steps.filter(kind="poll").latest("position"), "up")
    before = list(house.workshop.steps.values_list("kind", flat=True))
    take_back_order(house.fay)
    assert list(house.workshop.steps.values_list("kind", flat=True)) == before
    assert order(house) == BY_POLL


def test_a_discussion_that_came_after_the_ordering_stays_where_it_is(house: House) -> None:
    reveal(house)
    reveal_sort(house)
    order_discussions(house.fay, "split")
    put(house, "card", house.cards[2])
    discuss_next(house.fay, house.cards[2])
    take_back_order(house.fay)
    assert order(house) == [3, 3, 2, 4, 1, 6, 5]


def test_taking_back_keeps_what_was_suggested_since(house: House) -> None:
    reveal_sort(house)
    order_discussions(house.fay, "split")
    put(house, "welcome")
    house.ada.workshop.refresh_from_db()
    accept_suggestion(house.fay, suggest_item(house.ada, uid=uuid.uuid4(), card=house.cards[3]))
    take_back_order(house.fay)
    assert order(house) == [4]
