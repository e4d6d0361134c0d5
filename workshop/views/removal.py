"""A step taken off the agenda, and put back; and what the desk offers for both."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.removal import last_removed, remove_step, restore_step
from workshop.live.now import name_of
from workshop.models import Forbidden, Refusal, Seat, Step, Workshop

from .access import seat_required
from .paths import next_in


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take a ``step`` that waits off the agenda."""
    step = get_object_or_404(seat.workshop.steps, uid=_uid(request))
    try:
        remove_step(seat, step)
    except Forbidden:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("It is off the agenda. You can put it back."))
    return redirect(next_in(request, seat.workshop, "desk"))


@require_POST
@seat_required(leads=True, consent=True)
def restoration(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a ``step`` back on the agenda."""
    try:
        restore_step(seat, _uid(request))
    except Forbidden:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("It is back on the agenda."))
    return redirect(next_in(request, seat.workshop, "desk"))


def _uid(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("step", ""))
    except ValueError as wrong:
        raise Http404(_("There is no such step.")) from wrong


def removal_facts(workshop: Workshop) -> dict[str, Any]:
    """Return for the desk what can be taken off the agenda, and what was taken off last."""
    steps = workshop.steps.select_related("card", "round", "prompt").prefetch_related("card__texts")
    found: dict[str, Any] = {"removable": [(step.uid, _called(step)) for step in steps if step.is_removable]}
    row = last_removed(workshop)
    if row:
        found["removed"] = {"uid": row.ids["step"], "kind": Step.Kind(row.ids["kind"]).label}
    return found


def _called(step: Step) -> str:
    return f"{step.card.label}. {name_of(step)}" if step.card else name_of(step)
