"""The last move of the stage taken back: the group is where it was, its clock too, as if it had not left."""

from datetime import datetime

from workshop.models import Card, Seat, Step, Timer, Workshop
from workshop.models.agenda import ORDERED

from .agenda import waiting_discussion
from .kit import note
from .places import stand_after, stood_before
from .rounds import put_back_round

COUNTS_IN = (ORDERED, "round_revealed")  # these put a discussion of each card on the agenda that has none


def facts_of_move(workshop: Workshop, step: Step, stood: dict[str, str] | None = None) -> dict[str, object]:
    """Return what it takes to put the stage back once a step has come on it; ``move_back`` reads it.

    Args:
        stood: where the step stood before it was brought here; none if it was not moved for it.
    """
    return {
        "step": step.uid,
        "left": workshop.step.uid if workshop.step else "",
        "rev": workshop.step_rev,
        "began": _written(step.started_at),
        "ended": _written(step.ended_at),
        "state": step.state,
        "opened": step.round.number if step.round and step.round.is_draft else "",
        **(stood or {}),
    }


def place_of(workshop: Workshop, card: Card) -> dict[str, str]:
    """Return where the discussion of a card waits, before the card is brought to the front.

    That is the steps it stands ``after``, or that a step is ``made`` for it, because none waits.
    """
    waits = waiting_discussion(workshop, card)
    return {"after": " ".join(stood_before(workshop, waits))} if waits else {"made": "1"}


def undo_move(seat: Seat, workshop: Workshop, to: Step, left: Step | None, move: dict[str, str]) -> None:
    """Let everything be as it was before a move; runs in its transaction, once the stage is back at ``to``.

    The timer goes on, and a break ends when it was to end. A round that the move opened is taken back, unless
    somebody has answered: then it stays open. What was only on the stage by mistake waits again, and a card
    that was brought to the front waits where it did, or its discussion goes if it was made for that.

    Args:
        left: the step that the stage has just left; ``move`` is how it came there.
    """
    if not move or left is None:
        return
    Step.objects.filter(pk=to.pk).update(started_at=to.started_at)
    Timer.objects.filter(workshop=workshop, step_rev=int(move["rev"])).update(step_rev=workshop.step_rev)
    stays_open = bool(move["opened"] and left.round and not put_back_round(seat, left.round))
    _wait_again(seat, workshop, left, move, begun=stays_open or _was_used(left))


def _was_used(step: Step) -> bool:
    return step.remarks.exists() or step.notes.exists()


def _wait_again(seat: Seat, workshop: Workshop, step: Step, move: dict[str, str], *, begun: bool) -> None:
    """Put a step back as it was before it came, to come again: it is not over because the group went back.

    What was said, noted, asked or answered there has begun (``begun``), so it stays where it stands.
    """
    is_new = not move["began"]
    stays = is_new and begun
    if move.get("made") and not stays and not _is_counted_on(workshop, step):
        step.delete()
        note(workshop.pk, seat, "step_unmade", step=step.uid)
        return
    keeps_begun = stays or (is_new and step.kind == Step.Kind.QUESTION)
    began = step.started_at if keeps_begun else _read(move["began"])
    was = {"state": move["state"], "started_at": began, "ended_at": _read(move["ended"])}
    Step.objects.filter(pk=step.pk).update(**was)
    if "after" in move and not stays:
        stand_after(workshop, step, move["after"].split())


def _is_counted_on(workshop: Workshop, step: Step) -> bool:
    """Whether the agenda was ordered since a step came: its card got no other, because it had this one."""
    return workshop.history.filter(verb__in=COUNTS_IN, at__gte=step.started_at).exists()


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _read(moment: str) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None
