"""A workshop's own words kept as a template."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.packs.documents import document_of
from workshop.actions.packs.taken import has_first, pack_of
from workshop.actions.templates import save_as_template
from workshop.forms.templates import KeepTemplateForm
from workshop.models import Refusal, Seat, Stale
from workshop.models.rehearsals import own_title

from .access import FACILITATOR, seat_required


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask what the template is called and which words go along; keep it among one's own."""
    workshop = seat.workshop
    differs = has_first(workshop)
    if request.method != "POST":
        first = {"name": own_title(workshop), "source": workshop.citation, "edition": "1"}
        return _page(request, seat, KeepTemplateForm(differs, initial=first))
    form = KeepTemplateForm(differs, request.POST)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    try:
        kept = save_as_template(seat, form.cleaned_data["uid"], _document(seat, form.cleaned_data))
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        if isinstance(refusal, Stale):
            form.put("uid", uuid.uuid4())
        return _page(request, seat, form, status=refusal.status)
    messages.success(request, _("“%(name)s” is among your templates.") % {"name": kept.name})
    return redirect("template", ref=f"own-{kept.uid}")


def _document(seat: Seat, sent: dict[str, Any]) -> dict[str, Any]:
    pack = pack_of(seat.workshop, words=sent.get("words", ""), notes=sent["notes"])
    said = {name: sent[name] for name in ("name", "says", "source", "edition")}
    return document_of(pack) | said


def _page(request: HttpRequest, seat: Seat, form: KeepTemplateForm, *, status: int = 200) -> HttpResponse:
    facts = {"seat": seat, "workshop": seat.workshop, "form": form}
    return render(request, "workshop/templates/keep.html", facts, status=status)
