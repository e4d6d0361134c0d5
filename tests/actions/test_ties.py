"""Links between cards and where to start: what they refuse, and where they show after the cards change."""

import uuid

import pytest

from tests.chairs import add_gus
from tests.support import House, make_house
from tests.synthesis import change, numbered, tied, undo
from workshop.actions.ties import mark_start, remove_tie, restore_tie, tie_cards
from workshop.models import Card, Closed, Forbidden, Invalid, Stale, Start, Tie
from workshop.models.synthesis import synthesis_of
from workshop.models.tying import hanging_for
from workshop.templatetags.changes import tie_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def says(house: House) -> list[str]:
    """Return the links as the page says them."""
    return [tie_line(line) for line in hanging_for(house.fay, synthesis_of(house.fay)).ties]


def test_a_link_shows_under_what_its_cards_became(house: House) -> None:
    tied(house.fay, 4, 2)
    tied(house.fay, 5, 6)
    merged = change(house.fay, "merge", numbered(house.workshop, 4, 5, 6), titles=["One"])
    assert says(house) == ["Card 7 bears on card 2", "Within card 7"]

    tied(house.fay, 7, 1)
    undo(house.fay, merged)
    assert says(house) == [
        "Card 4 bears on card 2",
        "Card 5 bears on card 6",
        "Cards 4, 5 and 6 bear on card 1",
    ]
    assert set(Tie.objects.values_list("tail__number", "head__number")) == {(4, 2), (5, 6), (7, 1)}


def test_a_link_of_a_split_card_shows_under_all_its_parts(house: House) -> None:
    tied(house.fay, 1, 2)
    change(house.fay, "split", numbered(house.workshop, 2), titles=["A", "B"])

    assert says(house) == ["Card 1 bears on cards 7 and 8"]


def test_a_form_sent_twice_makes_one_link(house: House) -> None:
    one, two, three = house.cards[:3]
    uid = uuid.uuid4()
    first = tie_cards(house.fay, one, two, "Feeds it", uid=uid)

    assert tie_cards(house.fay, one, two, "Feeds it", uid=uid) == first
    with pytest.raises(Stale):
        tie_cards(house.fay, one, three, "Feeds it", uid=uid)
    with pytest.raises(Tie.DoesNotExist):
        tie_cards(add_gus(house), one, two, "Feeds it", uid=uid)
    assert Tie.objects.count() == 1


def test_what_cannot_be_linked_is_refused(house: House) -> None:
    one, two, three = house.cards[:3]
    tied(house.fay, 1, 2)
    change(house.fay, "retire", [three])
    for tail, head, reason, refusal in (
        (one, one, "Feeds it", Invalid),
        (two, one, " ", Invalid),
        (one, two, "Again", Closed),
        (one, Card.objects.get(pk=three.pk), "Feeds it", Closed),
    ):
        with pytest.raises(refusal):
            tie_cards(house.fay, tail, head, reason, uid=uuid.uuid4())
    assert Tie.objects.count() == 1


def test_a_link_is_taken_away_and_put_back_unless_there_is_a_new_one(house: House) -> None:
    tie = tied(house.fay, 1, 2)
    remove_tie(house.fay, tie)
    assert says(house) == []
    restore_tie(house.fay, tie)
    assert says(house) == ["Card 1 bears on card 2"]

    remove_tie(house.fay, tie)
    tied(house.fay, 1, 2)
    with pytest.raises(Closed, match="linked"):
        restore_tie(house.fay, tie)


def test_a_mark_is_a_state_and_only_those_who_take_part_set_it(house: House) -> None:
    one = house.cards[0]
    for seat in (house.ada, house.ada, house.others[0]):
        mark_start(seat, one, True)
    begin = hanging_for(house.ada, synthesis_of(house.ada)).starts[0]
    assert (begin.count, begin.mine) == (2, True)

    for _again in range(2):
        mark_start(house.ada, one, False)
    assert Start.objects.get().seat == house.others[0]
    with pytest.raises(Forbidden):
        mark_start(house.fay, one, True)


def test_nobody_starts_with_a_card_that_left_the_table_but_its_marks_stay(house: House) -> None:
    one = house.cards[0]
    mark_start(house.ada, one, True)
    change(house.fay, "rephrase", [one], titles=["Other words"])

    with pytest.raises(Closed, match="not on the table"):
        mark_start(house.others[0], Card.objects.get(pk=one.pk), True)
    assert Start.objects.get().card == one
    assert all(begin.count == 0 for begin in hanging_for(house.ada, synthesis_of(house.ada)).starts)


def test_a_mark_fixes_the_promise(house: House) -> None:
    mark_start(house.ada, house.cards[0], True)
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at
