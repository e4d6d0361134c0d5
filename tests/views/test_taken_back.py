"""A blank card that was taken up and taken back: what was said and counted of it stays within reach."""

import uuid

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import JSON, bring, page, say, send
from tests.support import House, make_house
from tests.synthesis import blank_of, change, numbered, undo
from workshop.actions.blanks import remove_blank
from workshop.actions.rounds import reveal_round
from workshop.live.fragments import regions
from workshop.models import Card, Change, Remark, Workshop

pytestmark = pytest.mark.django_db
TITLE = "Motivation vs lack of skills"


@pytest.fixture
def house() -> House:
    return make_house()


def taken_up(house: House, rephrases: Card | None = None) -> Change:
    """Take Ada's blank card up, as card 7, and let the group speak about it."""
    made = change(house.fay, "adopt", [blank_of(house.ada, TITLE, rephrases)], rephrases)
    say(house, house.others[0], bring(house, 7), "While it lay there.")
    return made


@pytest.mark.parametrize("name", ["results", "lineage"])
def test_what_was_said_of_it_is_on_the_page(house: House, name: str) -> None:
    made = taken_up(house)
    reveal_round(house.fay, house.pack)
    undo(house.fay, made)
    for seat in (house.fay, house.others[0]):
        shown = page(house, seat, name)
        assert shown.index(TITLE) < shown.index("While it lay there.")


@pytest.mark.parametrize("name", ["results", "lineage"])
def test_so_are_its_counts_even_if_its_author_takes_it_out(house: House, name: str) -> None:
    made = change(house.fay, "adopt", [blank_of(house.ada, TITLE)])
    sort = asked(house)
    for seat in house.leaders:
        lay(house, seat, sort, {1: "outer", 7: "inner"})
    (card,) = numbered(house.workshop, 7)
    undo(house.fay, made)
    remove_blank(house.ada, card)
    revealed(house, sort)

    told = page(house, house.fay, name)
    assert "5 of 5 placed it inner" in told[told.rindex(TITLE) :]


def test_what_was_said_of_one_that_replaced_a_card_stands_under_that_card_by_its_title(house: House) -> None:
    undo(house.fay, taken_up(house, house.cards[1]))
    reveal_round(house.fay, house.pack)

    shown = page(house, house.fay, "results")

    assert f"About card “{TITLE}”, which was made of it and taken back" in shown
    assert shown.count("While it lay there.") == 1


def test_a_blank_card_that_was_never_taken_up_is_told_as_a_proposal_alone(house: House) -> None:
    blank_of(house.ada, TITLE)
    reveal_round(house.fay, house.pack)

    assert page(house, house.fay, "results").count(TITLE) == 1
    assert TITLE not in page(house, house.fay, "lineage")


def test_on_the_stage_it_is_said_to_be_gone(house: House) -> None:
    undo(house.fay, taken_up(house))

    now = Workshop.objects.get(pk=house.workshop.pk)
    shown = regions(now, "participants", ["stage"])

    assert f"Card “{TITLE}” was taken back: it is a blank card again." in shown["stage"]


@pytest.mark.parametrize("put_away", [False, True])
@pytest.mark.parametrize("replaces", [False, True])
def test_what_is_sent_just_after_it_was_taken_back_is_kept(
    house: House, replaces: bool, put_away: bool
) -> None:
    made = taken_up(house, house.cards[1] if replaces else None)
    (card,) = numbered(house.workshop, 7)
    undo(house.fay, made)
    if put_away:
        remove_blank(house.ada, card)

    words = {"body": "I was still writing.", "kind": "", "uid": str(uuid.uuid4())}
    sent = send(house, house.others[1], "discussion", words, {"card": card.uid}, JSON)

    assert sent.status_code == 200, sent.content
    said = sent.json()["said"]
    assert said == f"Card “{TITLE}” was taken back while you wrote. Your comment is kept with it."
    reveal_round(house.fay, house.pack)
    assert "I was still writing." in page(house, house.others[0])
    for name in ("results", "lineage"):
        assert page(house, house.others[0], name).count("I was still writing.") == 1


@pytest.mark.parametrize("put_away", [False, True])
def test_a_blank_card_that_was_never_taken_up_takes_no_comment_and_the_words_stay(
    house: House, put_away: bool
) -> None:
    bring(house, 2)
    blank = blank_of(house.ada, TITLE)
    if put_away:
        remove_blank(house.ada, blank)

    words = {"body": "I was still writing.", "kind": "", "uid": str(uuid.uuid4())}
    refused = send(house, house.others[1], "discussion", words, {"card": blank.uid})

    assert refused.status_code == 422
    assert "has not been taken up by the group" in refused.content.decode()
    assert "I was still writing.</textarea>" in refused.content.decode()
    assert not Remark.objects.filter(card=blank).exists()
