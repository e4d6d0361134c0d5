"""Ground rules that somebody without a device adds or agrees to, as a facilitator enters it for them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Forbidden, GroundRule, Invalid, Seat, Stale

from .ground_rules import (
    add_ground_rule,
    agree_to_ground_rules,
    going_on,
    newest_change,
    withdraw_ground_rule,
)
from .kit import locked, note
from .proxy_rights import require_proxy_now
from .turns import take_numbers_in_turn

ENTERED = "agreement_entered"


def add_rule_for(by: Seat, seat: Seat, text: str, *, uid: UUID) -> GroundRule:
    """Enter a ground rule that a person asks for. The same uid again changes nothing.

    Raises:
        Invalid, Closed, Stale, GroundRule.DoesNotExist: as for ``add_ground_rule``.
        Forbidden: as for ``require_proxy``.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        require_proxy_now(by, seat)
        return add_ground_rule(seat, text, uid=uid, by=by)


def withdraw_rule_for(by: Seat, seat: Seat, rule: GroundRule, withdrawn: bool = True) -> None:
    """Take back a ground rule that one entered for a person oneself, or put it back. Twice changes nothing.

    Raises:
        Forbidden: somebody else wrote or entered it; or as for ``require_proxy``.
        Closed: as for it, or the workshop is closed. GroundRule.DoesNotExist: it is another seat's.
    """
    with transaction.atomic():
        locked(seat.workshop_id)
        require_proxy_now(by, seat)
        if GroundRule.objects.get(pk=rule.pk, seat=seat).proxy_id != by.pk:
            raise Forbidden(_("You did not enter these words, so only who wrote them takes them back."))
        withdraw_ground_rule(seat, rule, withdrawn, by=by)


def agree_for(by: Seat, seat: Seat, seen: datetime | None) -> None:
    """Enter that a person agrees to the ground rules that were read to them. Twice changes nothing.

    Args:
        seen: when the newest of them was added or changed.

    Raises:
        Stale: a rule was added or changed meanwhile. Invalid: they agree already, by themselves or by
            somebody else's entry: that stays, and the history keeps that it was met; or there are no rules.
        Closed: the workshop is closed, or as for ``require_proxy``. Forbidden: as for it.
    """
    with transaction.atomic():
        workshop = going_on(seat)
        require_proxy_now(by, seat)
        newest = newest_change(workshop)
        if seen and newest and seen < newest:
            raise Stale(_("The rules have changed since. Read them as they are now, and ask again."))
        seat.refresh_from_db(fields=["ground_rules_at", "ground_rules_proxy"])
        agrees = bool(newest and seat.ground_rules_at and seat.ground_rules_at >= newest)
        if not agrees:
            before = _before(by, seat)
            agree_to_ground_rules(seat, seen, by=by)
            note(workshop.pk, by, ENTERED, seat=seat.uid, **before)
        elif seat.ground_rules_proxy_id != by.pk:
            note(workshop.pk, by, "answer_met", seat=seat.uid)
    if agrees and seat.ground_rules_proxy_id != by.pk:
        raise Invalid(_("They agree to these rules already. That stays as it is."))


def _before(by: Seat, seat: Seat) -> dict[str, str]:
    """Return the agreement that an entry goes over, for the history: when, and who entered it if anybody did.

    Over an earlier entry of one's own it is what that one went over.
    """
    at, proxy = seat.ground_rules_at, seat.ground_rules_proxy
    if proxy and proxy.pk == by.pk:
        return _kept(by, seat)
    return {"before": at.isoformat() if at else "", "before_by": str(proxy.uid) if proxy else ""}


def _kept(by: Seat, seat: Seat) -> dict[str, str]:
    rows = seat.workshop.history.filter(verb=ENTERED, seat=by, ids__seat=str(seat.uid))
    row = rows.order_by("-n").first()
    return {name: row.ids.get(name, "") if row else "" for name in ("before", "before_by")}


def take_agreement_back_for(by: Seat, seat: Seat) -> None:
    """Take back that a person agrees, where one entered that oneself; else, and twice, nothing changes.

    What they had agreed to before that stands again.

    Raises:
        Closed, Forbidden: as for ``agree_for``.
    """
    with transaction.atomic():
        workshop = going_on(seat)
        require_proxy_now(by, seat)
        kept = _kept(by, seat)
        at = datetime.fromisoformat(kept["before"]) if kept["before"] else None
        proxy = workshop.seats.filter(uid=kept["before_by"]).first() if kept["before_by"] else None
        entered = Seat.objects.filter(pk=seat.pk, ground_rules_proxy=by)
        if entered.update(ground_rules_at=at, ground_rules_proxy=proxy):
            note(workshop.pk, by, "agreement_taken_back", seat=seat.uid)
            announce.ground_rules_agreed(workshop.pk, take_numbers_in_turn)
    seat.refresh_from_db(fields=["ground_rules_at", "ground_rules_proxy"])
