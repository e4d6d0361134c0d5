"""The stage: moved by who leads, and the agenda in the order of the poll."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Card, Forbidden, Mark, Round, Seat, Stale, Step, Workshop
from workshop.models.agenda import MOVED, WENT_BACK
from workshop.models.closing import require_going_on
from workshop.models.gestures import forget_past
from workshop.models.lineage import lineage_of
from workshop.models.stepping import move_back

from .agenda import discuss_next, number_steps, past_breaks, past_the_stage
from .back import facts_of_move, place_of, undo_move
from .chair import follow_stage
from .dropping import drop_steps
from .kit import done, leading
from .ordering import divided_cards, place_waiting
from .rounds import open_round


def move_stage(
    seat: Seat, step: Step, step_rev: int, *, back: bool = False, stood: dict[str, str] | None = None
) -> Workshop:
    """Put a step of the agenda on everyone's screen. Compare-and-set, so two desks never fight.

    A round that nobody has been asked yet is opened with its step. A chair that was lent goes with the step.

    Args:
        seat: who leads.
        back: whether this takes the last move back, so that it is forgotten and all is as it was before.
        step: a step of the same workshop; the one already on the stage changes nothing.
        step_rev: the ``step_rev`` of the stage that the person saw.
        stood: where the step stood before it was brought here, if it was: ``place_of`` says.

    Raises:
        Forbidden: the seat does not lead (any more).
        Closed: the workshop is closed.
        Stale: somebody moved the stage first.
        Invalid: the step would open a round, and there is no card to ask about.
    """
    if step.workshop_id != seat.workshop_id:
        raise Forbidden(_("This step belongs to another workshop."))
    with transaction.atomic():
        workshop = leading(seat)
        require_going_on(workshop, "stage")
        if workshop.step_id == step.pk:
            return workshop
        step = _to_come(workshop, step, step_rev)
        left, move = workshop.step, move_back(workshop, step) if back else {}
        facts = {"step": step.uid} if back else facts_of_move(workshop, step, stood)
        _go(workshop, step)
        if step.round and step.round.is_draft:
            open_round(seat, step.round)
        undo_move(seat, workshop, step, left, move)
        passed = follow_stage(seat, workshop)
        fact = announce.stage_and_chair_moved if passed else announce.stage_moved
        done(seat, WENT_BACK if back else MOVED, fact, **facts)
    return workshop


def _to_come(workshop: Workshop, step: Step, step_rev: int) -> Step:
    """Return the step as it is now; raise Stale if it left the agenda, or somebody moved the stage first."""
    now = workshop.steps.select_related("round").filter(pk=step.pk).first()
    if now is None or workshop.step_rev != step_rev:
        raise Stale(_("Somebody moved the stage a moment ago. Look at where it is now, then choose again."))
    return now


def bring_card(seat: Seat, card: Card, step_rev: int) -> Workshop:
    """Put the discussion of a card on everyone's screen, after what is there now. Twice changes nothing.

    Raises:
        Invalid: the card is not on the table. Else as ``move_stage``.
    """
    with transaction.atomic():
        workshop = leading(seat)
        if workshop.step and workshop.step.card_id == card.pk:
            return workshop
        stood = place_of(workshop, card)
        return move_stage(seat, discuss_next(seat, card), step_rev, stood=stood)


def _go(workshop: Workshop, step: Step) -> None:
    now = timezone.now()
    if workshop.step_id:
        Step.objects.filter(pk=workshop.step_id).update(state=Step.State.DONE, ended_at=now)
    Step.objects.filter(pk=step.pk).update(state=Step.State.WAITING, started_at=now, ended_at=None)
    workshop.step, workshop.step_rev = step, workshop.step_rev + 1
    workshop.save(update_fields=["step", "step_rev"])
    forget_past(workshop)


def order_agenda(round: Round) -> None:
    """Put one discussion for each card after the poll: most nominated first, ties in the cards' own order.

    A card that stands for cards that were asked about comes by how many people nominated one of those.
    Discussions that have begun stay where they are, and those of other cards wait after the nominated ones.
    One that waits already is moved, not made anew: what was suggested, or taken back, still finds it.
    Where the discussions are ordered by split or by hand, they stay so: somebody chose that, and can order by
    this poll at one press. By hand all that is there keeps its place, and only new discussions come after the
    poll. Runs inside the transaction of the reveal.
    """
    workshop, steps = round.workshop, list(round.workshop.steps.select_related("card", "round"))
    votes, discussions = votes_of(round), [step for step in steps if step.kind == Step.Kind.CARD]
    waits = [step for step in discussions if step.started_at is None]
    live = set(workshop.cards.all().live().values_list("pk", flat=True))
    gone = [step for step in waits if step.card_id not in live]
    drop_steps(workshop, gone)
    by_hand = workshop.ordered_by == Workshop.Order.HAND
    moves = [] if by_hand else [step for step in waits if step not in gone]
    kept = [step for step in moves if step.card_id not in votes]
    known = {step.card_id for step in discussions}
    asked = [step for step in moves if step.card_id in votes]
    asked += _discussions(workshop, [card for card in votes if card not in known])
    asked.sort(key=lambda step: list(votes).index(step.card_id or 0))
    others = [step for step in steps if step not in gone and step not in moves]
    at = _after_the_poll(round, others)
    number_steps([*others[:at], *asked, *kept, *others[at:]])
    if workshop.ordered_by == Workshop.Order.SPLIT:
        place_waiting(workshop, divided_cards(workshop))
    elif not by_hand:
        Workshop.objects.filter(pk=workshop.pk).update(ordered_by=Workshop.Order.POLL)


def _after_the_poll(round: Round, steps: list[Step]) -> int:
    """Return the place after the poll, never behind the stage, and after the breaks that come next there."""
    at = max((n for n, step in enumerate(steps, start=1) if step.round_id == round.pk), default=0)
    polls = (n for n, step in enumerate(steps, start=1) if step.round and step.round.kind == Round.Kind.POLL)
    at = at or max(polls, default=1)  # a poll that was sent out before has no step
    return past_breaks(steps, max(at, past_the_stage(round.workshop, steps)))


def _discussions(workshop: Workshop, cards: list[int]) -> list[Step]:
    kind = Step.Kind.CARD
    return Step.objects.bulk_create(
        Step(workshop=workshop, kind=kind, card_id=card, position=0) for card in cards
    )


def votes_of(round: Round) -> dict[int, int]:
    """Return, in the order of the agenda, the cards that the poll asked about or what stands for them now."""
    lineage = lineage_of(round.workshop)
    asked = set(round.round_cards.values_list("card_id", flat=True))
    rows = Mark.objects.filter(ballot__round=round, nominated=True).values_list("card_id", "ballot_id")
    found: dict[int, int] = {}
    for card in round.workshop.cards.all().live():
        reach = asked.intersection(lineage.reach(card.pk))
        if reach:
            found[card.pk] = len({ballot for each, ballot in rows if each in reach})
    return dict(sorted(found.items(), key=lambda row: -row[1]))
