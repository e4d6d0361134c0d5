"""One's own answer to a question: saved as it is typed, sent after the others' were shown, chosen between."""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.answers import resolve_answer, save_answer
from workshop.models import Refusal, Remark, Seat, Stale, Version

from .access import seat_required
from .autosave import read_rev
from .mine import Typed, answer, own_part
from .questions import question_of
from .refusals import wants_json

PARTICIPANT = Seat.Role.PARTICIPANT


@require_POST
@seat_required(PARTICIPANT, consent=True)
def own_answer(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Save one's own answer; ``late`` sends it to everybody once the answers are shown."""
    prompt, body = question_of(seat, uid), request.POST.get("body", "")
    typed = Typed(body=body, editing="answer", prompt=prompt)
    try:
        rev = typed.rev = read_rev(request.POST.get("rev", ""))
        saved = save_answer(seat, prompt, body, rev, late="late" in request.POST)
    except Stale as stale:
        where = {"slug": seat.workshop.slug, "uid": uid, "number": stale.data["n"]}
        stale.data["resolve"] = reverse("question-answer-version", kwargs=where)
        return _refused(request, seat, stale, kept_beside(typed, stale, request.path))
    except Refusal as refusal:
        return _refused(request, seat, refusal, typed)
    return _saved(request, seat, saved)


def kept_beside(typed: Typed, stale: Stale, address: str) -> Typed:
    """Return how a form comes back whose words are kept beside others: with those that the server holds."""
    body, rev = str(stale.data["theirs"]), int(str(stale.data["rev"]))
    return replace(typed, body=body, rev=rev, words=typed.body, arrived=address)


def _refused(request: HttpRequest, seat: Seat, refusal: Refusal, typed: Typed) -> HttpResponse:
    if wants_json(request):
        raise refusal
    typed.message = refusal.message
    return answer(request, seat, typed, refusal.status)


def _saved(request: HttpRequest, seat: Seat, remark: Remark) -> HttpResponse:
    says = _("Your answer is saved.")
    if wants_json(request):
        saved_at = remark.saved_at.isoformat()
        return JsonResponse({"rev": remark.rev, "saved_at": saved_at, "text": remark.body, "said": says})
    if request.headers.get("HX-Request"):
        typed = Typed(saved="answer", says=says, arrived=request.path, prompt=remark.prompt)
        return own_part(request, seat, typed)
    messages.success(request, says, extra_tags=request.path)
    return redirect("room", slug=seat.workshop.slug)


@require_POST
@seat_required(PARTICIPANT, consent=True)
def answer_version(request: HttpRequest, seat: Seat, uid: uuid.UUID, number: int) -> HttpResponse:
    """Choose between what one's own answer says and another version of it."""
    prompt = question_of(seat, uid)
    other = version_of(get_object_or_404(seat.remarks.filter(prompt=prompt)), number)
    keep, rev = request.POST.get("keep", ""), read_rev(request.POST.get("rev", ""))
    try:
        saved = resolve_answer(seat, prompt, other, keep, rev, late="late" in request.POST)
    except Refusal as refusal:
        if isinstance(refusal, Stale):
            refusal.data["resolve"] = request.path
        return _refused(request, seat, refusal, Typed())
    return _saved(request, seat, saved)


def version_of(remark: Remark, number: int) -> Version:
    """Return one version of a remark by its number, counted from 1 by age, or raise 404."""
    found = list(remark.versions.order_by("pk"))
    if not 1 <= number <= len(found):
        raise Http404(_("There is no such version."))
    return found[number - 1]
