"""Searching what was said: in what one may read, by what one is told, with how far its quotes are."""

import re
import uuid

import pytest

from tests.stagecraft import bring, page, say
from tests.support import House, make_house
from tests.synthesis import change
from tests.views.results_world import begin, write
from workshop.actions.quotes import send_quote, write_quote
from workshop.models.quotable import Quotable

pytestmark = pytest.mark.django_db


def spoken(promise: str = "named") -> House:
    """Return a house in which three wrote of two cards, one in the discussion, one to facilitators alone."""
    house = make_house(promise=promise)
    write(house, house.ada, "Better biscuits, and no power", 1)
    write(house, house.others[0], "Power is in the budget", 2)
    write(house, house.others[1], "A power that nobody else reads of", 0)
    card = bring(house, 2)
    say(house, house.others[2], card, "Who holds the power here")
    return house


def found(house: House, query: str, seat: str = "fay") -> list[str]:
    """Return the words that a search shows."""
    shown = page(house, getattr(house, seat), "results", query).partition('id="search"')[2]
    return re.findall(r'<p class="said__words" dir="auto">(.*?)</p>', shown.partition("</section>")[0])


def test_words_are_found_whatever_their_case_and_all_must_be_there() -> None:
    house = spoken()
    assert found(house, "?words=POWER") == [
        "Better biscuits, and no power",
        "Power is in the budget",
        "Who holds the power here",
        "A power that nobody else reads of",
    ]
    assert found(house, "?words=power+biscuits") == ["Better biscuits, and no power"]
    assert "Found in 4 places." in page(house, house.fay, "results", "?words=power")


def test_card_kind_and_person_narrow_it() -> None:
    house = spoken()
    two = house.cards[1].uid
    assert found(house, f"?card={two}") == ["Power is in the budget", "Who holds the power here"]
    assert found(house, f"?card={two}&kind=discussion") == ["Who holds the power here"]
    assert found(house, "?by=Ada&words=power") == ["Better biscuits, and no power"]
    assert found(house, "?by=Ada&kind=discussion") == []
    assert "Nothing that was written has all of this." in page(
        house, house.fay, "results", "?by=Ada&kind=discussion"
    )


def test_before_anybody_looks_nothing_is_said_to_be_found() -> None:
    house = spoken()
    assert found(house, "") == []
    assert "Found in" not in page(house, house.fay, "results")


def test_who_takes_part_finds_what_the_group_reads_and_no_more() -> None:
    house = spoken()
    assert "A power that nobody else reads of" not in found(house, "?words=power", "ada")
    assert len(found(house, "?words=power", "ada")) == 3


def test_where_names_are_hidden_nobody_is_searched_for_but_by_facilitators() -> None:
    house = spoken("hidden")
    shown = page(house, house.ada, "results", "?by=Ada")
    assert found(house, "?by=Ada", "ada") == []
    assert 'id="search-by"' not in shown
    assert found(house, "?by=Ada") == ["Better biscuits, and no power"]


def test_before_the_group_may_read_there_is_nothing_to_search() -> None:
    house = make_house()
    write(house, house.others[0], "Power is in the budget", 2)
    assert 'id="search"' not in page(house, house.ada, "results", "?words=power")
    begin(house)


def test_a_quote_is_shown_with_how_far_it_is_to_facilitators_alone() -> None:
    house = spoken()
    [source] = [each for each in Quotable(house.workshop).sources if "budget" in each.text]
    quote = write_quote(house.fay, source, uid=uuid.uuid4(), text=source.text, attribution="a director")
    send_quote(house.fay, quote, rev=quote.rev, until=None)
    for seat, told in ((house.fay, True), (house.ada, False)):
        shown = page(house, seat, "results", "?words=budget")
        assert (f"/quotes/{quote.uid}/" in shown) is told


def test_what_is_looked_for_stays_words() -> None:
    shown = page(house := spoken(), house.fay, "results", "?words=%3Cscript%3E%22&card=nonsense&kind=x")
    assert "<script>&quot;" not in shown
    assert 'value="&lt;script&gt;&quot;"' in shown


def test_a_card_on_the_table_is_offered_and_finds_what_was_said_of_those_it_came_from() -> None:
    house = spoken()
    before = [card.uid for card in house.cards]
    change(house.fay, "merge", house.cards[:2], titles=["Money and power"])
    new = house.workshop.cards.latest("pk")
    shown = page(house, house.fay, "results")
    assert f'<option value="{new.uid}">' in shown
    assert found(house, f"?card={new.uid}") == [
        "Better biscuits, and no power",
        "Power is in the budget",
        "Who holds the power here",
    ]
    assert found(house, f"?card={before[0]}") == ["Better biscuits, and no power"]
    assert found(house, f"?card={before[2]}") == []
