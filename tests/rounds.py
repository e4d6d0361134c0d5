"""Further rounds, made as the pages make them, for the tests of the series."""

import uuid
from collections.abc import Mapping
from typing import Any

from tests.support import House
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.sort import place_card
from workshop.models import Round, Seat


def asked(house: House, kind: str = "sort", when: str = "live", **more: Any) -> Round:
    """Add a round and open it."""
    return open_round(house.fay, add_round(house.fay, kind=kind, when=when, uid=uuid.uuid4(), **more))


def lay(house: House, seat: Seat, round: Round, zones: Mapping[int, str]) -> None:
    """Let somebody place cards by number."""
    cards = {card.number: card for card in house.workshop.cards.filter(number__in=zones)}
    for number, zone in zones.items():
        place_card(seat, round, cards[number], zone)


def revealed(house: House, round: Round) -> Round:
    """Reveal a round."""
    return reveal_round(house.fay, round)
