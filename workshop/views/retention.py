"""How long a workshop is kept: the day is set, postponed or taken away, also after the close."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.retention import see_retention, set_retention
from workshop.forms.retention import RetentionForm
from workshop.models import Invalid, Seat
from workshop.models.jobs import is_worker_alive
from workshop.models.retention import counts_of, failures_of
from workshop.templatetags.retention import reminded_by_mail

from .access import FACILITATOR, seat_required


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the day and what would be gone; set another one, or say that the one that stands was seen."""
    if seat.workshop.is_rehearsal:
        return redirect("rehearsal", slug=seat.workshop.slug)
    if request.method == "POST" and "seen" in request.POST:
        return _seen(request, seat)
    form = RetentionForm(request.POST if request.method == "POST" else None, day=seat.workshop.retain_until)
    if not form.is_valid():
        return _page(request, seat, form, status=422 if form.is_bound else 200)
    day = form.cleaned_data["day"]
    try:
        set_retention(seat, day)
    except Invalid as refusal:
        form.add_error("day", refusal.message)
        return _page(request, seat, form, status=refusal.status)
    kept = _("It is kept until somebody deletes it.")
    says = (
        _("It is kept until %(day)s, and erased then.") % {"day": date_format(day, "j F Y")} if day else kept
    )
    messages.success(request, says)
    return redirect("retention", slug=seat.workshop.slug)


def _seen(request: HttpRequest, seat: Seat) -> HttpResponse:
    see_retention(seat, request.POST["seen"])
    messages.success(
        request, _("Noted. Everything is erased on that day, unless one of you chooses another.")
    )
    return redirect("retention", slug=seat.workshop.slug)


def _page(request: HttpRequest, seat: Seat, form: RetentionForm, *, status: int) -> HttpResponse:
    workshop, now = seat.workshop, timezone.now()
    facts = {
        "seat": seat,
        "workshop": workshop,
        "form": form,
        "counts": counts_of(workshop),
        "failures": failures_of(workshop),
        "sends": reminded_by_mail(workshop),
        "lapsed": workshop.retain_until is not None and not is_worker_alive(now),
    }
    return render(request, "workshop/retention/page.html", facts, status=status)
