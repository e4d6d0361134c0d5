"""Changing one's mind: step by step, one by one where later steps allow it, and back again."""

import uuid

import pytest

from tests.rounds import asked
from tests.support import House, make_house
from tests.synthesis import MERGED, blank_of, change, numbered, paper_synthesis, table, undo
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import remove_blank, save_blank
from workshop.actions.discussion import post_remark
from workshop.actions.stage import move_stage
from workshop.actions.undoing import undo_change
from workshop.models import Change, Closed, Stale
from workshop.models.lineage import lineage_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def test_the_papers_steps_are_taken_back_one_after_another(house: House) -> None:
    before = table(house.workshop)
    made = paper_synthesis(house.fay, blank_of(house.ada))

    for step in reversed(made):
        undo(house.fay, step)

    assert table(house.workshop) == before
    assert Change.objects.count() == 6


def test_an_earlier_step_is_taken_back_alone_where_no_later_one_rests_on_it(house: House) -> None:
    _added, merged, _nested = paper_synthesis(house.fay, blank_of(house.ada))

    undo(house.fay, merged)

    assert [card.number for card in house.cards] == [1, 2, 3, 4, 5, 6]


def test_a_step_that_a_later_one_rests_on_waits_for_it(house: House) -> None:
    added, _merged, nested = paper_synthesis(house.fay, blank_of(house.ada))

    with pytest.raises(Closed, match="number 3"):
        undo(house.fay, added)
    undo(house.fay, nested)
    undo(house.fay, added)

    assert [card.number for card in house.cards] == [1, 2, 3, 8]


def test_what_was_taken_back_can_be_made_again(house: House) -> None:
    made = paper_synthesis(house.fay, blank_of(house.ada))
    after = table(house.workshop)
    for step in reversed(made):
        undo(house.fay, step)
    for step in made:
        undo(house.fay, step)

    assert table(house.workshop) == after
    assert [card.number for card in house.cards] == [1, 2, 3, 8]


def test_a_number_is_never_given_twice(house: House) -> None:
    undo(house.fay, change(house.fay, "adopt", [blank_of(house.ada)]))

    change(house.fay, "adopt", [blank_of(house.others[0], "Another one")])

    assert house.cards[-1].number == 8


def test_a_step_cannot_be_made_again_once_its_cards_went_elsewhere(house: House) -> None:
    merged = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    undo(house.fay, merged)
    change(house.fay, "retire", numbered(house.workshop, 5))

    with pytest.raises(Closed):
        undo(house.fay, merged)


def test_an_undoing_sent_twice_is_made_once(house: House) -> None:
    retired = change(house.fay, "retire", house.cards[:1])
    uid = uuid.uuid4()

    undo_change(house.fay, retired.n, uid=uid, head=retired.n)
    undo_change(house.fay, retired.n, uid=uid, head=retired.n)

    assert len(house.cards) == 6
    assert Change.objects.count() == 2


def test_two_people_who_take_the_same_change_back_do_not_make_it_again(house: House) -> None:
    retired = change(house.fay, "retire", house.cards[:1])
    undo_change(house.fay, retired.n, uid=uuid.uuid4(), head=retired.n)

    with pytest.raises(Stale, match="Fay took this back a moment ago"):
        undo_change(house.fay, retired.n, uid=uuid.uuid4(), head=retired.n)

    assert len(house.cards) == 6


@pytest.mark.parametrize("verb", ["lift", "retire"])
def test_a_sub_theme_does_not_go_back_to_a_card_that_is_not_there(house: House, verb: str) -> None:
    change(house.fay, "nest", numbered(house.workshop, 6), house.cards[2])
    freed = change(house.fay, verb, numbered(house.workshop, 6))
    merged = change(house.fay, "merge", numbered(house.workshop, 2, 3), titles=["Both"])

    with pytest.raises(Closed, match="Card 6 was part of card 3"):
        undo(house.fay, freed)
    undo(house.fay, merged)
    undo(house.fay, freed)

    assert house.workshop.cards.get(number=6).parent == house.workshop.cards.get(number=3)


def test_sub_themes_are_lifted_out_again_in_any_order(house: House) -> None:
    third = house.cards[2]
    first = change(house.fay, "nest", numbered(house.workshop, 5), third)
    change(house.fay, "nest", numbered(house.workshop, 6), third)

    undo(house.fay, first)

    assert [card.number for card in house.cards] == [1, 2, 3, 4, 5]


def test_a_nesting_is_not_made_again_in_a_card_that_was_merged(house: House) -> None:
    nested = change(house.fay, "nest", numbered(house.workshop, 6), house.cards[2])
    undo(house.fay, nested)
    change(house.fay, "merge", numbered(house.workshop, 2, 3), titles=["Both"])

    with pytest.raises(Closed, match="Card 6 was part of card 3"):
        undo(house.fay, nested)


def test_a_blank_card_that_its_author_removed_is_not_taken_up_again(house: House) -> None:
    blank = blank_of(house.ada)
    adopted = change(house.fay, "adopt", [blank])
    undo(house.fay, adopted)
    blank.refresh_from_db()
    remove_blank(house.ada, blank)

    with pytest.raises(Closed, match="have changed since"):
        undo(house.fay, adopted)


def test_an_undoing_is_no_change_that_can_be_named(house: House) -> None:
    undone = undo(house.fay, change(house.fay, "retire", house.cards[:1]))

    with pytest.raises(Change.DoesNotExist):
        undo(house.fay, undone)


def test_what_was_said_on_a_merged_card_is_not_lost_when_it_is_taken_back(house: House) -> None:
    merged = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    move_stage(house.fay, house.workshop.steps.all()[0], 0)
    (made,) = numbered(house.workshop, 7)
    said = post_remark(house.ada, made, "This is it", uid=uuid.uuid4())

    undo(house.fay, merged)

    lineage = lineage_of(house.workshop)
    for card in numbered(house.workshop, 4, 5, 6):
        assert said.card_id in lineage.reach(card.pk)
    assert said.card_id not in lineage.reach(house.cards[0].pk)


def test_a_step_is_not_made_again_on_a_card_that_is_not_there_any_more(house: House) -> None:
    merged = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    retired = change(house.fay, "retire", numbered(house.workshop, 7))
    undo(house.fay, retired)
    undo(house.fay, merged)

    with pytest.raises(Closed, match="changed since"):
        undo(house.fay, retired)


def test_words_that_a_round_asked_about_stay_when_the_card_is_its_authors_again(house: House) -> None:
    made = change(house.fay, "adopt", [blank_of(house.ada, "The words that people saw")])
    sort = asked(house)
    card = numbered(house.workshop, 7)[0]
    undo(house.fay, made)

    for n in (1, 2):
        card = save_blank(house.ada, card.uid, card.rev, BlankWords(f"Other words {n}", "", ""))

    pinned = sort.round_cards.get(card=card)
    assert card.words_at(pinned.text_rev).title == "The words that people saw"
    assert [text.title for text in card.texts.order_by("rev")] == [
        "The words that people saw",
        "Other words 2",
    ]
