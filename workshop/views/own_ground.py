"""One's own part of the ground rules: those one wrote, one more, and whether one agrees."""

import uuid
from typing import Any

from django.utils.translation import gettext as _

from workshop.models import Seat
from workshop.models.chairing import has_voice
from workshop.models.ground_rules import newest_of, rules_of
from workshop.models.once import once


def own_ground(seat: Seat) -> dict[str, Any]:
    """Return the context of `ground_rules/_mine.html`, or `_led.html` for who watches; {} after the close."""
    if seat.workshop.is_closed:
        return {}
    rules = once(seat.workshop, rules_of, seat.workshop)
    own, newest = [rule for rule in rules if rule.seat_id == seat.pk], newest_of(rules)
    standing = [rule for rule in own if rule.withdrawn_at is None]
    if not has_voice(seat, seat.workshop):  # any more: they led when they wrote these
        return {"shows": "led-ground", "own_rules": standing, "asks": taking_back()} if standing else {}
    return {
        "shows": "ground",
        "ground_stale": bool(newest and seat.ground_rules_at and newest > seat.ground_rules_at),
        "takes": {"ground", *(str(rule.uid) for rule in standing)},
        "ground_seen": newest,
        "ground_uid": uuid.uuid4(),
        "own_rules": standing,
        "gone_rules": [rule for rule in own if rule.withdrawn_at],
    }


def taking_back() -> dict[str, str]:
    """Return what is asked before somebody who watches takes a rule back, which they cannot put back."""
    return {
        "title": _("Take this ground rule back?"),
        "text": _("You watch now, so you cannot put it back."),
        "button": _("Take it back"),
    }
