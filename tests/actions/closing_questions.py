"""Questions, breaks, ground rules and suggestions after the close: only showing what was answered goes on."""

import uuid
from collections.abc import Callable
from contextlib import suppress

from django.utils import timezone

from tests.questions import ask, reply
from tests.support import House
from workshop.actions.agreed import say_assent, settle_text, write_text
from workshop.actions.answers import resolve_answer, save_answer
from workshop.actions.breaks import add_break, prolong_break
from workshop.actions.ground_rules import (
    add_ground_rule,
    agree_to_ground_rules,
    edit_ground_rule,
    withdraw_ground_rule,
)
from workshop.actions.ordering import order_discussions, take_back_order
from workshop.actions.questions import add_question
from workshop.actions.removal import remove_step, restore_step
from workshop.actions.suggestions import accept_suggestion, put_suggestion_away, suggest_item
from workshop.models import Prompt, Stale, Version


def question_before_the_close(house: House) -> None:
    """Ask a question, and let Ada answer it on two devices."""
    prompt = ask(house)
    add_ground_rule(house.ada, "Listen.", uid=uuid.uuid4())
    add_break(house.fay, 10)
    suggest_item(house.ada, uid=uuid.uuid4(), question="Why?")
    reply(house.ada, prompt, "One")
    with suppress(Stale):
        reply(house.ada, prompt, "Two")


def the_question(house: House) -> Prompt:
    """The one question."""
    return house.workshop.prompts.get(kind="open")


def waits(house: House) -> Version:
    """The other version of Ada's answer."""
    return Version.objects.get(remark__prompt__kind="open")


QUESTIONS: dict[str, Callable[[House], object]] = {
    "add_break": lambda house: add_break(house.fay, 10),
    "prolong_break": lambda house: prolong_break(house.fay, house.workshop.steps.get(kind="break"), 10),
    "add_ground_rule": lambda house: add_ground_rule(house.ada, "Late.", uid=uuid.uuid4()),
    "edit_ground_rule": lambda house: edit_ground_rule(house.ada, house.ada.ground_rules.get(), "Late.", 1),
    "withdraw_ground_rule": lambda house: withdraw_ground_rule(house.ada, house.ada.ground_rules.get()),
    "agree_to_ground_rules": lambda house: agree_to_ground_rules(house.ada, timezone.now()),
    "remove_step": lambda house: remove_step(house.fay, house.workshop.steps.get(kind="break").uid),
    "restore_step": lambda house: restore_step(house.fay, uuid.uuid4()),
    "order_discussions": lambda house: order_discussions(house.fay, "split"),
    "take_back_order": lambda house: take_back_order(house.fay),
    "suggest_item": lambda house: suggest_item(house.ada, uid=uuid.uuid4(), question="Late?"),
    "accept_suggestion": lambda house: accept_suggestion(house.fay, house.ada.suggestions.get()),
    "put_suggestion_away": lambda house: put_suggestion_away(house.fay, house.ada.suggestions.get()),
    "add_question": lambda house: add_question(house.fay, "Late?", uid=uuid.uuid4()),
    "save_answer": lambda house: save_answer(house.ada, the_question(house), "Late", 1),
    "resolve_answer": lambda house: resolve_answer(house.ada, the_question(house), waits(house), "mine", 1),
    "write_text": lambda house: write_text(house.ada, the_question(house), "Late", 0),
    "settle_text": lambda house: settle_text(house.ada, the_question(house), waits(house), "mine", 0),
    "say_assent": lambda house: say_assent(house.ada, the_question(house), "agree", "", 1),
}
