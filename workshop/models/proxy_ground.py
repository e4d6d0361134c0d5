"""Ground rules as a facilitator may see them who enters for a person: what one entered oneself, no more."""

from dataclasses import dataclass
from datetime import datetime

from .ground_rules import GroundRule, newest_of, rules_of
from .once import once
from .people import Seat


@dataclass(frozen=True)
class GroundFor:
    """The rules of the group; those that one entered for the person, also taken back; whether they agree.

    ``agrees`` and ``agreed_before`` (some rule is newer) are of an agreement that one entered oneself.
    """

    rules: list[GroundRule]
    entered: list[GroundRule]
    seen: datetime | None
    agrees: bool = False
    agreed_before: bool = False


def ground_for(by: Seat, seat: Seat) -> GroundFor:
    """Return what there is to see of a person's part in the ground rules."""
    rules = once(seat.workshop, rules_of, seat.workshop)
    standing = [rule for rule in rules if rule.withdrawn_at is None]
    entered = [rule for rule in rules if rule.seat_id == seat.pk and rule.proxy_id == by.pk]
    newest, at = newest_of(rules), seat.ground_rules_at if seat.ground_rules_proxy_id == by.pk else None
    agrees = bool(newest and at and at >= newest)
    return GroundFor(standing, entered, newest, agrees, bool(at) and not agrees)
