"""What a facilitator enters for somebody after the close: all of it is refused."""

import uuid
from collections.abc import Callable

from django.utils import timezone

from tests.actions.closing_questions import the_question
from tests.support import House
from workshop.actions.blank_words import BlankWords
from workshop.actions.needs import tick_needs_for
from workshop.actions.proxy import cast_for, fill_for, say_for, write_for
from workshop.actions.proxy_ground import (
    add_rule_for,
    agree_for,
    take_agreement_back_for,
    withdraw_rule_for,
)
from workshop.actions.proxy_order import order_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.proxy_spectrum import LineRow, mark_for
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.actions.sort import Row
from workshop.models import GroundRule, Prompt, Proposal
from workshop.models.needs import WantedNeeds


def box(house: House) -> Prompt:
    """The box of card 1."""
    return house.workshop.prompts.get(card__number=1)


def their_rule(house: House) -> GroundRule:
    """A rule of Ada's that Fay entered."""
    workshop = house.workshop
    return GroundRule.objects.create(workshop=workshop, seat=house.ada, proxy=house.fay, text="Listen.")


PROXY: dict[str, Callable[[House], object]] = {
    "cast_for": lambda house: cast_for(
        house.fay, house.ada, house.poll, frozenset(), seen="", replaces=False
    ),
    "place_for": lambda house: place_for(
        house.fay, house.ada, house.pack, [Row(house.cards[0], ("inner", ""), ("", ""))]
    ),
    "mark_for": lambda house: mark_for(
        house.fay, house.ada, house.pack, [LineRow(house.cards[0], (1, 2), (None, None))]
    ),
    "enter_answer": lambda house: enter_answer(house.fay, house.ada, the_question(house), "Late"),
    "enter_assent": lambda house: enter_assent(house.fay, house.ada, the_question(house), "agree", "", rev=1),
    "enter_stance": lambda house: enter_stance(house.fay, house.ada, Proposal.objects.get(), "fine", ""),
    "add_rule_for": lambda house: add_rule_for(house.fay, house.ada, "Late", uid=uuid.uuid4()),
    "fill_for": lambda house: fill_for(house.fay, house.ada, uuid.uuid4(), 0, BlankWords("Late")),
    "order_for": lambda house: order_for(house.fay, house.ada, house.pack, {"inner": []}),
    "agree_for": lambda house: agree_for(house.fay, house.ada, timezone.now()),
    "take_agreement_back_for": lambda house: take_agreement_back_for(house.fay, house.ada),
    "withdraw_rule_for": lambda house: withdraw_rule_for(house.fay, house.ada, their_rule(house)),
    "tick_needs_for": lambda house: tick_needs_for(house.fay, house.ada, WantedNeeds(["larger_text"]), 0),
    "write_for": lambda house: write_for(house.fay, house.ada, box(house), "Late", 1),
    "say_for": lambda house: say_for(house.fay, house.ada, house.cards[0], "Late", uid=uuid.uuid4()),
}
