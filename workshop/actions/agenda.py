"""The agenda: discussions that have not begun change places, and a card gets one more discussion."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Card, Invalid, Seat, Step, Workshop
from workshop.models.agenda import STEP_MOVED
from workshop.models.closing import require_going_on

from .kit import done, leading, locked

UP, DOWN = "up", "down"
ENDS = (Step.Kind.RESULTS, Step.Kind.CLOSE)


def move_step(seat: Seat, step: Step, way: str) -> tuple[int, int]:
    """Let a step change places with its neighbour, if neither has begun; at an end nothing changes.

    Returns its place among what can be moved, from 1, and how many that are.

    Args:
        way: ``up`` or ``down``.

    Raises:
        Invalid: no such way, or the step is none that waits and can move. Closed: the workshop is closed.
    """
    if way not in (UP, DOWN):
        raise Invalid(_("Choose up or down."))
    with transaction.atomic():
        workshop = open_agenda(seat)
        steps = list(workshop.steps.all())
        at = next((n for n, each in enumerate(steps) if each.pk == step.pk), None)
        if at is None or not steps[at].is_movable:
            raise Invalid(_("Only what has not begun can be moved."))
        other = at + (1 if way == DOWN else -1)
        if not 0 <= other < len(steps) or not steps[other].is_movable:
            return _among(steps, step)
        steps[at], steps[other] = steps[other], steps[at]
        number_steps(steps)
        if steps[at].kind == steps[other].kind == Step.Kind.CARD:
            Workshop.objects.filter(pk=workshop.pk).update(ordered_by=Workshop.Order.HAND)
        place, of = _among(steps, step)
        done(seat, STEP_MOVED, announce.stage_moved, step=step.uid, place=place, of=of)
    return place, of


def _among(steps: list[Step], step: Step) -> tuple[int, int]:
    movable = [each.pk for each in steps if each.is_movable]
    return movable.index(step.pk) + 1, len(movable)


def add_discussion(seat: Seat, card: Card) -> Step:
    """Put a card on the agenda once more, after the last discussion and ahead of the stage.

    One that waits stays as it is; behind the stage, it is brought ahead of it.

    Raises:
        Invalid: the card is not on the table. Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        if card.status != Card.Status.LIVE:
            raise Invalid(_("This card is not on the table, so it cannot go on the agenda."))
        steps = list(workshop.steps.all())
        if waits := waiting_discussion(workshop, card):
            return _brought_ahead(seat, workshop, steps, waits)
        step = Step.objects.create(workshop=workshop, kind=Step.Kind.CARD, card=card, position=0)
        steps.insert(max(_place(steps), past_the_stage(workshop, steps)), step)
        number_steps(steps)
        done(seat, "step_added", announce.stage_moved, step=step.uid, card=card.uid)
    return step


def _brought_ahead(seat: Seat, workshop: Workshop, steps: list[Step], step: Step) -> Step:
    at = past_the_stage(workshop, steps)
    if step in steps[:at]:
        number_steps([*(each for each in steps[:at] if each.pk != step.pk), step, *steps[at:]])
        done(seat, STEP_MOVED, announce.stage_moved, step=step.uid)
    return step


def waiting_discussion(workshop: Workshop, card: Card) -> Step | None:
    """Return the discussion of a card that waits on the agenda, if one does."""
    return next((step for step in workshop.steps.filter(card=card) if step.is_movable), None)


def discuss_next(seat: Seat, card: Card) -> Step:
    """Let a card be discussed right after what is on the stage: its discussion that waits, or a new one.

    Raises:
        Invalid: the card is not on the table. Closed: the workshop is closed.
    """
    with transaction.atomic():
        step = add_discussion(seat, card)
        workshop = locked(seat.workshop_id)
        steps = [each for each in workshop.steps.all() if each.pk != step.pk]
        at = past_the_stage(workshop, steps)
        number_steps([*steps[:at], step, *steps[at:]])
    return step


def open_agenda(seat: Seat) -> Workshop:
    """Return the workshop, locked, if the seat leads it now and its agenda can still change."""
    workshop = leading(seat)
    require_going_on(workshop, "agenda")
    return workshop


def put_before_the_end(workshop: Workshop, step: Step) -> Step:
    """Store a step before the results, or before the close; at the end once those have begun.

    Never behind the stage: what is added is to come.
    """
    steps = list(workshop.steps.all())
    ends = [n for n, each in enumerate(steps) if each.kind in ENDS and each.started_at is None]
    step.save()
    steps.insert(max(ends[0] if ends else len(steps), past_the_stage(workshop, steps)), step)
    number_steps(steps)
    return step


def put_soon(workshop: Workshop, step: Step) -> Step:
    """Store a step right after the one on the stage; while nothing is, before the ends."""
    steps = list(workshop.steps.all())
    ends = next((n for n, each in enumerate(steps) if each.kind in ENDS), len(steps))
    at = past_the_stage(workshop, steps) or ends
    step.save()
    number_steps([*steps[:at], step, *steps[at:]])
    return step


def past_the_stage(workshop: Workshop, steps: list[Step]) -> int:
    """Return the place right after the step on the stage; 0 while nothing is."""
    return next((n for n, each in enumerate(steps, start=1) if each.pk == workshop.step_id), 0)


def put_after_the_stage(workshop: Workshop, step: Step) -> tuple[Step, bool]:
    """Store a step right after the one on the stage (or after the first, while nothing is); say if it is new.

    If the very same comes next there already, it stays alone: a form that was sent twice adds one.
    """
    steps = list(workshop.steps.all())
    at = past_the_stage(workshop, steps) or 1
    after = steps[at] if at < len(steps) else None
    if after and (after.kind, after.minutes, after.started_at) == (step.kind, step.minutes, None):
        return after, False
    step.save()
    number_steps([*steps[:at], step, *steps[at:]])
    return step, True


def _place(steps: list[Step]) -> int:
    """Return where one more discussion goes: after the last one, else after the poll, else at the end."""
    for kinds in ([Step.Kind.CARD], [Step.Kind.POLL]):
        found = [n for n, step in enumerate(steps) if step.kind in kinds]
        if found:
            return found[-1] + 1
    return len(steps)


def past_breaks(steps: list[Step], at: int) -> int:
    """Return the place after the breaks that stand at a place: a break that is to come next does."""
    while at < len(steps) and steps[at].kind == Step.Kind.BREAK:
        at += 1
    return at


def number_steps(steps: list[Step]) -> None:
    """Give steps their places, in this order."""
    for n, step in enumerate(steps, start=1):
        step.position = n * 100
    Step.objects.bulk_update(steps, ["position"])
