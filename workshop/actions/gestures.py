"""Hands, "ready" and private signals: a state that is set, so that sending it again changes nothing.

No history is written: they pass. Numbers are taken when they are told, not here, so a crowd does not queue.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Forbidden, Gesture, Invalid, Seat, Stale, Workshop
from workshop.models.closing import require_going_on
from workshop.models.gestures import HAND, READY, SIGNALS, put_back, show

from .kit import leading, locked
from .turns import take_numbers_in_turn


def set_gesture(seat: Seat, kind: str, on: bool, step_rev: int | None = None) -> bool:
    """Show a gesture, or take one's own back; return whether that changed anything.

    Args:
        kind: one of ``Gesture.Kind``.
        step_rev: the ``step_rev`` of the stage that the person saw; "ready" is for that step and no other.

    Raises:
        Invalid: no such gesture. Forbidden: the seat does not take part.
        Stale: the stage has moved, so "ready" would mean something else.
        Closed: the workshop is closed, or who leads has just heard this signal.
    """
    _require_known(kind)
    if not seat.is_participant:
        raise Forbidden(_("Only participants raise a hand here. Your seat prepares or watches the workshop."))
    with transaction.atomic():
        workshop = _going_on(seat)
        if on and kind == READY and step_rev not in (None, workshop.step_rev):
            raise Stale(
                _("The group has moved on. Look at what is on the stage now, then press “Ready” again.")
            )
        if on:
            changed = show(seat, workshop, kind)
        else:
            changed = bool(Gesture.objects.up().filter(seat=seat, kind=kind).delete()[0])
        if changed:
            _tell(workshop, kind)
    return changed


def lower_hand(seat: Seat, uid: UUID) -> Gesture | None:
    """Lower one hand, as who leads, and return it. One that is down, or was taken back, changes nothing.

    Raises:
        Forbidden: the seat does not lead. Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = _led(seat)
        hand = (
            Gesture.objects.of(workshop)
            .up()
            .filter(kind=HAND, uid=uid)
            .select_related("seat__person")
            .first()
        )
        if hand:
            Gesture.objects.filter(pk=hand.pk).lower()
            _tell(workshop, HAND)
    return hand


def lower_all(seat: Seat, kind: str) -> int:
    """Lower all hands, clear "ready", or hear a signal: of one kind, as who leads; return how many were up.

    Raises:
        Forbidden: the seat does not lead. Invalid: no such kind. Closed: the workshop is closed.
    """
    _require_known(kind)
    with transaction.atomic():
        workshop = _led(seat)
        if lowered := Gesture.objects.of(workshop).filter(kind=kind).lower():
            _tell(workshop, kind)
    return lowered


def raise_again(seat: Seat, kind: str) -> int:
    """Put back the hands (or each "ready") that who leads took down last, in order; return how many.

    Raises:
        Forbidden: the seat does not lead. Invalid: no such kind. Closed: the workshop is closed.
    """
    _require_known(kind)
    with transaction.atomic():
        workshop = _led(seat)
        if back := put_back(workshop, kind):
            _tell(workshop, kind)
    return back


def _require_known(kind: str) -> None:
    if kind not in Gesture.Kind.values:
        raise Invalid(_("Choose one of the buttons."))


def _going_on(seat: Seat) -> Workshop:
    workshop = locked(seat.workshop_id)
    require_going_on(workshop, "gestures")
    return workshop


def _led(seat: Seat) -> Workshop:
    leading(seat)
    return _going_on(seat)


def _tell(workshop: Workshop, kind: str) -> None:
    """Tell everybody of hands and "ready"; of a signal only who leads: nobody else has as much as a hint."""
    fact = announce.signal_given if kind in SIGNALS else announce.hand_moved
    fact(workshop.pk, take_numbers_in_turn)
