"""A workshop to ask for results of: who placed, nominated and wrote what."""

from django.urls import reverse

from tests.support import House, client_of
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.actions.sort import place_card
from workshop.models import Card, CardText, Remark, Seat

ZONES = ("inner", "inner", "inner", "inner", "outer")


def results_page(house: House, seat: Seat) -> str:
    """Return the page of results as a seat is sent it."""
    address = reverse("results", kwargs={"slug": house.workshop.slug})
    answer = client_of(seat).get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sort_cards(house: House, number: int = 1) -> None:
    """Let each leader place one card: of five, four say inner."""
    for seat, zone in zip(house.leaders, ZONES * len(house.leaders), strict=False):
        place_card(seat, house.pack, house.cards[number - 1], zone)


def poll_cards(house: House) -> None:
    """Let each leader nominate the first two cards, but the last one, who would rather not choose."""
    open_round(house.fay, house.poll)
    both = frozenset(str(card.uid) for card in house.cards[:2])
    *most, last = house.leaders
    cast_ballots(house.poll, [*[Vote(seat, both) for seat in most], Vote(last, frozenset(), abstains=True)])
    reveal_round(house.fay, house.poll)


def write(house: House, seat: Seat, body: str, number: int = 1) -> Remark:
    """Write in a pack, about a card; about none with ``number`` 0, which is for facilitators."""
    card = house.cards[number - 1] if number else None
    prompt = house.workshop.prompts.get(card=card)
    visibility = Remark.Visibility.GROUP if card else Remark.Visibility.FACILITATORS
    return Remark.objects.create(
        workshop=house.workshop, prompt=prompt, seat=seat, body=body, visibility=visibility, rev=1
    )


def propose(house: House, seat: Seat, title: str, rephrases: Card | None = None) -> Card:
    """Fill in a blank card."""
    card = Card.objects.create(
        workshop=house.workshop, status="proposed", position=1, proposer=seat, rephrases=rephrases, rev=1
    )
    CardText.objects.create(card=card, rev=1, title=title, seat=seat)
    return card


def begin(house: House) -> None:
    """Put the first step on the stage, so that the workshop has begun."""
    house.workshop.step = house.workshop.steps.earliest("position")
    house.workshop.save(update_fields=["step"])
