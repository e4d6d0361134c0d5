"""One's own part of the ground rules: those one wrote, one more, and whether one agrees."""

import uuid
from typing import Any

from workshop.live.once import once
from workshop.models import Seat
from workshop.models.chairing import has_voice
from workshop.models.ground_rules import changed_since_agreed, ground_of


def own_ground(seat: Seat) -> dict[str, Any]:
    """Return the context of `ground_rules/_mine.html`; nothing for who watches, or after the close."""
    if seat.workshop.is_closed or not has_voice(seat, seat.workshop):
        return {}
    own = list(seat.ground_rules.all())
    ground = once(seat.workshop, ground_of, seat.workshop)
    return {
        "shows": "ground",
        "ground_stale": changed_since_agreed(seat),
        "takes": {"ground", *(str(rule.uid) for rule in own if rule.withdrawn_at is None)},
        "ground_seen": ground.changed_at,
        "ground_uid": uuid.uuid4(),
        "own_rules": [rule for rule in own if rule.withdrawn_at is None],
        "gone_rules": [rule for rule in own if rule.withdrawn_at],
    }
