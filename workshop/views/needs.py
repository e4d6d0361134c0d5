"""What somebody needs to take part: their own page, asked once at the start of the pack."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.needs import save_needs
from workshop.forms.needs import NeedsForm
from workshop.models import Need, Refusal, Seat, Stale
from workshop.models.needs import WantedNeeds, need_of

from .access import seat_required
from .paths import next_in


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(Seat.Role.PARTICIPANT)
def needs(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what one needs, and take it anew; ``nothing`` says that nothing is needed.

    It waits for no agreement to take part: a facilitator may have ticked it before, and it is theirs.
    """
    known = need_of(seat)
    form = NeedsForm(known, request.POST if request.method == "POST" else None)
    status = 422
    if form.is_valid():
        wanted = WantedNeeds() if "nothing" in request.POST else form.wanted
        try:
            kept = save_needs(seat, wanted, form.cleaned_data["rev"])
        except Refusal as refusal:
            status = explain(form, seat, refusal)
        else:
            messages.success(request, _said(kept))
            return redirect(next_in(request, seat.workshop, "needs"))
    return _page(request, seat, known, form, status if form.is_bound else 200)


def _said(kept: Need) -> str:
    """Say what becomes of what one needs."""
    says = _("Kept. You can change it at any time, under “Your choices”.")
    asked = _("Your facilitators see what you asked for, and arrange it with you.")
    return f"{says} {asked}" if kept.asks and not kept.seat.workshop.is_closed else says


def explain(form: NeedsForm, seat: Seat, refusal: Refusal) -> int:
    """Say in the form what was refused of what this seat needs, and return the status of the answer."""
    form.add_error("more" if refusal.data.get("field") == _("Something else") else None, refusal.message)
    if isinstance(refusal, Stale):
        form.put("rev", need_of(seat).rev)
    return refusal.status


def _page(request: HttpRequest, seat: Seat, known: Need, form: NeedsForm, status: int) -> HttpResponse:
    facts = {"seat": seat, "workshop": seat.workshop, "known": known, "form": form}
    facts["saved"] = need_of(seat) if status == Stale.status else None
    facts["back"] = next_in(request, seat.workshop, "consent")
    facts["next"] = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "workshop/needs/page.html", facts, status=status)
