"""The last move of the stage taken back: the group is where it was, its clock too, as if it had not left."""

from datetime import datetime

from workshop.models import Seat, Step, Timer, Workshop

from .rounds import put_back_round


def facts_of_move(workshop: Workshop, step: Step) -> dict[str, object]:
    """Return what it takes to put the stage back once a step has come on it; ``move_back`` reads it."""
    return {
        "left": workshop.step.uid if workshop.step else "",
        "rev": workshop.step_rev,
        "began": _written(step.started_at),
        "ended": _written(step.ended_at),
        "state": step.state,
        "opened": step.round.number if step.round and step.round.is_draft else "",
    }


def undo_move(seat: Seat, workshop: Workshop, to: Step, left: Step | None, move: dict[str, str]) -> None:
    """Let everything be as it was before a move; runs in its transaction, once the stage is back at ``to``.

    The timer goes on, and a break ends when it was to end. A round that the move opened is taken back, unless
    somebody has answered: then it stays open. What was only on the stage by mistake waits again.

    Args:
        left: the step that the stage has just left; ``move`` is how it came there.
    """
    if not move or left is None:
        return
    Step.objects.filter(pk=to.pk).update(started_at=to.started_at)
    Timer.objects.filter(workshop=workshop, step_rev=int(move["rev"])).update(step_rev=workshop.step_rev)
    if move["opened"] and left.round and not put_back_round(seat, left.round):
        return
    _wait_again(left, move)


def _wait_again(step: Step, move: dict[str, str]) -> None:
    """Put a step back as it was before it came. What was said, noted or asked there has begun."""
    is_new = not move["began"]
    if is_new and (step.remarks.exists() or step.notes.exists()):
        return
    began = step.started_at if is_new and step.kind == Step.Kind.QUESTION else _read(move["began"])
    was = {"state": move["state"], "started_at": began, "ended_at": _read(move["ended"])}
    Step.objects.filter(pk=step.pk).update(**was)


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _read(moment: str) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None
