"""The timer of a step: started, extended and stopped by who leads. It locks nothing; no history keeps it."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Seat, Stale, Timer, Workshop
from workshop.models.closing import require_going_on
from workshop.models.timing import in_minutes, timer_of

from .kit import leading, take_numbers


def start_timer(seat: Seat, minutes: int) -> Timer:
    """Start a timer for the step on the stage; one that this step has already goes on as it is.

    Args:
        minutes: from 1 to ``LONGEST``, as `checked_minutes` gives them.

    Raises:
        Forbidden: the seat does not lead. Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = _led(seat)
        if timer := timer_of(workshop):
            return timer
        fresh = {"step_rev": workshop.step_rev, "rev": 1, "ends_at": in_minutes(minutes)}
        timer, _new = Timer.objects.update_or_create(workshop=workshop, defaults=fresh)
        _tell(workshop)
    return timer


def extend_timer(seat: Seat, minutes: int, rev: int) -> Timer:
    """Give more time. A press that comes twice, or from two desks at the same moment, adds its minutes once.

    Args:
        rev: the ``rev`` of the timer that the person saw.

    Raises:
        Stale: the timer was stopped, or the stage has moved. Forbidden: the seat does not lead.
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = _led(seat)
        timer = timer_of(workshop)
        if timer is None:
            raise Stale(_("This timer was stopped, or the stage has moved on. You can start a new one."))
        if timer.rev == rev:
            timer.extend(minutes)
            _tell(workshop)
    return timer


def stop_timer(seat: Seat) -> None:
    """Take the timer away; where there is none, nothing changes.

    Raises:
        Forbidden: the seat does not lead. Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = _led(seat)
        if timer := timer_of(workshop):
            timer.delete()
            _tell(workshop)


def _led(seat: Seat) -> Workshop:
    workshop = leading(seat)
    require_going_on(workshop, "stage")
    return workshop


def _tell(workshop: Workshop) -> None:
    announce.timer_changed(workshop.pk, take_numbers(workshop.pk, announce.EVERYBODY))
