"""How the hour went, as plain data: its steps, who led them, and what was done."""

from typing import Any

from django.db.models import Q, QuerySet

from workshop.models import Step, Workshop
from workshop.models.agenda import MOVED, WENT_BACK
from workshop.models.chaired import CHAIR

from .chairs import chairs_of
from .moments import moments, stamp
from .seats import known_seat

Data = dict[str, Any]
ON_STAGE = (MOVED, WENT_BACK, *CHAIR)  # of these the history says to which step of the agenda
OF_ONE = Q(verb__endswith="_entered") | Q(
    verb__in=["answer_met", "answer_sent", "pack_finished_for", "pack_reopened_for", "reason_taken_back"]
)
UNSIGNED = (
    "remark_posted remark_withdrawn blank_taken_back ground_rule_added ground_rule_withdrawn "
    "ground_rule_restored"
).split()
# by a facilitator too, who may have entered it for somebody
OF_AGREEMENT = ["agreement_entered", "agreement_taken_back"]  # nothing tells who agrees


def course_of(workshop: Workshop, names: bool) -> Data:
    """Return the agenda, the chairs and the history.

    Where names are hidden, the history leaves out that one person's answer was sent or entered, and counts on
    as if nothing was left out; nor does it say who posted a comment, took words back or added a ground rule.
    With one person for whom a facilitator enters, or with a file from before, each of these would tell what
    is theirs.
    """
    chairs, history = chairs_of(workshop, names), _history(workshop, names)
    return {"agenda": _agenda(workshop), "chairs": chairs, "history": history}


def _agenda(workshop: Workshop) -> list[Data]:
    rows = _steps(workshop).select_related("card", "round", "prompt")
    return [
        {
            "kind": step.kind,
            "card": str(step.card.uid) if step.card else None,
            "round": step.round.number if step.round else None,
            "question": str(step.prompt.uid) if step.prompt else None,
            "minutes": step.minutes,
            "on_stage": workshop.step_id == step.pk,
            **moments(step, ["started_at", "ended_at"]),
        }
        for step in rows
    ]


def _steps(workshop: Workshop) -> QuerySet[Step]:
    return workshop.steps.order_by("position", "pk")


def _history(workshop: Workshop, names: bool) -> list[Data]:
    rows = workshop.history.select_related("seat").exclude(verb__in=OF_AGREEMENT).order_by("n")
    if not names:
        rows = rows.exclude(OF_ONE)
    steps = {str(uid): n for n, uid in enumerate(_steps(workshop).values_list("uid", flat=True), start=1)}
    return [
        {
            "n": row.n if names else n,
            "verb": row.verb,
            "seat": None if row.verb in UNSIGNED and not names else known_seat(row.seat, names),
            "at": stamp(row.at),
            "step": steps.get(row.ids.get("step", "")) if row.verb in ON_STAGE else None,
        }
        for n, row in enumerate(rows, start=1)
    ]
