"""Leaving a round that still takes answers: what is asked first, on the desk and without scripts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .now import Now


@dataclass(frozen=True)
class Question:
    """What is asked before the stage moves on; how many have answered by then is put before the text."""

    title: str
    text: str
    button: str


def leaving(now: Now) -> Question | None:
    """Return what is asked before another step comes on the stage; ``None`` if no open round is left.

    Moving the stage does not close a round, so that is what the question says.
    """
    if now.round is None or not now.round.is_open or now.workshop.is_closed:
        return None
    text = _(
        "It stays open: people can still answer, but only by a link beside what comes next, and the result "
        "stays hidden. Close or reveal it first, unless it is to go on."
    )
    return Question(_("Leave this round open?"), text, _("Leave it open and go on"))
