"""The pages of the hour keep to so many queries, at twelve cards and at sixty: each costs the server a third
of a millisecond, so that a page with twice as many would no longer be quick."""

from collections.abc import Iterable

import pytest
from django.urls import reverse

from tests.stagecraft import bring, put, say
from tests.support import House, client_of, make_house
from tests.views.test_live_queries import queries
from workshop.actions.sort import place_card
from workshop.models import Card, CardText, Prompt, Round, RoundCard, Step

pytestmark = pytest.mark.django_db

PROMISED = {
    ("desk", "poll"): 25,
    ("desk", "card"): 28,
    ("room", "poll"): 26,
    ("room", "card"): 26,
    ("pack", "poll"): 12,
    ("pack", "card"): 11,
    ("screen", "poll"): 15,
    ("screen", "card"): 20,
}


def lay(house: House, cards: int) -> None:
    """Lay more cards on the table, up to so many: asked about, to discuss and to comment on."""
    numbers = range(len(house.cards) + 1, cards + 1)
    made = Card.objects.bulk_create(
        Card(workshop=house.workshop, number=n, position=n, rev=1) for n in numbers
    )
    CardText.objects.bulk_create(CardText(card=card, rev=1, title=f"Card {card.number}") for card in made)
    Step.objects.bulk_create(
        Step(workshop=house.workshop, kind="card", card=card, position=200 + n) for n, card in enumerate(made)
    )
    Prompt.objects.bulk_create(
        Prompt(workshop=house.workshop, card=card, kind="card_comment", position=card.position)
        for card in made
    )
    for round in (house.pack, house.poll):
        RoundCard.objects.bulk_create(asked(round, made))


def asked(round: Round, cards: Iterable[Card]) -> list[RoundCard]:
    """Return the rows by which a round asks about cards."""
    return [RoundCard(round=round, card=card, text_rev=1, position=card.position) for card in cards]


@pytest.mark.parametrize("cards", [12, 60])
@pytest.mark.parametrize("kind", ["poll", "card"])
@pytest.mark.parametrize("name", ["desk", "room", "pack", "screen"])
def test_a_page_of_the_hour_keeps_to_its_queries(name: str, kind: str, cards: int) -> None:
    house = make_house(leaders=4)
    if kind == "poll":
        put(house, "poll")
    else:
        card = bring(house)
        for seat in house.leaders:
            say(house, seat, card, "Today.")
    lay(house, cards)
    for card in house.cards[:2]:
        place_card(house.ada, house.pack, card, "inner")
    browser = client_of(house.fay if name == "desk" else house.ada)
    address = reverse(name, kwargs={"slug": house.workshop.slug})
    assert queries(browser, address) == PROMISED[name, kind]
