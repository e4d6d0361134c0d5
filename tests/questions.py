"""Questions put to the group, answered and shown, for the tests of them."""

import uuid
from contextlib import suppress

from tests.support import House
from workshop.actions.agreed import write_text
from workshop.actions.answers import save_answer
from workshop.actions.questions import add_question, show_answers
from workshop.actions.stage import move_stage
from workshop.models import Prompt, Seat, Stale, Step, Workshop

ASKED = "What is our vision?"


def add(house: House, text: str = ASKED) -> Step:
    """Put a question on the agenda."""
    return add_question(house.fay, text, uid=uuid.uuid4())


def ask(house: House, text: str = ASKED) -> Prompt:
    """Put a question on the agenda and on the stage."""
    step = add(house, text)
    move_stage(house.fay, step, Workshop.objects.get(pk=house.workshop.pk).step_rev)
    for each in (house.workshop, house.fay.workshop, *(seat.workshop for seat in house.leaders)):
        each.refresh_from_db()
    assert step.prompt is not None
    return step.prompt


def reply(seat: Seat, prompt: Prompt, text: str, rev: int = 0) -> None:
    """Let somebody answer alone."""
    save_answer(seat, prompt, text, rev)


def shown(house: House, *answers: str) -> Prompt:
    """Ask, let leaders answer in turn, and show the answers."""
    prompt = ask(house)
    for seat, text in zip(house.leaders, answers, strict=False):
        reply(seat, prompt, text)
    return show_answers(house.fay, prompt)


def agreed(house: House, body: str = "We share power.") -> Prompt:
    """Ask, show, and let Ada write the text."""
    prompt = shown(house, "Mine.")
    write_text(house.ada, prompt, body, 0)
    return prompt


def beside(seat: Seat, prompt: Prompt, body: str) -> None:
    """Let somebody write on the text who was slower: it is kept beside it."""
    with suppress(Stale):
        write_text(seat, prompt, body, 0)
