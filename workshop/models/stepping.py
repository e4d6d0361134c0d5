"""The way that the stage has come, from the history: going back takes the last move back."""

from .stage import Step
from .workshops import Workshop

MOVED, WENT_BACK = "stage_moved", "stage_went_back"


def step_before(workshop: Workshop) -> Step | None:
    """Return the step from which the stage came to where it is; ``None`` if it came from none that is left.

    Going back twice goes back two moves, not to and fro: a move that was taken back is forgotten.
    """
    known = {str(step.uid): step for step in workshop.steps.select_related("card", "round")}
    ways = workshop.history.filter(verb__in=(MOVED, WENT_BACK)).order_by("n").values_list("verb", "ids")
    path: list[str] = []
    for verb, ids in ways:
        while verb == WENT_BACK and path and path[-1] != ids["step"]:
            path.pop()
        path += [] if path[-1:] == [ids["step"]] else [ids["step"]]
    been = [known[uid] for uid in path if uid in known and known[uid].pk != workshop.step_id]
    return been[-1] if been else None
