"""A break on the agenda: so many minutes from when it comes on the stage. It informs, and locks nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Invalid, Seat, Step

from .agenda import open_agenda, put_after_the_stage
from .kit import done

LONGEST = 180
MORE = 5  # minutes that one press adds


def add_break(seat: Seat, minutes: int) -> Step:
    """Put a break on the agenda, right after what is on the stage; one like it that comes next already stays.

    Raises:
        Invalid: too short or too long. Closed: the workshop is closed.
    """
    if not 1 <= minutes <= LONGEST:
        raise Invalid(_("Let the break last from 1 to %(most)s minutes.") % {"most": LONGEST})
    with transaction.atomic():
        workshop = open_agenda(seat)
        step = Step(workshop=workshop, kind=Step.Kind.BREAK, minutes=minutes)
        step, is_new = put_after_the_stage(workshop, step)
        if is_new:
            done(seat, "break_added", announce.stage_moved, step=step.uid, minutes=minutes)
    return step


def prolong_break(seat: Seat, step: Step, seen: int) -> Step:
    """Let a break last five minutes longer. A press that comes twice adds them once.

    Args:
        seen: how many minutes it lasted when the person pressed.

    Raises:
        Invalid: it is no break, or it would be too long. Closed: the workshop is closed.
    """
    with transaction.atomic():
        open_agenda(seat)
        step = Step.objects.get(pk=step.pk)
        if step.minutes is not None and step.minutes != seen:
            return step
        if step.minutes is None or step.minutes + MORE > LONGEST:
            raise Invalid(_("This cannot be made longer. Add another break instead."))
        step.minutes += MORE
        step.save(update_fields=["minutes"])
        done(seat, "break_prolonged", announce.stage_moved, step=step.uid, minutes=step.minutes)
    return step
