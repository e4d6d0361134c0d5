"""One's own part of the ground rules: those one wrote, one more, and whether one agrees."""

import uuid
from typing import Any

from workshop.models import Seat
from workshop.models.chairing import has_voice
from workshop.models.ground_rules import newest_of, rules_of
from workshop.models.once import once


def own_ground(seat: Seat) -> dict[str, Any]:
    """Return the context of `ground_rules/_mine.html`; nothing for who watches, or after the close."""
    if seat.workshop.is_closed or not has_voice(seat, seat.workshop):
        return {}
    rules = once(seat.workshop, rules_of, seat.workshop)
    own, newest = [rule for rule in rules if rule.seat_id == seat.pk], newest_of(rules)
    return {
        "shows": "ground",
        "ground_stale": bool(newest and seat.ground_rules_at and newest > seat.ground_rules_at),
        "takes": {"ground", *(str(rule.uid) for rule in own if rule.withdrawn_at is None)},
        "ground_seen": newest,
        "ground_uid": uuid.uuid4(),
        "own_rules": [rule for rule in own if rule.withdrawn_at is None],
        "gone_rules": [rule for rule in own if rule.withdrawn_at],
    }
