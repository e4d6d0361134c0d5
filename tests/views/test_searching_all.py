"""A search finds whatever the page shows its reader that somebody wrote, and says how it may be quoted."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.questions import ask, reply, shown
from tests.rounds import revealed
from tests.stagecraft import page
from tests.support import House, make_house
from tests.views.results_world import begin, propose
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.sort import place_card
from workshop.models import Consent

pytestmark = pytest.mark.django_db


def written(promise: str = "named") -> House:
    """Return a house in which one word stands in an answer, a blank card, a reason and a dissent."""
    house = make_house(promise=promise)
    propose(house, house.others[0], "Turnips for all")
    place_card(house.ada, house.pack, house.cards[1], "unplaced", reason="It is not turnips")
    revealed(house, house.pack)
    begin(house)
    prompt = shown(house, "We grow turnips.", "Nothing.")
    write_text(house.ada, prompt, "We share.", 0)
    say_assent(house.others[1], prompt, "dissent", "There are no turnips in it", 1)
    return house


def found(house: House, seat: str = "fay", query: str = "?words=turnips") -> list[str]:
    """Return what a search shows of each thing that it finds, in plain words."""
    said = page(house, getattr(house, seat), "results", query).partition('id="search"')[2]
    items = said.partition("</section>")[0].split('<li class="said__one">')[1:]
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def test_facilitators_find_answers_blank_cards_dissents_and_reasons_where_names_are_open() -> None:
    said = found(written())
    assert len(said) == 4
    for words in (
        "We grow turnips. Ada answer to a question May be quoted with the name",
        "There are no turnips in it Cem answer to a question",
        "A new card Turnips for all Ben blank card May be quoted with the name",
        "It is not turnips Ada reason for a place May be quoted with the name",
    ):
        assert any(words in each for each in said), words


def test_how_words_may_be_quoted_is_what_their_author_allows() -> None:
    house = written()
    Consent.objects.filter(seat=house.ada, item__key__startswith="quote").update(answer=False)
    assert [each for each in found(house) if "Not to be quoted" in each and "We grow turnips" in each]
    assert not any("quoted" in each for each in found(house, "ada"))


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_who_takes_part_finds_no_reasons_and_where_names_are_hidden_nobody_does(promise: str) -> None:
    house = written(promise)
    said = found(house, "ada")
    assert len(said) == 3
    assert not any("It is not" in each for each in said)
    assert any("Ben" in each for each in said) is (promise == "named")
    assert any("It is not" in each for each in found(house)) is (promise == "named")


def test_kinds_narrow_it_and_an_answer_that_is_not_shown_is_not_found() -> None:
    house = written()
    assert len(found(house, query="?words=turnips&kind=blank")) == 1
    assert len(found(house, query="?words=turnips&kind=reason")) == 1
    assert len(found(house, query="?words=turnips&kind=question")) == 2
    assert found(house, query="?words=turnips&kind=pack") == []
    reply(house.ada, ask(house, "What else?"), "Secret turnips")
    assert not any("Secret" in each for each in (*found(house), *found(house, "ada")))


def test_a_reason_about_a_blank_card_that_nobody_wrote_of_says_of_which() -> None:
    house = make_house()
    blank = propose(house, house.others[0], "Radishes")
    place_card(house.others[0], house.pack, blank, "unplaced", reason="They are no turnips")
    revealed(house, house.pack)
    assert [each for each in found(house) if "They are no turnips" in each and "Radishes" in each]


def test_reasons_are_offered_and_not_read_before_anybody_looks() -> None:
    house = make_house()
    place_card(house.ada, house.pack, house.cards[1], "unplaced", reason="It is not turnips")
    revealed(house, house.pack)
    with CaptureQueriesContext(connection) as asked:
        shown = page(house, house.fay, "results")
    search = shown.partition('id="search"')[2].partition("</section>")[0]
    assert '<option value="reason">' in search
    assert "<option>Ada</option>" in search
    assert str(house.cards[1].uid) in search
    assert not [each for each in asked if '"workshop_mark"."reason",' in each["sql"]]
