"""What somebody needs who says it aloud or on the phone: a page for facilitators."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.auditing import note_seen
from workshop.actions.needs import tick_needs_for
from workshop.actions.proxy_rights import require_proxy
from workshop.forms.needs import NeedsForm
from workshop.models import Refusal, Seat, Stale
from workshop.models.closing import require_going_on
from workshop.models.needs import need_of

from .access import FACILITATOR, seat_required
from .needs import explain
from .person import seat_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def needs_for(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show what somebody needs, and take it as they say it; what they said themselves is only shown."""
    require_going_on(seat.workshop, "needs")
    other, status = seat_of(seat, uid), 422
    require_proxy(seat, other, agreed=False)
    form = NeedsForm(need_of(other), request.POST if request.method == "POST" else None, of_other=True)
    if form.is_valid():
        try:
            tick_needs_for(seat, other, form.wanted, form.cleaned_data["rev"])
        except Refusal as refusal:
            status = explain(form, other, refusal)
        else:
            says = _("Kept. %(name)s can change it on their own page.")
            messages.success(request, says % {"name": other.name})
            way = "proxy" if request.POST.get("next") == "proxy" else "person"
            return redirect(way, slug=seat.workshop.slug, uid=other.uid)
    return _page(request, seat, other, form, status if form.is_bound else 200)


def _page(request: HttpRequest, seat: Seat, other: Seat, form: NeedsForm, status: int) -> HttpResponse:
    note_seen(seat, "person")
    facts = {"seat": seat, "workshop": seat.workshop, "other": other, "form": form}
    facts |= {"known": need_of(other), "stale": status == Stale.status}
    facts["next"] = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "workshop/needs/for_them.html", facts, status=status)
