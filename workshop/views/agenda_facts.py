"""What who leads can do to the agenda: the context of the forms on the desk, and in a chair's room."""

import uuid
from typing import Any

from workshop.actions.removal import removed_steps
from workshop.actions.six_questions import SIX_QUESTIONS
from workshop.live.now import name_of
from workshop.models import Step, Workshop
from workshop.models.agenda import log_of, may_take_order_back, steps_of
from workshop.models.once import once
from workshop.models.ordering import revealed_poll, revealed_sort
from workshop.models.read_cards import cards_on_table


def agenda_facts(workshop: Workshop) -> dict[str, Any]:
    """Return what `desk/_add.html`, `_order.html` and `_remove.html` show, of which nothing is private."""
    return {
        "cards": once(workshop, cards_on_table, workshop),
        "seeds": SIX_QUESTIONS,
        "uid": uuid.uuid4(),
        "poll_uid": uuid.uuid4(),
        "may_take_back": may_take_order_back(once(workshop, log_of, workshop)),
        "sort_shown": revealed_sort(workshop),
        "poll_shown": revealed_poll(workshop),
        **_removal_facts(workshop),
    }


def _removal_facts(workshop: Workshop) -> dict[str, Any]:
    """Return what can be taken off the agenda, and what was taken off and can be put back."""
    steps = once(workshop, steps_of, workshop)
    return {
        "removable": [(step.uid, _called(step)) for step in steps if step.is_removable],
        "removed": [(step.uid, _called(step)) for step in removed_steps(workshop)],
    }


def _called(step: Step) -> str:
    return f"{step.card.label}. {name_of(step)}" if step.card else name_of(step)
