"""A facilitator's note on the step in front: saved as it is typed, from the desk."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from workshop.actions.step_notes import decide_step_note, save_step_note
from workshop.models import Note, Refusal, Seat, Stale

from .access import FACILITATOR, seat_required
from .autosave import read_rev
from .desk import desk_page
from .refusals import wants_json


@require_POST
@seat_required(FACILITATOR)
def note(request: HttpRequest, seat: Seat, step: uuid.UUID) -> HttpResponse:
    """Save one's own note on a step."""
    about = get_object_or_404(seat.workshop.steps, uid=step)
    body, rev = request.POST.get("body", ""), read_rev(request.POST.get("rev", ""))
    try:
        return _saved(request, seat, save_step_note(seat, about, body, rev))
    except Stale as stale:
        where = {"slug": seat.workshop.slug, "step": step, "uid": stale.data["copy"]}
        stale.data["resolve"] = reverse("step-note-copy", kwargs=where)
        return _refused(request, seat, stale)
    except Refusal as refusal:
        return _refused(request, seat, refusal, body)


@require_POST
@seat_required(FACILITATOR)
def copy(request: HttpRequest, seat: Seat, step: uuid.UUID, uid: uuid.UUID) -> HttpResponse:
    """Choose between one's note and another version of it: ``keep`` is mine, theirs or both."""
    about = get_object_or_404(seat.workshop.steps, uid=step)
    other = get_object_or_404(seat.notes, uid=uid, step=about)
    keep, rev = request.POST.get("keep", ""), read_rev(request.POST.get("rev", ""))
    try:
        kept = decide_step_note(seat, about, other, keep, rev)
    except Stale as stale:
        stale.data["resolve"] = request.path
        return _refused(request, seat, stale)
    return _saved(request, seat, kept)


def _saved(request: HttpRequest, seat: Seat, kept: Note | None) -> HttpResponse:
    if wants_json(request):
        words = {"rev": kept.rev if kept else 0, "text": kept.body if kept else ""}
        return JsonResponse({**words, "saved_at": timezone.now().isoformat()})
    return redirect(f"{reverse('desk', kwargs={'slug': seat.workshop.slug})}#desk-note")


def _refused(request: HttpRequest, seat: Seat, refusal: Refusal, typed: str | None = None) -> HttpResponse:
    if wants_json(request):
        raise refusal
    return desk_page(request, seat, refusal, typed)
