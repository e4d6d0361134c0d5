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
    own = list(seat.suggestions.select_related("card").prefetch_related("card__texts"))
    live = seat.workshop.cards.filter(status=Card.Status.LIVE).order_by("position", "pk").with_words()
    return {
        "own_suggestions": own,
        "may_change": any(each.state != Suggestion.State.ACCEPTED for each in own),
        "suggest_cards": [] if seat.workshop.is_closed else live,
        "suggesting": suggesting or {"uid": str(uuid.uuid4())},
    }
