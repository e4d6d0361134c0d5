"""The set of cards changed together: what each verb does, what it refuses, and that nothing is lost."""

import uuid

import pytest

from tests.chairs import add_gus
from tests.support import House, make_house
from tests.synthesis import MERGED, blank_of, change, numbered, paper_synthesis, table, wanted
from workshop.actions.changes import change_cards
from workshop.actions.workshops import close_workshop
from workshop.models import Card, Change, Closed, Invalid, Mark, Remark, Stale
from workshop.models.wanted import NewCard, Seen, Wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def test_the_papers_six_become_four(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))

    titles = table(house.workshop)
    assert len([title for title in titles if " > " not in title]) == 4
    assert titles[2:] == [
        "Excluding vs including language and communication",
        "Excluding vs including language and communication > Motivation vs lack of skills",
        MERGED,
    ]
    assert [card.number for card in house.cards] == [1, 2, 3, 8]


def test_an_adopted_card_keeps_its_author_and_gets_a_number_that_no_card_had(house: House) -> None:
    blank = blank_of(house.ada)

    change(house.fay, "adopt", [blank])

    blank.refresh_from_db()
    assert (blank.status, blank.number, blank.proposer) == ("live", 7, house.ada)


def test_a_blank_card_that_was_taken_up_frees_its_place_for_another(house: House) -> None:
    change(house.fay, "adopt", [blank_of(house.ada)])

    second = blank_of(house.ada, "One more")

    assert second.is_blank
    assert house.cards[-1].title == "Motivation vs lack of skills"


def test_a_blank_card_can_take_the_place_of_the_card_it_rephrases(house: House) -> None:
    second = house.cards[1]
    blank = blank_of(house.ada, "Power, named plainly", second)

    change(house.fay, "adopt", [blank], second)

    assert [card.title for card in house.cards][1] == "Power, named plainly"
    assert len(house.cards) == 6


def test_no_change_moves_a_comment_or_a_placement(house: House) -> None:
    from workshop.actions.remarks import save_remark
    from workshop.actions.sort import place_card

    fourth = house.cards[3]
    save_remark(house.ada, house.workshop.prompts.get(card=fourth), "True for us", 0)
    place_card(house.ada, house.pack, fourth, "inner")

    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])

    assert Remark.objects.get(body="True for us").prompt.card == fourth  # type: ignore[union-attr]
    assert Mark.objects.get(zone="inner").card == fourth


def test_the_same_form_sent_twice_makes_one_change(house: House) -> None:
    form = wanted(house.workshop, "retire", house.cards[:1])
    uid = uuid.uuid4()

    first = change_cards(house.fay, form, uid=uid)

    assert change_cards(house.fay, form, uid=uid) == first
    assert Change.objects.count() == 1
    with pytest.raises(Change.DoesNotExist):
        change_cards(add_gus(house), form, uid=uid)


def test_a_card_that_somebody_changed_meanwhile_stops_the_whole_change(house: House) -> None:
    late = wanted(house.workshop, "merge", house.cards[3:6], titles=[MERGED])
    change(house.fay, "retire", [house.cards[4]])

    with pytest.raises(Stale, match="Fay set aside card 5 a moment ago"):
        change_cards(house.fay, late, uid=uuid.uuid4())

    assert [card.number for card in house.cards] == [1, 2, 3, 4, 6]


def test_sub_themes_go_along_with_the_card_they_belong_to(house: House) -> None:
    first, second, third = house.cards[:3]
    change(house.fay, "nest", [third], second)

    change(house.fay, "merge", [first, second], titles=["One"])

    assert table(house.workshop)[:2] == ["One", f"One > {third.title}"]


def test_a_card_can_be_split_and_each_part_stands_where_it_stood(house: House) -> None:
    change(house.fay, "split", house.cards[1:2], titles=["Power", "Reciprocity"])

    assert [card.title for card in house.cards][1:3] == ["Power", "Reciprocity"]


def test_what_is_set_aside_comes_back_where_it_was(house: House) -> None:
    before = table(house.workshop)
    second = house.cards[1]
    change(house.fay, "retire", [second])
    assert len(house.cards) == 5

    change(house.fay, "restore", [second])

    assert table(house.workshop) == before


REFUSED = {
    "one card merged": ("merge", [1], None, ["One"]),
    "nothing to make of them": ("merge", [1, 2], None, []),
    "an empty title": ("merge", [1, 2], None, [" "]),
    "a split into one": ("split", [1], None, ["One"]),
    "two cards re-phrased": ("rephrase", [1, 2], None, ["One"]),
    "nested under nothing": ("nest", [1], None, []),
    "nested under itself": ("nest", [1], 1, []),
    "lifted without being nested": ("lift", [1], None, []),
    "restored without being set aside": ("restore", [1], None, []),
    "a card of the pack adopted": ("adopt", [1], None, []),
    "no such verb": ("shred", [1], None, []),
    "no card": ("retire", [], None, []),
}


@pytest.mark.parametrize(("verb", "cards", "target", "titles"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_change_changes_nothing(
    house: House, verb: str, cards: list[int], target: int | None, titles: list[str]
) -> None:
    chosen = numbered(house.workshop, *cards)
    onto = numbered(house.workshop, target)[0] if target else None

    with pytest.raises((Invalid, Closed)):
        change(house.fay, verb, chosen, onto, titles)

    assert len(house.cards) == 6
    assert not Change.objects.exists()


def test_a_card_with_sub_themes_is_not_nested(house: House) -> None:
    first, second, third = house.cards[:3]
    change(house.fay, "nest", [first], second)

    with pytest.raises(Closed, match="sub-themes of its own"):
        change(house.fay, "nest", [second], third)


def test_nothing_changes_before_anybody_was_asked_or_after_the_end() -> None:
    early = make_house(pack_open=False)
    with pytest.raises(Closed, match="list of cards"):
        change(early.fay, "retire", early.cards[:1])
    close_workshop(early.fay)
    with pytest.raises(Closed, match="closed"):
        change(early.fay, "retire", early.cards[:1])


def test_another_workshops_card_cannot_be_reached(house: House) -> None:
    theirs = house.zoe.workshop.cards.all()[0]
    form = Wanted("retire", (Seen(theirs.uid, theirs.rev, 0),))

    with pytest.raises(Card.DoesNotExist):
        change_cards(house.fay, form, uid=uuid.uuid4())


def test_one_pole_without_the_other_is_refused(house: House) -> None:
    form = wanted(house.workshop, "rephrase", house.cards[:1])
    texts = (NewCard("Narratives", pole_a="Ideal"),)

    with pytest.raises(Invalid, match="two ends"):
        change_cards(house.fay, Wanted(form.verb, form.sources, None, texts), uid=uuid.uuid4())
