"""A further round of the series: added, and removed again while nobody has been asked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, Invalid, Round, Seat, Stale, Step, Workshop
from workshop.models.closing import require_going_on

from .agenda import open_agenda, put_before_the_end, put_soon
from .kit import done, leading
from .rounds import locked_round

MOST = 10  # nominations; as many as the opening poll may have


def add_round(
    seat: Seat,
    *,
    kind: str,
    when: str,
    uid: UUID,
    k: int = 3,
    closes_at: datetime | None = None,
    soon: bool = False,
) -> Round:
    """Add a draft round to the series; one that is run live gets its step on the agenda, before the results.

    Args:
        kind: ``sort``, ``poll`` or ``spectrum``.
        when: ``before``, ``live`` or ``both``.
        uid: made with the form: sent twice, it adds one round.
        k: how many cards each may nominate in a poll, from 1 to 10.
        closes_at: when it closes by itself.
        soon: its step comes right after the one on the stage.

    Raises:
        Invalid: no such kind or time, too many or too few nominations, or a deadline that has passed.
        Closed: the workshop is closed, or what this form added was removed since.
        Forbidden: the seat does not lead (any more).
        Stale: this form added another kind of round. Round.DoesNotExist: the uid is another seat's.
    """
    _check(kind, when, k, closes_at)
    with transaction.atomic():
        workshop = leading(seat)
        if made := _made_before(seat, uid, kind):
            return made
        require_going_on(workshop, "rounds")
        facts = {"kind": kind, "when": when, "k": k, "closes_at": closes_at}
        round = Round.objects.create(workshop=workshop, number=_next_number(workshop), **facts)
        if when != Round.When.BEFORE:
            place = put_soon if soon else put_before_the_end
            place(workshop, Step(workshop=workshop, kind=kind, round=round))
        done(seat, "round_added", announce.stage_moved, round=round.number, uid=uid)
    return round


def _next_number(workshop: Workshop) -> int:
    """Return a number that no round of the workshop has or had, so that a form sent again finds its own."""
    now = list(workshop.rounds.values_list("number", flat=True))
    added = workshop.history.filter(verb="round_added").values_list("ids", flat=True)
    return max([0, *now, *(int(row["round"]) for row in added)]) + 1


def _check(kind: str, when: str, k: int, closes_at: datetime | None) -> None:
    if kind not in Round.Kind.values:
        raise Invalid(_("Choose a card sort, a nomination poll or a spectrum."), field="kind")
    if when not in Round.When.values:
        raise Invalid(_("Choose whether it is sent out before, run live, or both."), field="when")
    if not 1 <= k <= MOST:
        raise Invalid(_("Let each person nominate from 1 to %(most)s cards.") % {"most": MOST}, field="k")
    if closes_at and closes_at <= timezone.now():
        raise Invalid(
            _("This deadline has passed already. Choose a later one, or leave it out."), field="deadline_date"
        )


def _made_before(seat: Seat, uid: UUID, kind: str) -> Round | None:
    row = seat.workshop.history.filter(verb="round_added", ids__uid=str(uid)).first()
    if row is None:
        return None
    if row.seat_id != seat.pk:
        raise Round.DoesNotExist
    round = seat.workshop.rounds.filter(number=row.ids["round"]).first()
    if round is None:
        raise Closed(_("What this form added was removed since. Load the page again to add another round."))
    if round.kind != kind:
        raise Stale(_("This form was sent before, for another kind of round. Load the page again."))
    return round


def add_change_step(seat: Seat) -> Step:
    """Put "Change of cards" on the agenda, before the results; one that still waits stays as it is.

    Raises:
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        waits = workshop.steps.filter(kind=Step.Kind.CHANGE, started_at=None).first()
        if waits:
            return waits
        step = Step(workshop=workshop, kind=Step.Kind.CHANGE)
        put_before_the_end(workshop, step)
        done(seat, "step_added", announce.stage_moved, step=step.uid)
    return step


def remove_round(seat: Seat, round: Round) -> None:
    """Remove a round that nobody has been asked yet, with its step on the agenda.

    Raises:
        Forbidden: the seat does not lead (any more).
        Closed: it was opened, it is the pack's or on the stage now, or the workshop is closed.
    """
    with transaction.atomic():
        round = locked_round(round, seat)
        require_going_on(round.workshop, "rounds")
        if not round.is_draft:
            raise Closed(_("This round was opened, so it stays. You can close it without revealing it."))
        if round.is_pack:
            raise Closed(_("This round is the pack's card sort. It belongs to the workshop and stays."))
        if round.workshop.step_id in round.steps.values_list("pk", flat=True):
            raise Closed(_("This round is on the stage now. Put another step there, then remove it."))
        number = round.number
        round.delete()
        done(seat, "round_removed", announce.stage_moved, round=number)
