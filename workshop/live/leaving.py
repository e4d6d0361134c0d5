"""Leaving what still takes answers: what is asked first, on the desk and without scripts."""

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
    """Return what is asked before another step comes on the stage; ``None`` if nothing is left open.

    Moving the stage does not close a round, so that is what the question says.
    """
    if now.prompt and not now.prompt.is_shown and not now.workshop.is_closed:
        return Question(_("Go on before the answers are shown?"), _left_unshown(), _("Go on"))
    if now.round is None or not now.round.is_open or now.workshop.is_closed:
        return None
    text = _(
        "It stays open: people can still answer, but only by a link beside what comes next, and the result "
        "stays hidden. Close or reveal it first, unless it is to go on."
    )
    return Question(_("Leave this round open?"), text, _("Leave it open and go on"))


def _left_unshown() -> str:
    return _(
        "Nobody has seen what the others answered to this question. What was answered is kept: you can come "
        "back to it, and show the answers then."
    )
