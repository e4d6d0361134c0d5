"""The chair: handed on for one step or for good, given back, taken back, and going with the stage."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Forbidden, Invalid, Seat, Stale, Step, Workshop
from workshop.models.chaired import CHAIR, HANDED, LENT, RETURNED
from workshop.models.chairing import may_sit, only_borrows, require_leading, require_same_chair
from workshop.models.closing import require_going_on

from .kit import done, locked, note

STEP, GOOD = "step", "good"


def hand_chair(seat: Seat, to: Seat, span: str, seen: int, step: UUID | None = None) -> Workshop:
    """Put another seat in the chair. Compare-and-set; handing it twice to the same seat changes nothing.

    What is lent for one step goes back by itself when the stage moves on.

    Args:
        seat: who leads.
        span: ``step`` or ``good``.
        seen: the ``chair_rev`` that the person saw.
        step: the uid of the step on the stage that the person saw; for ``step`` alone.

    Raises:
        Forbidden: the seat does not lead, or gives away for good what is lent to it.
        Invalid: no such span, nothing is on the stage to lend it for, or that seat cannot have it.
        Closed: the workshop is closed. Stale: the chair or the stage was moved first.
    """
    if span not in (STEP, GOOD):
        raise Invalid(_("Say for how long: for this step, or for good."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "chair")
        if workshop.chair_id == to.pk and bool(workshop.chair_lender_id) == (span == STEP):
            return workshop  # sent again by whoever handed it: they may not lead any more
        require_leading(seat, workshop)
        require_same_chair(workshop, seen, seat)
        _require_may_sit(workshop, to)
        if span == STEP:
            _lend(workshop, seat, to, step)
        else:
            _require_own(seat, workshop)
            _let_sit(seat, workshop, to, HANDED)
    return workshop


def return_chair(seat: Seat, seen: int) -> Workshop:
    """Give the chair back, or take it back: it goes to whose it is, which ends what was lent for a step.

    A facilitator who takes what is not lent gets it; whoever has it for good and gives it back gives it to a
    facilitator, best to the one who handed it on. Sent twice, it is done once.

    Args:
        seen: the ``chair_rev`` that the person saw.

    Raises:
        Forbidden: the seat neither leads nor has lent the chair. Closed: the workshop is closed.
        Stale: somebody else moved the chair first.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "chair")
        if _done_before(seat, workshop, seen):
            return workshop
        if seat.pk != workshop.chair_lender_id:
            require_leading(seat, workshop)
        require_same_chair(workshop, seen, seat)
        to = workshop.chair_lender or (seat if seat.is_facilitator else _giver(seat))
        if to.pk != workshop.chair_id:
            _let_sit(seat, workshop, to, RETURNED)
    return workshop


def follow_stage(seat: Seat, workshop: Workshop) -> bool:
    """Let the chair go with the stage: back to whose it is, or to the seat that has the step there now.

    Runs inside the transaction of the move. Returns whether the chair changed hands.
    """
    owner = workshop.chair_lender or workshop.chair
    lent = Seat.objects.filter(chaired_steps=workshop.step_id).first()
    chair, lender = (lent, owner) if lent and lent != owner else (owner, None)
    if (chair, lender) == (workshop.chair, workshop.chair_lender):
        return False
    note(workshop.pk, seat, LENT if lender else RETURNED, **_sit(workshop, chair, lender))
    return True


def vacate_chair(by: Seat, seat: Seat, workshop: Workshop) -> None:
    """Take a seat that is being removed out of the chair: it goes to whose it is, else to who removes it."""
    Step.objects.filter(workshop=workshop, chair=seat).update(chair=None)
    if seat.pk not in (workshop.chair_id, workshop.chair_lender_id):
        return
    owner = workshop.chair_lender or workshop.chair
    owner = by if owner == seat else owner
    chair = owner if workshop.chair == seat else workshop.chair
    _say(by, RETURNED, _sit(workshop, chair, owner if chair != owner else None))


def _lend(workshop: Workshop, seat: Seat, to: Seat, step: UUID | None) -> None:
    if workshop.step is None:
        raise Invalid(_("Nothing is on the stage yet, so there is no step to lend the chair for."))
    if workshop.step.uid != step:
        raise Stale(_("The stage has moved on since you looked, so nothing was changed. Choose again."))
    owner = workshop.chair_lender or workshop.chair or seat
    if to == owner:
        _let_sit(seat, workshop, to, RETURNED)
        return
    Step.objects.filter(pk=workshop.step.pk).update(chair=to)
    _say(seat, LENT, _sit(workshop, to, owner))


def _require_may_sit(workshop: Workshop, to: Seat) -> None:
    if not may_sit(workshop).filter(pk=to.pk).exists():
        raise Invalid(
            _("This seat cannot have the chair: it was removed, or its person has not agreed to take part.")
        )


def _require_own(seat: Seat, workshop: Workshop) -> None:
    if only_borrows(seat, workshop):
        raise Forbidden(
            _("You have the chair for this step. You can hand it on for this step, or give it back.")
        )


def _giver(seat: Seat) -> Seat:
    """Return the facilitator who handed the chair to this seat last; else the first facilitator."""
    here = Seat.objects.present().filter(workshop_id=seat.workshop_id, role=Seat.Role.FACILITATOR)
    rows = seat.workshop.history.filter(verb=HANDED, ids__chair=str(seat.uid))
    givers = rows.order_by("-n").values_list("seat_id", flat=True)[:1]
    return here.filter(pk__in=list(givers)).first() or here.order_by("pk")[0]


def _done_before(seat: Seat, workshop: Workshop, seen: int) -> bool:
    last = workshop.history.filter(verb__in=CHAIR).order_by("-n").first()
    own = last is not None and last.seat_id == seat.pk and last.verb == RETURNED
    return own and seen == workshop.chair_rev - 1


def _let_sit(seat: Seat, workshop: Workshop, to: Seat, verb: str) -> None:
    """Give a seat the chair for its own; what was lent for the step on the stage ends."""
    Step.objects.filter(workshop=workshop, pk=workshop.step_id or 0).update(chair=None)
    _say(seat, verb, _sit(workshop, to, None))


def _sit(workshop: Workshop, chair: Seat | None, lender: Seat | None) -> dict[str, object]:
    """Put a seat in the chair; return the uids for the history: who has it, who had it, at which step."""
    had, step = workshop.chair, {"step": workshop.step.uid} if workshop.step else {}
    workshop.chair, workshop.chair_lender = chair, lender
    workshop.chair_rev += 1
    workshop.save(update_fields=["chair", "chair_lender", "chair_rev"])
    return {"chair": chair.uid if chair else "", "was": had.uid if had else "", **step}


def _say(seat: Seat, verb: str, ids: dict[str, object]) -> None:
    done(seat, verb, announce.chair_moved, announce.ROOM, **ids)
