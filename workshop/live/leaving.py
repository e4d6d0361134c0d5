"""Leaving what still takes answers, or has not begun: what is asked first, with scripts and without."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Step
from workshop.templatetags.naming import and_list

from .agenda import Item
from .now import Now

NAMED = 6  # more than this that wait are counted, not named


@dataclass(frozen=True)
class Question:
    """What is asked before the stage moves on.

    Where it ``counts``, how many have answered by then is put before the text.
    """

    title: str
    text: str
    button: str
    counts: bool = True


def leaving(now: Now, to: str = "", items: Sequence[Item] = ()) -> Question | None:
    """Return what is asked before another step comes on the stage; ``None`` if nothing is left behind.

    Moving the stage does not close a round, so that is what the question says. Before the end it names what
    has not begun.

    Args:
        to: the kind of the step that is to come.
        items: the agenda; of use before the end alone.
    """
    if now.workshop.is_closed:
        return None
    left, waits = _left(now), waiting_sentence(items) if to == Step.Kind.CLOSE else ""
    if left and waits:
        return replace(left, text=f"{left.text} {waits}")
    if waits:
        text = _("%(waits)s You can still put each on the stage.") % {"waits": waits}
        return Question(_("Go on to the end?"), text, _("Go on to the end"), counts=False)
    return left


def waiting_sentence(items: Sequence[Item]) -> str:
    """Return which discussions and which questions have not begun; empty if there are none."""
    cards = [item.title for item in items if item.waits and item.kind == Step.Kind.CARD]
    questions = [item.title for item in items if item.waits and item.kind == Step.Kind.QUESTION]
    says = [
        ngettext(
            "%(n)s discussion has not begun: %(named)s.",
            "%(n)s discussions have not begun: %(named)s.",
            len(cards),
        )
        % {"n": len(cards), "named": _named(cards)},
        ngettext(
            "%(n)s question has not begun: %(named)s.",
            "%(n)s questions have not begun: %(named)s.",
            len(questions),
        )
        % {"n": len(questions), "named": _named(questions)},
    ]
    return " ".join(said for said, found in zip(says, (cards, questions), strict=True) if found)


def _named(titles: Sequence[str]) -> str:
    named = [_("“%(title)s”") % {"title": title} for title in titles[:NAMED]]
    more = len(titles) - NAMED
    return and_list([*named, _("%(n)s more") % {"n": more}] if more > 0 else named)


def _left(now: Now) -> Question | None:
    if now.prompt and not now.prompt.is_shown:
        return Question(_("Go on before the answers are shown?"), _left_unshown(), _("Go on"))
    if now.round is None or not now.round.is_open:
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
