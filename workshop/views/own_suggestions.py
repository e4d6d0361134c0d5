"""One's own suggestions for the agenda, and the form for one more."""

import uuid
from typing import Any

from workshop.models import Seat, Suggestion
from workshop.models.once import once
from workshop.models.read_cards import cards_on_table
from workshop.models.suggestions import suggested_by


def own_suggestions(seat: Seat, suggesting: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the context of `suggestions/_part.html`; nothing for who does not take part.

    Args:
        suggesting: what a refused form had, with what is ``wrong``.
    """
    if not seat.is_participant:
        return {}
    workshop = seat.workshop
    own = suggested_by(seat)
    return {
        "own_suggestions": own,
        "may_change": any(_can_change(each) for each in own),
        "suggest_cards": [] if workshop.is_closed else once(workshop, cards_on_table, workshop),
        "suggesting": suggesting or {"uid": str(uuid.uuid4()), "card": "", "wrong": ""},
    }


def _can_change(suggestion: Suggestion) -> bool:
    """Return whether it is not on the agenda, or with a step that can still be taken off."""
    if suggestion.step:
        return suggestion.step.started_at is None
    return suggestion.state != Suggestion.State.ACCEPTED
