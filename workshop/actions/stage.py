"""The stage: moved by who leads, and the agenda in the order of the poll."""

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Card, Forbidden, Round, Seat, Stale, Step, Workshop
from workshop.models.closing import require_going_on

from .agenda import discuss_next
from .kit import done, locked
from .rounds import open_round


def move_stage(seat: Seat, step: Step, step_rev: int) -> Workshop:
    """Put a step of the agenda on everyone's screen. Compare-and-set, so two desks never fight.

    A round that nobody has been asked yet is opened with its step.

    Args:
        seat: who leads.
        step: a step of the same workshop; the one already on the stage changes nothing.
        step_rev: the ``step_rev`` of the stage that the person saw.

    Raises:
        Forbidden: the seat does not lead.
        Closed: the workshop is closed.
        Stale: somebody moved the stage first.
        Invalid: the step would open a round, and there is no card to ask about.
    """
    if not seat.leads or step.workshop_id != seat.workshop_id:
        raise Forbidden(_("Only the chair and the facilitators move the stage."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "stage")
        if workshop.step_id == step.pk:
            return workshop
        if workshop.step_rev != step_rev or not workshop.steps.filter(pk=step.pk).exists():
            raise Stale(
                _("Somebody moved the stage a moment ago. Look at where it is now, then choose again.")
            )
        _go(workshop, step)
        if step.round and step.round.is_draft:
            open_round(seat, step.round)
        done(seat, "stage_moved", announce.stage_moved, step=step.uid)
    return workshop


def bring_card(seat: Seat, card: Card, step_rev: int) -> Workshop:
    """Put the discussion of a card on everyone's screen, after what is there now. Twice changes nothing.

    Raises:
        Invalid: the card is not on the table. Else as ``move_stage``.
    """
    if not seat.leads:
        raise Forbidden(_("Only the chair and the facilitators move the stage."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if workshop.step and workshop.step.card_id == card.pk:
            return workshop
        return move_stage(seat, discuss_next(seat, card), step_rev)


def _go(workshop: Workshop, step: Step) -> None:
    now = timezone.now()
    if workshop.step_id:
        Step.objects.filter(pk=workshop.step_id).update(state=Step.State.DONE, ended_at=now)
    Step.objects.filter(pk=step.pk).update(state=Step.State.WAITING, started_at=now, ended_at=None)
    workshop.step, workshop.step_rev = step, workshop.step_rev + 1
    workshop.save(update_fields=["step", "step_rev"])


def order_agenda(round: Round) -> None:
    """Put one discussion for each card after the poll: most nominated first, ties in the cards' own order.

    Discussions that have begun stay where they are. Runs inside the transaction of the reveal.
    """
    workshop = round.workshop
    polls = Step.objects.filter(workshop=workshop, round__kind=Round.Kind.POLL)
    own = polls.filter(round=round).first() or polls.last()  # one sent out before has no step
    after = own.position if own else 100
    begun = Step.objects.filter(workshop=workshop, kind=Step.Kind.CARD, started_at__isnull=False)
    Step.objects.filter(workshop=workshop, kind=Step.Kind.CARD, started_at__isnull=True).delete()
    nominated = Count("marks", filter=Q(marks__ballot__round=round, marks__nominated=True))
    cards = Card.objects.filter(workshop=workshop, round_cards__round=round, status=Card.Status.LIVE)
    ordered = cards.exclude(steps__in=begun).annotate(votes=nominated).order_by("-votes", "position", "pk")
    Step.objects.bulk_create(
        Step(workshop=workshop, kind=Step.Kind.CARD, card=card, position=after + n)
        for n, card in enumerate(ordered, start=1)
    )
