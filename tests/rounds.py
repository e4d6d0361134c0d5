"""Further rounds, made as the pages make them, for the tests of the series."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

import jsonschema

from tests.support import House
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.sort import place_card
from workshop.actions.spectrum import Position, mark_cards
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import CardText, Round, Seat


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


def give_poles(house: House, *numbers: int) -> None:
    """Name the poles of cards by number, in words of one's own for each: "few 1" to "many 1"."""
    for card in house.workshop.cards.filter(number__in=numbers).with_words():
        words = {"pole_a": f"few {card.number}", "pole_b": f"many {card.number}"}
        CardText.objects.filter(pk=card.words.pk).update(**words)


def mark(house: House, seat: Seat, round: Round, number: int, now: int | None, want: int | None) -> None:
    """Let somebody mark a card by number."""
    card = house.workshop.cards.get(number=number)
    mark_cards(seat, round, [Position(card, now, want)])


def exported(house: House) -> dict[str, Any]:
    """Return the workshop as its JSON export has it, which keeps to its schema."""
    document: dict[str, Any] = json.loads(write_json(house.workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    return document
