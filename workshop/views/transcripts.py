"""Timed transcripts, for facilitators alone: it is raw speech, and nobody agreed that others read it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.transcripts import add_transcript, remove_transcript
from workshop.forms.replay import TranscriptForm
from workshop.models import Seat, Transcript

from .access import FACILITATOR, seat_required


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def transcripts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the transcripts, and add one."""
    sent = request.method == "POST"
    form = TranscriptForm(seat.workshop, *((request.POST, request.FILES) if sent else ()))
    if sent and form.is_valid():
        return _added(request, seat, form)
    rows = seat.workshop.transcripts.defer("body").select_related("seat__person")
    context = {"workshop": seat.workshop, "seat": seat, "transcripts": rows, "form": form}
    return render(request, "workshop/lineage/transcripts.html", context, status=422 if sent else 200)


def _added(request: HttpRequest, seat: Seat, form: TranscriptForm) -> HttpResponse:
    words = {name: form.cleaned_data[name] for name in ("uid", "name", "text")}
    try:
        add_transcript(seat, begins_at=form.begins_at, **words)
    except Transcript.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong
    messages.success(request, _("The transcript lies beside the workshop now. Only facilitators see it."))
    return redirect(_address(seat))


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Erase a transcript, after a pause for thought."""
    found = get_object_or_404(seat.workshop.transcripts, uid=uid)
    if request.POST.get("confirmed"):
        remove_transcript(seat, found)
        messages.success(request, _("The transcript is erased."))
        return redirect(_address(seat))
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Erase “%(name)s”?") % {"name": found.name},
        "text": _("The whole transcript is erased for good. That it was here, and who erased it, is kept."),
        "button": _("Erase it"),
        "back_url": _address(seat),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def _address(seat: Seat) -> str:
    return reverse("transcripts", kwargs={"slug": seat.workshop.slug})
