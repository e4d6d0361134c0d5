"""The text that a group writes together: changed, chosen between two versions, agreed to."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.agreed import say_assent, settle_text, write_text
from workshop.models import Prompt, Refusal, Seat, Stale
from workshop.models.questions import text_of

from .access import seat_required
from .answers import kept_beside, version_of
from .autosave import read_rev
from .mine import Typed, answer, own_part
from .questions import question_of


@require_POST
@seat_required(consent=True)
def text(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Change the text for everybody; words that somebody was quicker than are kept beside it."""
    prompt, body = question_of(seat, uid), request.POST.get("body", "")
    rev = read_rev(request.POST.get("rev", ""))
    try:
        write_text(seat, prompt, body, rev)
    except Refusal as refusal:
        typed = Typed(refusal.message, body=body, editing="text", rev=rev, prompt=prompt)
        if isinstance(refusal, Stale):
            typed = kept_beside(typed, refusal, request.path)
        elif not body.strip():
            typed = Typed(refusal.message)  # nothing was typed that could come back: the box holds the text
        return answer(request, seat, typed, refusal.status)
    saved, emptied = (
        _("The text is saved. Everybody sees it."),
        _("The text is empty now. Everybody sees that."),
    )
    return _settled(request, seat, prompt, "text", saved if body.strip() else emptied)


@require_POST
@seat_required(consent=True)
def text_version(request: HttpRequest, seat: Seat, uid: uuid.UUID, number: int) -> HttpResponse:
    """Choose between the text and a version that waits beside it."""
    prompt = question_of(seat, uid)
    version = version_of(text_of(prompt), number)
    keep, rev = request.POST.get("keep", ""), read_rev(request.POST.get("rev", ""))
    try:
        settle_text(seat, prompt, version, keep, rev)
    except Refusal as refusal:
        return answer(request, seat, Typed(refusal.message), refusal.status)
    return _settled(
        request, seat, prompt, "version", _("It is decided. Everybody sees the text as it is now.")
    )


@require_POST
@seat_required(consent=True)
def assent(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Say that one agrees, or dissents, with a word of why."""
    prompt, sent = question_of(seat, uid), request.POST
    said, why = sent.get("answer", ""), sent.get("why", "")
    try:
        say_assent(seat, prompt, said, why, read_rev(sent.get("rev", "")))
    except Refusal as refusal:
        typed = Typed(refusal.message, body=why, kind=said, editing="assent", prompt=prompt)
        return answer(request, seat, typed, refusal.status)
    return _settled(request, seat, prompt, "assent", _("The group sees what you say. You can change it."))


def _settled(request: HttpRequest, seat: Seat, prompt: Prompt, what: str, says: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        typed = Typed(saved=what, says=says, arrived=request.path, prompt=prompt)
        return own_part(request, seat, typed)
    messages.success(request, says, extra_tags=request.path)
    return redirect("room", slug=seat.workshop.slug)
