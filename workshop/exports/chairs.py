"""Who was in the chair, when and at which steps, as plain data."""

from typing import Any

from workshop.models import Step, Workshop
from workshop.models.chaired import HANDED, LENT, RETURNED, chaired

from .moments import stamp
from .seats import known_seat

WAYS = {"": "first", HANDED: "handed", LENT: "lent", RETURNED: "returned"}


def chairs_of(workshop: Workshop, names: bool) -> list[dict[str, Any]]:
    """Return each time that somebody was in the chair: by pseudonym, as `known_seat` may say it."""
    return [
        {
            "seat": known_seat(time.seat, names),
            "role": time.known_role,
            "how": WAYS[time.verb],
            "by": known_seat(time.by, names),
            "from": stamp(time.since),
            "until": stamp(time.until),
            "steps": [_step(step) for step in time.steps],
        }
        for time in chaired(workshop)
    ]


def _step(step: Step) -> dict[str, Any]:
    card, round = step.card, step.round
    return {
        "kind": step.kind,
        "card": str(card.uid) if card else None,
        "round": round.number if round else None,
    }
