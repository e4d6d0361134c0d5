"""Where a step stood among the others, told so that it can come back there whatever was changed since."""

from workshop.models import Step, Workshop
from workshop.models.agenda import REMOVED

from .agenda import number_steps


def stood_before(workshop: Workshop, step: Step) -> list[str]:
    """Return the uids of all that stands before this step, the nearest first.

    What was taken off earlier is among them, at the place that it would come back to. So whatever is put
    back, and in whichever order, comes back to where it was to all the others.
    """
    uids = [str(each.uid) for each in workshop.steps.all()]
    for uid, after in _gone(workshop, uids).items():
        uids.insert(place_after(uids, after), uid)
    return uids[: uids.index(str(step.uid))][::-1]


def _gone(workshop: Workshop, here: list[str]) -> dict[str, list[str]]:
    """Return what is off the agenda, by uid, each with what stood before it when it was taken off last."""
    rows = workshop.history.filter(verb=REMOVED).order_by("n").values_list("ids", flat=True)
    return {str(ids["step"]): str(ids["after"]).split() for ids in rows if ids["step"] not in here}


def place_after(uids: list[str], after: list[str]) -> int:
    """Return the place right after the first of these that is there; 0 if none of them is."""
    return next((uids.index(uid) + 1 for uid in after if uid in uids), 0)


def stand_after(workshop: Workshop, step: Step, after: list[str]) -> None:
    """Let a step of the agenda stand right after the first of these that is there; first if none is."""
    steps = [each for each in workshop.steps.all() if each.pk != step.pk]
    at = place_after([str(each.uid) for each in steps], after)
    number_steps([*steps[:at], step, *steps[at:]])
