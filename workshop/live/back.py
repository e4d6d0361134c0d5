"""The way back: the last move of the stage taken back, as a button."""

from typing import Any

from django.utils.translation import gettext as _

from workshop.models.once import once
from workshop.models.question_counts import counted
from workshop.models.stepping import step_before, takes_back

from .agenda import Item
from .control import Control, stage_url
from .leaving import leaving
from .now import Now, name_of


def asks(now: Now, to: str, items: list[Item]) -> dict[str, Any]:
    """Return what a control asks first that would leave something behind on the way to a kind of step."""
    return vars(question) if (question := leaving(now, to, items)) else {}


def nobody_answered(now: Now) -> bool:
    """Whether a question is on the stage that nobody has answered yet: to go back from it leaves nothing."""
    return now.prompt is not None and not now.prompt.is_shown and not counted(now.prompt).count


def way_back(now: Now, items: list[Item]) -> list[Control]:
    """Offer to take the last move back: to the step from which the stage came here.

    It asks as each move does, but not of a round or a question that nobody has answered.
    """
    step = once(now.workshop, step_before, now.workshop)
    if step is None:
        return []
    free = takes_back(now.workshop, now.round, step) or nobody_answered(now)
    asked = {} if free else asks(now, step.kind, items)
    name = _("card %(label)s") % {"label": step.card.label} if step.card else name_of(step)
    label, url = _("Back: %(step)s") % {"step": name}, stage_url(now.workshop)
    return [Control("back", label, url, "back", str(step.uid), quiet=True, **asked)]
