"""More time for one person's pack: a page for facilitators."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.extra_time import give_extra_time
from workshop.forms.extra_time import ExtraTimeForm
from workshop.models import Refusal, Seat
from workshop.models.closing import require_going_on

from .access import FACILITATOR, seat_required
from .person import seat_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def extra_time(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show until when somebody may fill in their pack, and set it anew."""
    require_going_on(seat.workshop, "packs")
    other, status = seat_of(seat, uid), 200
    form = ExtraTimeForm(other, request.POST if request.method == "POST" else None)
    if form.is_bound:
        status = 422
        try:
            if form.is_valid():
                give_extra_time(seat, other, form.until)
                _tell(request, form, other)
                return redirect("person", slug=seat.workshop.slug, uid=other.uid)
        except Refusal as refusal:
            status = refusal.status
            form.add_error("day" if refusal.data.get("field") == "day" else None, refusal.message)
    facts = {"seat": seat, "workshop": seat.workshop, "other": other, "form": form}
    facts["round"] = seat.workshop.pack_round()
    return render(request, "workshop/needs/extra_time.html", facts, status=status)


def _tell(request: HttpRequest, form: ExtraTimeForm, other: Seat) -> None:
    """Say what was given; and where it reaches into the workshop, that the reveal there would end it."""
    messages.success(request, _said(form, other))
    starts_at = other.workshop.starts_at
    if form.until and starts_at and form.until > starts_at:
        says = _(
            "That is after the workshop starts. It is allowed; but once the result of the pack is revealed "
            "there, their time ends."
        )
        messages.warning(request, says)


def _said(form: ExtraTimeForm, other: Seat) -> str:
    if form.until is None:
        return _("%(name)s has the same time as everybody.") % {"name": other.name}
    until = f"{date_format(form.until, 'l j F')}, {other.workshop.clock(form.until)}"
    values = {"name": other.name, "until": until}
    return _("%(name)s may fill in the pack until %(until)s.") % values
