"""A live page costs a fixed number of queries, whatever the number of people, cards and comments."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.stagecraft import bring, put, say
from tests.support import House, add_leader, agree, client_of, make_house
from tests.views.results_world import propose, write
from workshop.actions.agenda import add_discussion
from workshop.actions.sort import place_card
from workshop.models import Card, CardText, RoundCard, Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def queries(browser: Client, address: str) -> int:
    """Count the queries of a page."""
    with CaptureQueriesContext(connection) as counted:
        assert browser.get(address).status_code == 200
    return len(counted)


def grow(house: House, kind: str) -> None:
    """Add people, cards, answers and comments."""
    for n in range(6):
        leader = add_leader(house.fay, f"Late{n}")
        agree(leader)
        card = Card.objects.create(workshop=house.workshop, number=20 + n, position=20 + n, rev=1)
        CardText.objects.create(card=card, rev=1, title=f"Card {20 + n}")
        Step.objects.create(workshop=house.workshop, kind="card", card=card, position=280 + n)
        RoundCard.objects.create(round=house.poll, card=card, text_rev=1, position=20 + n)
        RoundCard.objects.create(round=house.pack, card=card, text_rev=1, position=20 + n)
        place_card(leader, house.pack, card, "inner")
        if kind == "card":
            write(house, leader, "In a pack.", 2)
            remark = say(house, leader, house.cards[1], "Today.")
            say(house, house.ada, house.cards[1], "A reply.", reply_to=remark)
            propose(house, leader, f"Other {n}", rephrases=house.cards[1])


@pytest.mark.parametrize("kind", ["welcome", "poll", "card", "results"])
@pytest.mark.parametrize("name", ["room", "desk", "screen"])
def test_a_live_page_costs_the_same_whatever_its_size(house: House, kind: str, name: str) -> None:
    if kind == "card":
        card = bring(house)
        write(house, house.ada, "In a pack.", 2)
        remark = say(house, house.ada, card, "Today.")
        say(house, house.ada, card, "A reply.", reply_to=remark)
        propose(house, house.ada, "Another", rephrases=card)
    else:
        put(house, kind)
        add_discussion(house.fay, house.cards[0])
    place_card(house.ada, house.pack, house.cards[0], "inner")
    browser = client_of(house.fay if name == "desk" else house.ada)
    address = reverse(name, kwargs={"slug": house.workshop.slug})
    before = queries(browser, address)
    grow(house, kind)
    assert queries(browser, address) == before


@pytest.mark.parametrize("name", ["room", "desk", "overview", "screen"])
def test_a_page_reads_no_fragment_that_it_does_not_show(house: House, name: str) -> None:
    put(house, "poll")
    answer = client_of(house.fay).get(reverse(name, kwargs={"slug": house.workshop.slug}))
    shown = answer.content.decode()
    assert [name for name in answer.context["regions"] if f'id="live-{name}"' not in shown] == []
