"""The pause for thought before the stage leaves an open round behind, without a dialog."""

from typing import Any

from django.http import HttpRequest

from workshop.live.agenda import items_of
from workshop.live.back import nobody_answered
from workshop.live.leaving import leaving
from workshop.live.now import Now, look
from workshop.live.questions import question_says
from workshop.live.sentences import answered_sentence
from workshop.models import Seat
from workshop.models.counting import answered
from workshop.models.stepping import takes_back

from .paths import next_in

SENT_AGAIN = ("step", "back", "card", "step_rev", "next")


def asked_before_leaving(request: HttpRequest, seat: Seat, rev: str) -> dict[str, Any] | None:
    """Return the context of a question, if something would be left behind and nobody said yes yet.

    Args:
        rev: the ``step_rev`` that the form was made for; an old one is for the action to refuse.
    """
    workshop = seat.workshop
    if request.POST.get("confirmed") or rev != str(workshop.step_rev):
        return None
    now = look(workshop)
    items = items_of(workshop)
    sent = (request.POST.get("step"), request.POST.get("back"))
    to = next((item.kind for item in items if item.uid in sent), "")
    question = leaving(now, to, items)
    stays = now.step is not None and str(now.step.uid) in sent
    if question is None or stays or _takes_back(request, now):
        return None
    counts = question_says(now)
    if now.round and not now.round.is_pack:
        counts = answered_sentence(now.round, answered(now.round))
    return {
        "title": question.title,
        "button": question.button,
        "text": f"{counts} {question.text}".strip(),
        "seat": seat,
        "workshop": workshop,
        "action": request.get_full_path(),
        "back_url": next_in(request, workshop, "desk"),
        "fields": [(name, request.POST[name]) for name in SENT_AGAIN if name in request.POST],
    }


def _takes_back(request: HttpRequest, now: Now) -> bool:
    """Whether this goes back, from what nobody has answered, such as a round that came by mistake."""
    steps = now.workshop.steps.all()
    to = next((step for step in steps if str(step.uid) == request.POST.get("back")), None)
    return to is not None and (takes_back(now.workshop, now.round, to) or nobody_answered(now))
