"""Open prompts for tests: a house whose pack has two, the second for facilitators alone."""

import uuid
from typing import Any

from tests.support import House, make_house
from workshop.actions.prompts import write_prompt
from workshop.actions.rounds import open_round
from workshop.models import Prompt, Workshop
from workshop.models.prompts import prompts_of

BEGAN: dict[str, Any] = {
    "heading": "How it began",
    "text": "How did you come to this work?",
    "hints": "Who asked you\nWhat for",
}


def add_prompts(house: House) -> None:
    """Write two open prompts before the pack opens."""
    write_prompt(house.fay, uid=uuid.uuid4(), **BEGAN)
    write_prompt(house.fay, uid=uuid.uuid4(), text="What would you rather not say aloud?", private=True)


def prompted(leaders: int = 2, *, pack_open: bool = True, **fields: Any) -> House:
    """Make a house whose pack has two open prompts."""
    house = make_house(leaders, pack_open=False, **fields)
    add_prompts(house)
    if pack_open:
        open_round(house.fay, house.pack)
    return house


def prompts(house: House) -> list[Prompt]:
    """The open prompts of a house, in order."""
    return list(prompts_of(house.workshop))


def prompts_in(workshop: Workshop) -> list[str]:
    """What the open prompts of a workshop are called, in order."""
    return [each.name for each in prompts_of(workshop)]
