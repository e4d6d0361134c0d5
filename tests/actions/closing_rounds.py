"""What each action on further rounds does after the close: all are refused."""

import uuid
from collections.abc import Callable

from tests.support import House
from workshop.actions.former import start_from_former
from workshop.actions.rules import set_rule
from workshop.actions.series import add_change_step, add_round, remove_round
from workshop.actions.spectrum import Position, mark_cards

ROUNDS: dict[str, Callable[[House], object]] = {
    "add_round": lambda house: add_round(house.fay, kind="sort", when="live", uid=uuid.uuid4()),
    "remove_round": lambda house: remove_round(house.fay, house.workshop.rounds.get(number=3)),
    "add_change_step": lambda house: add_change_step(house.fay),
    "set_rule": lambda house: set_rule(house.fay, house.poll, least=4, of=5, zone="nominated"),
    "start_from_former": lambda house: start_from_former(house.ada, house.pack),
    "mark_cards": lambda house: mark_cards(house.ada, house.pack, [Position(house.cards[0], 1, 2)]),
}
