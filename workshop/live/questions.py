"""A question on the stage: how many have answered, then what they answered and the text they agree on."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Prompt, Workshop
from workshop.models.audiences import FACILITATORS, PARTICIPANTS
from workshop.models.counting import Answered
from workshop.models.once import once
from workshop.models.questions import Found, Question, found_of, question_for

from .control import Control
from .now import Now


def asked_question(workshop: Workshop, prompt: Prompt, audience: str) -> Question:
    """Return a question as an audience may see it, read once for all that show it."""
    found: Found = once(workshop, found_of, prompt)
    return question_for(found, workshop, audience)


def question_facts(now: Now, prompt: Prompt, audience: str) -> dict[str, Any]:
    """Return what the count shows of a question: before its answers are shown how many, and no more.

    On the desk it is part of what is on everyone's screen, so it shows no name that the group may not see.
    """
    group = PARTICIPANTS if audience == FACILITATORS else audience
    question = asked_question(now.workshop, prompt, group)
    counts = question.answered
    if prompt.is_shown:
        return {"shows": "question", "question": question}
    facts = {"shows": "hidden", "answered": counts, "says": answered_of(counts), "faces": []}
    return facts | {"blind": alone_sentence()}


def answered_of(counts: Answered) -> str:
    """Return how many have answered a question: ``4 of 5 have answered.``."""
    said = ngettext("%(n)s of %(seats)s has answered.", "%(n)s of %(seats)s have answered.", counts.seats)
    return said % {"n": counts.count, "seats": counts.seats}


def alone_sentence() -> str:
    """Return the sentence that stands beside a question while its answers are hidden."""
    return _(
        "Nobody, the chair included, sees what anybody answers until the answers are shown. Then everyone "
        "sees all of them at the same moment."
    )


def question_says(now: Now) -> str:
    """Return how many have answered the question on the stage while its answers are hidden, else nothing."""
    if now.workshop.is_closed or now.prompt is None or now.prompt.is_shown:
        return ""
    return answered_of(once(now.workshop, found_of, now.prompt).answered)


def question_controls(now: Now, prompt: Prompt) -> list[Control]:
    """Return the button that shows everybody the answers, which asks first."""
    where = {"slug": now.workshop.slug, "uid": prompt.uid}
    title, text = showing_question()
    label, url = _("Show the answers"), reverse("question-revelation", kwargs=where)
    return [
        Control("show", label, url, main=True, title=title, text=text, button=label, counts=True),
    ]


def showing_question() -> tuple[str, str]:
    """Return what is asked before the answers to a question are shown: a title and a text."""
    text = _(
        "Everybody sees all the answers at the same moment, as they stand: what is half written too. Then "
        "they can write the agreed text together. "
        "Once shown, they cannot be hidden again."
    )
    return _("Show the answers to everybody?"), text
