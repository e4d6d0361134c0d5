"""What the desk offers to take off the agenda, and to put back."""

from typing import Any

from workshop.actions.removal import removed_steps
from workshop.live.now import name_of
from workshop.models import Step, Workshop


def removal_facts(workshop: Workshop) -> dict[str, Any]:
    """Return for the desk what can be taken off the agenda, and what was taken off and can be put back."""
    steps = workshop.steps.select_related("card", "round", "prompt").prefetch_related("card__texts")
    return {
        "removable": [(step.uid, _called(step)) for step in steps if step.is_removable],
        "removed": [(step.uid, _called(step)) for step in removed_steps(workshop)],
    }


def _called(step: Step) -> str:
    return f"{step.card.label}. {name_of(step)}" if step.card else name_of(step)
