"""A quote that waits is seen where its speaker comes by, and one made before by who quotes again."""

from typing import Any
from uuid import uuid4

import pytest

from tests.actions.test_quotes import answer
from tests.quoting import SAID, asked, marked, source, spoken
from tests.stagecraft import page
from tests.support import House, client_of
from tests.synthesis import blank_of
from tests.views.test_live_queries import queries
from workshop.actions.quotes import remove_quote, send_quote, write_quote
from workshop.actions.workshops import close_workshop
from workshop.live.fragments import regions
from workshop.models import Quote, Workshop
from workshop.models.audiences import PARTICIPANTS
from workshop.models.quotable import Quotable

pytestmark = pytest.mark.django_db
WAITS = "would like to quote you"
PAGES = ("pack", "pack-finish")


@pytest.mark.parametrize("name", PAGES)
def test_a_quote_that_waits_is_seen_by_its_speaker_until_it_is_answered_and_by_nobody_else(name: str) -> None:
    house = spoken("hidden")
    ben = house.others[0]
    marked(house, "We share money")
    assert WAITS not in page(house, house.ada, name)
    quote = asked(house)
    assert WAITS in page(house, house.ada, name)
    assert [seat for seat in (ben, house.fay) if WAITS in page(house, seat, name)] == []
    answer(house, quote, "refused")
    assert WAITS not in page(house, house.ada, name)
    remove_quote(house.fay, asked(house))
    assert WAITS not in page(house, house.ada, name)


def test_a_quote_of_a_blank_card_is_seen_on_the_pack_too_and_after_the_close() -> None:
    house = spoken()
    blank_of(house.ada, "A tension of mine")
    found = next(each for each in Quotable(house.workshop).sources if each.kind == "blank card")
    quote = write_quote(house.fay, found, uid=uuid4(), text=found.text, attribution="a leader")
    send_quote(house.fay, quote, rev=quote.rev, until=None)
    assert WAITS in page(house, house.ada, "pack")
    close_workshop(house.fay)
    assert WAITS in page(house, house.ada, "pack")


@pytest.mark.parametrize(("promise", "leads"), [("named", True), ("hidden", True), ("unlinked", False)])
def test_the_closed_room_leads_to_quotes_as_long_as_they_can_be_answered(promise: str, leads: bool) -> None:
    house = spoken(promise)
    close_workshop(house.fay)
    pushed = regions(Workshop.objects.get(pk=house.workshop.pk), PARTICIPANTS)["stage"]
    for text in (page(house, house.ada, "room"), pushed):
        assert (f'href="/w/{house.workshop.slug}/quotes/own/"' in text) is leads


def test_a_quote_that_waits_costs_the_pack_no_query() -> None:
    house = spoken()
    client, path = client_of(house.ada), f"/w/{house.workshop.slug}/pack/"
    before = queries(client, path)
    asked(house)
    assert WAITS in client.get(path).text
    assert queries(client, path) == before


def test_what_the_speaker_wrote_stands_beside_a_quote_that_has_less_of_it() -> None:
    house = spoken()
    asked(house)
    assert "What you wrote" not in page(house, house.ada, "own-quotes")
    asked(house, "We share money […]. Power stays where it was.")
    text = page(house, house.ada, "own-quotes")
    assert text.count("What you wrote") == 1
    assert f'<p class="soft" dir="auto">{SAID}</p>' in text


@pytest.mark.parametrize(("state", "main", "plain"), [("", 1, 0), ("refused", 0, 1), ("accepted", 0, 0)])
def test_only_a_quote_that_waits_has_the_main_button(state: str, main: int, plain: int) -> None:
    house = spoken()
    quote = asked(house)
    if state:
        answer(house, quote, state)
    text = page(house, house.ada, "own-quotes")
    assert (text.count("button--main"), text.count("Accept it after all")) == (main, plain)


def test_words_that_are_quoted_already_say_so_where_words_are_chosen_and_where_a_quote_is_made() -> None:
    house = spoken()
    new = f"quotes/new/?of={source(house).key}"

    def pages() -> list[Any]:
        return [page(house, house.fay, "quote-words"), client_of(house.fay).get(at(house, new)).text]

    assert not any("Quoted already" in text for text in pages())
    first = marked(house, "We share money")
    assert all("Quoted already, once:" in text and "“We share money”" in text for text in pages())
    marked(house, "Power stays")
    assert all("Quoted already, 2 times:" in text for text in pages())
    remove_quote(house.fay, Quote.objects.get(pk=first.pk))
    assert all("Quoted already, once:" in text for text in pages())


def at(house: House, path: str) -> str:
    """Return an address of the workshop."""
    return f"/w/{house.workshop.slug}/{path}"
