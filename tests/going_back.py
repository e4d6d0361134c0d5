"""What the tests of *Back* share: the stage moved and taken back, and all that a move may change."""

from typing import Any

from tests.stagecraft import send
from tests.support import House
from workshop.actions.stage import bring_card, move_stage
from workshop.models import Card, Step, Workshop
from workshop.models.stepping import step_before
from workshop.models.timing import timer_of


def now(house: House) -> Workshop:
    """Return the workshop as it is now."""
    return Workshop.objects.get(pk=house.workshop.pk)


def step_now(house: House) -> Step:
    """Return what is on the stage now."""
    step = now(house).step
    assert step is not None
    return step


def go(house: House, step: Step) -> None:
    """Put a step on the stage, by its row of the agenda."""
    move_stage(house.fay, step, now(house).step_rev)


def bring_front(house: House, card: Card) -> Step:
    """Bring a card to the front; return its step."""
    step = bring_card(house.fay, card, now(house).step_rev).step
    assert step is not None
    return step


def back(house: House) -> None:
    """Press Back, as the desk offers it."""
    step = step_before(now(house))
    assert step is not None
    data = {"back": step.uid, "step_rev": now(house).step_rev, "confirmed": "1"}
    assert send(house, house.fay, "stage", data).status_code == 302


def state(house: House) -> dict[str, Any]:
    """Return all that a move of the stage may change, but its rev, which rises with each."""
    workshop = now(house)
    timer = timer_of(workshop)
    rounds = workshop.rounds.order_by("number")
    return {
        "stage": workshop.step_id,
        "chair": (workshop.chair_id, workshop.chair_lender_id),
        "timer": timer and (timer.ends_at, timer.rev),
        "steps": list(workshop.steps.values_list("pk", "state", "started_at", "ended_at")),  # in order
        "rounds": list(rounds.values_list("number", "state", "opened_at", "closed_at")),
        "pinned": [round.round_cards.count() for round in rounds],
    }
