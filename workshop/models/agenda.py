"""The agenda as its steps and its history tell it, read once for all parts of a page that show it.

Rows are put in order here: to have the database do it costs Django more than a sort of so few.
"""

from operator import itemgetter

from .comments import Prompt
from .history import History
from .look_ups import LookUp
from .once import if_read
from .read_cards import cards_at
from .stage import Step
from .workshops import Workshop

MOVED, WENT_BACK = "stage_moved", "stage_went_back"
REMOVED, ORDERED, TAKEN_BACK = "step_removed", "agenda_ordered", "agenda_order_taken_back"
STEP_MOVED = "step_moved"
VERBS = (MOVED, WENT_BACK, REMOVED, ORDERED, TAKEN_BACK, STEP_MOVED)

STEPS = LookUp(
    lambda workshop: Step.objects.filter(workshop=workshop).select_related("round", "prompt").order_by(),
    known="workshop",
)
STEP = LookUp(
    lambda workshop, pk: Step.objects.filter(workshop=workshop, pk=pk).select_related("round", "prompt"),
    known="workshop",
)
LOG = LookUp(
    lambda workshop: (
        History.objects.filter(workshop=workshop, verb__in=VERBS).order_by().values_list("n", "verb", "ids")
    )
)


def steps_of(workshop: Workshop) -> list[Step]:
    """Return the steps in order, each with its card and the card's words, its round and its question."""
    steps = sorted(STEPS(workshop), key=lambda step: (step.position, step.pk))
    cards = cards_at(workshop, {step.card_id for step in steps if step.card_id})
    # A card that went between the two queries took its step along.
    found = [step for step in steps if step.card_id is None or step.card_id in cards]
    for step in found:
        step.card = cards[step.card_id] if step.card_id else None
    return found


def step_on_stage(workshop: Workshop) -> Step:
    """Return the step on the stage as `steps_of` does, from what was read of it by now, else by itself."""
    known = if_read(workshop, steps_of, workshop) or []
    step = next((step for step in known if step.pk == workshop.step_id), None)
    if step is None:
        step = next(iter(STEP(workshop, workshop.step_id or 0)), None)
        if step is None:
            raise Step.DoesNotExist
        step.card = cards_at(workshop, [step.card_id])[step.card_id] if step.card_id else None
    if step.round:
        step.round.workshop = workshop
    return step


def log_of(workshop: Workshop) -> list[tuple[str, dict[str, str]]]:
    """Return what was done to the agenda: each verb of `VERBS` with what it was done to, in order."""
    return [(verb, ids) for _n, verb, ids in sorted(LOG(workshop), key=itemgetter(0))]


def may_take_order_back(log: list[tuple[str, dict[str, str]]]) -> bool:
    """Whether in such a log the newest ordering of the discussions was not taken back."""
    verbs = [verb for verb, _ids in log if verb in (ORDERED, TAKEN_BACK)]
    return verbs[-1:] == [ORDERED]


def last_moved(log: list[tuple[str, dict[str, str]]]) -> dict[str, str]:
    """Return of the newest step that was moved by hand its uid, its place and of how many; empty for none.

    One that was brought ahead has no place there. An ordering since then, or one taken back, leaves none.
    """
    newest = next((each for each in reversed(log) if each[0] in (STEP_MOVED, ORDERED, TAKEN_BACK)), None)
    return newest[1] if newest and newest[0] == STEP_MOVED else {}


def asked_in(workshop: Workshop) -> list[Prompt]:
    """Return the questions that were put to the group, in the order of the agenda, as they are stored."""
    asked = workshop.steps.filter(kind="question", started_at__isnull=False, prompt__isnull=False)
    steps = asked.select_related("prompt").order_by("position", "pk")
    prompts = [step.prompt for step in steps if step.prompt]
    for prompt in prompts:
        prompt.workshop = workshop  # read once
    return prompts
