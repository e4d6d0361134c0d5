"""The way that the stage has come, from the history: going back takes the last move back."""

from .agenda import MOVED, WENT_BACK, log_of, steps_of
from .once import once
from .rounds import Round
from .stage import Step
from .workshops import Workshop


def step_before(workshop: Workshop) -> Step | None:
    """Return the step from which the stage came to where it is; ``None`` if it came from none that is left.

    Going back twice goes back two moves, not to and fro: a move that was taken back is forgotten.
    """
    known = {str(step.uid): step for step in once(workshop, steps_of, workshop)}
    uids = [ids["step"] for ids in _path(workshop)]
    been = [known[uid] for uid in uids if uid in known and known[uid].pk != workshop.step_id]
    return been[-1] if been else None


def move_back(workshop: Workshop, step: Step) -> dict[str, str]:
    """Return what the history holds of the last move, if it came from a step; else nothing.

    That is the step that was ``left`` and the ``rev`` of the stage there, how the step that came was before
    (``began``, ``ended``, ``state``), and the number of the round that was ``opened`` with it. Of a card that
    was brought to the front, too, that its step was ``made`` for it, or else the steps it stood ``after``.
    """
    path = _path(workshop)
    ids = path[-1] if path else {}
    came = workshop.step is not None and ids.get("step") == str(workshop.step.uid)
    return ids if came and ids.get("left") == str(step.uid) else {}


def takes_back(workshop: Workshop, round: Round | None, step: Step) -> bool:
    """Whether going back to a step takes back a round: the last move opened it, and nobody has answered."""
    if round is None or not _is_unanswered(round):
        return False
    return move_back(workshop, step).get("opened") == str(round.number)


def put_back(round: Round) -> bool:
    """Return a round to draft that was opened by mistake. One that was answered or closed stays as it is.

    Returns whether it is a draft now.
    """
    if not _is_unanswered(round):
        return False
    round.round_cards.all().delete()
    round.state, round.opened_at = Round.State.DRAFT, None
    round.save(update_fields=["state", "opened_at"])
    return True


def _is_unanswered(round: Round) -> bool:
    return round.is_open and not round.ballots.exists()


def _path(workshop: Workshop) -> list[dict[str, str]]:
    """Return the moves that were not taken back, as the history holds them."""
    ways = [each for each in once(workshop, log_of, workshop) if each[0] in (MOVED, WENT_BACK)]
    path: list[dict[str, str]] = []
    for verb, ids in ways:
        while verb == WENT_BACK and path and path[-1]["step"] != ids["step"]:
            path.pop()
        path += [] if path and path[-1]["step"] == ids["step"] else [ids]
    return path
