"""What the tests of the live pages share: the stage moved, the poll answered, words said."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from tests.support import House, client_of
from workshop.actions.discussion import post_remark
from workshop.actions.rounds import Vote, cast_ballots, reveal_round
from workshop.actions.stage import move_stage
from workshop.models import Card, Remark, Seat, Step, Workshop

HTMX = {"HX-Request": "true"}
JSON = {"Accept": "application/json"}


def step_of(house: House, kind: str, card: Card | None = None) -> Step:
    """Return the first step of a kind, or the discussion of a card."""
    steps = house.workshop.steps.filter(kind=kind)
    return (steps.filter(card=card) if card else steps).earliest("position")


def put(house: House, kind: str, card: Card | None = None) -> Workshop:
    """Put a step on the stage, as Fay."""
    now = Workshop.objects.get(pk=house.workshop.pk)
    moved = move_stage(house.fay, step_of(house, kind, card), now.step_rev)
    house.workshop.refresh_from_db()
    house.fay.workshop.refresh_from_db()
    return moved


def uids(house: House, *numbers: int) -> list[str]:
    """Return the uids of cards by their numbers."""
    return [str(card.uid) for card in house.cards if card.number in numbers]


def vote(house: House, seat: Seat, *numbers: int) -> None:
    """Let somebody nominate cards, or with none abstain."""
    chosen = frozenset(uids(house, *numbers))
    cast_ballots(house.poll, [Vote(seat, chosen, abstains=not numbers)])


def reveal(house: House, votes: Iterable[tuple[int, ...]] = ((2, 4), (2, 6), (1, 2, 4), (2,))) -> None:
    """Open the poll on the stage, let leaders vote in turn, reveal it."""
    put(house, "poll")
    for seat, numbers in zip(house.leaders, votes, strict=False):
        vote(house, seat, *numbers)
    reveal_round(house.fay, house.poll)


def bring(house: House, number: int = 2) -> Card:
    """Reveal the poll and bring a card to the front."""
    reveal(house)
    card = next(card for card in house.cards if card.number == number)
    put(house, "card", card)
    return card


def say(house: House, seat: Seat, card: Card, body: str, reply_to: Remark | None = None) -> Remark:
    """Let somebody say something about a card."""
    return post_remark(seat, card, body, uid=uuid.uuid4(), reply_to=reply_to)


def page(house: House, seat: Seat, name: str = "room", query: str = "", **parts: object) -> str:
    """Return a page as a seat is sent it, on one line."""
    answer = client_of(seat).get(reverse(name, kwargs={"slug": house.workshop.slug, **parts}) + query)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def send(
    house: House,
    seat: Seat,
    name: str,
    data: dict[str, Any],
    parts: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Any:
    """Post a form as a seat; ``parts`` are the parts of the address beside the workshop's."""
    address = reverse(name, kwargs={"slug": house.workshop.slug, **(parts or {})})
    return client_of(seat).post(address, data, headers=headers)
