"""Ground rules: added by anyone in the room, changed and taken back by who wrote them, agreed to by each."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    LIMITS,
    Closed,
    Forbidden,
    GroundRule,
    Invalid,
    Seat,
    Stale,
    Workshop,
    checked_text,
)
from workshop.models.chairing import has_voice, leads_now
from workshop.models.closing import require_going_on

from .kit import done, lock_promise, locked
from .turns import take_numbers_in_turn


def add_ground_rule(seat: Seat, text: str, *, uid: UUID, by: Seat | None = None) -> GroundRule:
    """Add a ground rule. The same uid again changes nothing.

    Args:
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Invalid: empty or too long. Forbidden: an observer.
        Closed: the workshop is closed, or has not begun and the seat does not lead.
        Stale: the uid was used for other words. GroundRule.DoesNotExist: the uid is another seat's.
    """
    text = _checked(text)
    with transaction.atomic():
        workshop = going_on(seat)
        if same := workshop.ground_rules.filter(uid=uid).first():
            return _same(seat, same, text)
        _require_voice(seat, workshop)
        if not (workshop.is_live or leads_now(seat, workshop)):
            raise Closed(_("The workshop has not begun yet. Add your ground rule once it has."))
        if seat.is_participant:
            lock_promise(workshop.pk)
        rule = GroundRule.objects.create(workshop=workshop, uid=uid, seat=seat, text=text, proxy=by)
        _note(seat, by, "ground_rule_added", rule)
    return rule


def _note(seat: Seat, by: Seat | None, verb: str, rule: GroundRule) -> None:
    of = {"seat": seat.uid} if by else {}
    done(by or seat, verb, announce.ground_rules_changed, rule=rule.uid, **of)


def _checked(text: str) -> str:
    return checked_text(text, limit=LIMITS["reason"], name=_("The ground rule"), required=True, line=True)


def going_on(seat: Seat) -> Workshop:
    """Return the workshop of a seat, locked; raise Closed if its ground rules stay as they are."""
    workshop = locked(seat.workshop_id)
    require_going_on(workshop, "ground_rules")
    return workshop


def _require_voice(seat: Seat, workshop: Workshop) -> None:
    if not has_voice(seat, workshop):
        raise Forbidden(_("Your seat watches the workshop, so it writes no ground rules."))


def _same(seat: Seat, rule: GroundRule, text: str) -> GroundRule:
    if rule.seat_id != seat.pk:
        raise GroundRule.DoesNotExist
    if rule.text != text:
        raise Stale(_("This was sent before with other words. Load the page again to add more."))
    return rule


def edit_ground_rule(seat: Seat, rule: GroundRule, text: str, rev: int) -> GroundRule:
    """Put one's own ground rule in other words. The same words change nothing.

    Raises:
        Invalid: empty or too long. Closed: it was taken back, or the workshop is closed.
        Forbidden: an observer who led when they wrote it, and does not any more.
        Stale: it was changed elsewhere; ``data`` has ``theirs`` and the current ``rev``.
        GroundRule.DoesNotExist: it is another seat's.
    """
    text = _checked(text)
    with transaction.atomic():
        _require_voice(seat, going_on(seat))
        rule = GroundRule.objects.get(pk=rule.pk, seat=seat)
        if rule.withdrawn_at:
            raise Closed(_("You took this ground rule back, so it can no longer be changed. Add a new one."))
        if rule.text == text:
            return rule
        if rule.rev != rev:
            said = _("You changed this elsewhere a moment ago. Choose what it says.")
            raise Stale(said, theirs=rule.text, rev=rule.rev)
        rule.text, rule.rev, rule.changed_at = text, rule.rev + 1, timezone.now()
        rule.proxy = None  # whoever entered it, these words are the author's own
        rule.save(update_fields=["text", "rev", "changed_at", "proxy"])
        done(seat, "ground_rule_edited", announce.ground_rules_changed, rule=rule.uid)
    return rule


def withdraw_ground_rule(
    seat: Seat, rule: GroundRule, withdrawn: bool = True, *, by: Seat | None = None
) -> None:
    """Take one's own ground rule back, or put it back. Twice changes nothing.

    Args:
        by: the facilitator who does it for the seat, if anybody does.

    Raises:
        Forbidden: an observer puts one back who led then, and does not any more: taking back stays free.
        Closed: the workshop is closed. GroundRule.DoesNotExist: it is another seat's.
    """
    with transaction.atomic():
        workshop = going_on(seat)
        rule = GroundRule.objects.get(pk=rule.pk, seat=seat)
        if not withdrawn:
            _require_voice(seat, workshop)
        if bool(rule.withdrawn_at) == withdrawn:
            return
        now = timezone.now()
        rule.withdrawn_at, rule.changed_at = (now, rule.changed_at) if withdrawn else (None, now)
        rule.save(update_fields=["withdrawn_at", "changed_at"])
        verb = "ground_rule_withdrawn" if withdrawn else "ground_rule_restored"
        _note(seat, by, verb, rule)


def agree_to_ground_rules(seat: Seat, seen: datetime | None, *, by: Seat | None = None) -> None:
    """Agree to the ground rules that the person saw. The group sees how many agree, never who.

    Args:
        seen: when the newest of them was added or changed. One that is newer still is not agreed to.
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Forbidden: not a participant. Invalid: there are none, or the page showed none. Closed: the workshop
            is closed.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only participants are counted here. Your seat prepares or watches the workshop."))
    with transaction.atomic():
        workshop = going_on(seat)
        newest = newest_change(workshop)
        if newest is None:
            raise Invalid(_("There are no ground rules yet. Add one, then agree to it."))
        if seen is None:
            raise Invalid(_("Your page did not show the ground rules yet. Read them, then agree again."))
        before = Seat.objects.get(pk=seat.pk).ground_rules_at
        now = timezone.now()
        at = now if seen >= newest else max(seen, before or seen)  # an older page takes no agreement back
        Seat.objects.filter(pk=seat.pk).update(ground_rules_at=at, ground_rules_proxy=by)
        announce.ground_rules_agreed(workshop.pk, take_numbers_in_turn)
    seat.refresh_from_db(fields=["ground_rules_at", "ground_rules_proxy"])


def newest_change(workshop: Workshop) -> datetime | None:
    """Return when the newest of the rules that stand was added or changed; ``None`` while there are none."""
    moment: datetime | None = workshop.ground_rules.filter(withdrawn_at=None).aggregate(at=Max("changed_at"))[
        "at"
    ]
    return moment
