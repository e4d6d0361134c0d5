"""The timer of the step on the stage, by the server's clock; the browser counts down from what this says."""

from typing import Any

from django.utils.translation import gettext as _

from workshop.models import Workshop
from workshop.models.once import once
from workshop.models.timing import timer_of


def timer(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return until when the step may take, as a moment and in words; no ``timer``, nothing to show."""
    found = once(workshop, timer_of, workshop)
    if found is None:
        return {"workshop": workshop, "timer": None, "announce": ""}
    until = {"time": workshop.clock(found.ends_at)}
    says = _("Time was up at %(time)s") if found.is_up else _("until %(time)s")
    announce = (
        _("A timer runs until %(time)s.")
        if found.rev == 1
        else _("More time: the timer runs until %(time)s.")
    )
    return {"workshop": workshop, "timer": found, "says": says % until, "announce": announce % until}
