"""What the desk shows of the notes on the step in front."""

from typing import Any

from workshop.live.now import look, place_of
from workshop.models import LIMITS, Seat
from workshop.models.once import once
from workshop.models.replay import copies_of, notes_on


def note_on_stage(seat: Seat, typed: str | None = None) -> dict[str, Any]:
    """Return what the desk shows of notes on the step in front: one's own box, and what others wrote.

    Args:
        typed: what a refused form had.
    """
    step = once(seat.workshop, look, seat.workshop).step
    if step is None:
        return {}
    own, others = notes_on(seat, step)
    return {
        "step": step,
        "place": place_of(step),
        "note": own,
        "text": typed if typed is not None else own.body if own else "",
        "copies": copies_of(own) if own else [],
        "others": others,
        "limit": LIMITS["long"],
    }
