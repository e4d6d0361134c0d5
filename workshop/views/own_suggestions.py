"""One's own suggestions for the agenda, and the form for one more."""

import uuid
from typing import Any

from workshop.models import Card, Seat, Suggestion


def own_suggestions(seat: Seat, suggesting: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the context of `suggestions/_part.html`; nothing for who does not take part.

    Args:
        suggesting: what a refused form had, with what is ``wrong``.
    """
    if not seat.is_participant:
        return {}
    own = list(seat.suggestions.select_related("card", "step").prefetch_related("card__texts"))
    live = seat.workshop.cards.filter(status=Card.Status.LIVE).order_by("position", "pk").with_words()
    return {
        "own_suggestions": own,
        "may_change": any(_can_change(each) for each in own),
        "suggest_cards": [] if seat.workshop.is_closed else live,
        "suggesting": suggesting or {"uid": str(uuid.uuid4())},
    }


def _can_change(suggestion: Suggestion) -> bool:
    """Return whether it is not on the agenda, or with a step that can still be taken off."""
    if suggestion.step:
        return suggestion.step.started_at is None
    return suggestion.state != Suggestion.State.ACCEPTED
