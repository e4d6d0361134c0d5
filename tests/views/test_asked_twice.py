"""An answer that ends more than it says is asked once more, and what it did is said after."""

from typing import Any

import pytest

from tests.actions.test_quotes import answer, printed, say
from tests.actions.test_quotes_of_nobody import closed
from tests.quoting import asked, spoken
from tests.support import House, client_of, make_house
from tests.views.test_consent_presses import agreed, at, given, press, uid_of
from workshop.models import Kept, Remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """An unlinked workshop, closed, with an accepted quote in the file."""
    house = spoken("unlinked")
    answer(house, asked(house), "accepted")
    closed(house)
    return house


def no_to_part(house: House) -> dict[str, str]:
    return {uid_of(house, "take-part"): "no"}


def test_a_no_that_stops_every_quote_is_asked_first_and_said_after(house: House) -> None:
    page = press(house, quote="none").text
    assert "Stop every quote?" in page
    assert "nothing that you or the others wrote is quoted" in page
    assert (len(printed(house)), given(house)["quote-unnamed"]) == (1, True)
    assert "Nothing from this workshop is quoted" in agreed(house, quote="none").text
    assert printed(house) == []


def test_the_button_of_such_a_no_asks_by_itself_and_no_other_does(house: House) -> None:
    page = client_of(house.ada).get(at(house, "pack/information")).text
    assert page.count("data-confirm=") == 2
    assert 'data-confirm="Stop every quote?"' in page
    agreed(house, quote="none")
    assert "Stop every quote?" not in client_of(house.ada).get(at(house, "pack/information")).text


def test_who_had_said_no_before_the_close_changes_another_answer_and_stops_nothing() -> None:
    house = spoken("unlinked")
    answer(house, asked(house), "accepted")
    ben = house.others[0]
    Remark.objects.create(workshop=house.workshop, seat=ben, card=house.cards[1], body="So", rev=1)
    say(ben, quote_named=False, quote_unnamed=False)
    closed(house)
    assert len(printed(house)) == 1
    client_of(ben).post(at(house, "pack/information/answer"), {uid_of(house, "keep-for-reuse"): "no"})
    assert Kept.objects.get().quoting == "checked"


@pytest.mark.parametrize("promise", ["named", "unlinked"])
def test_a_no_to_taking_part_is_asked_first_and_says_what_becomes_of_the_words(promise: str) -> None:
    house = spoken(promise)
    page = press(house, **no_to_part(house)).text
    assert "Take part no more?" in page
    assert given(house)["take-part"] is True
    after = agreed(house, **no_to_part(house)).text
    assert given(house)["take-part"] is False
    for each in (page, after):
        assert "is left out of every file that is made from then on" in each
        assert "but for cards that the group took up and the text that it agreed on" in each
        assert ("the close erases what you wrote, but for the same" in each) == (promise == "unlinked")


def test_after_an_unlinked_close_it_says_that_words_stay_and_quotes_stop(house: House) -> None:
    page = press(house, **no_to_part(house)).text
    assert "Anything that you wrote stays, in files too" in page
    assert "nothing that you or the others wrote is quoted" in page
    assert len(printed(house)) == 1


def test_a_form_that_stops_every_quote_is_asked_first_with_each_answer_kept(house: House) -> None:
    sent: dict[str, Any] = {uid_of(house, "take-part"): "yes", uid_of(house, "keep-for-reuse"): "no"}
    page = client_of(house.ada).post(at(house, "pack/information"), {**sent, "quote": "none"}).text
    assert "Stop every quote?" in page
    assert page.count('value="none"') == page.count('value="yes"') == page.count('value="no"') == 1
    assert len(printed(house)) == 1


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_a_name_beside_quotes_is_not_offered_where_the_promise_hides_names(promise: str) -> None:
    house = make_house(leaders=1, promise=promise)
    page = client_of(house.ada).get(at(house, "pack/information")).text
    assert "with my name" not in page
    assert "You said: My words may be quoted in reports and papers without my name." in page
    assert "Quotes from this workshop are given without names" in page


def test_a_name_beside_quotes_is_offered_where_names_are_open() -> None:
    house = make_house(leaders=1)
    page = client_of(house.ada).get(at(house, "pack/information")).text
    assert "You said: My words may be quoted in reports and papers with my name." in page
    assert "given without names" not in page


def test_what_nobody_can_check_is_said_before_anybody_agrees_to_be_quoted() -> None:
    house = make_house(leaders=1, promise="unlinked", agreed=False)
    page = client_of(house.ada).get(at(house, "pack/information")).text
    says = "facilitators can quote any of those words after the close too. Nobody can check such a quote"
    assert page.index(says) < page.index('name="quote"') < page.index(">Go on<")
