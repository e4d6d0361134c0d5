"""How people are credited: each one's own page, the list for facilitators, and the words to paste."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.credits import save_credit
from workshop.forms.credits import CreditForm
from workshop.models import Refusal, Seat, Stale
from workshop.models.brought import credited_in
from workshop.models.credits import Credit, credit_of
from workshop.models.taking_part import known_to_decline
from workshop.templatetags.acknowledging import acknowledgement, contributions

from .access import FACILITATOR, seat_required
from .person import seat_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(consent=True)
def credit(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how one is credited oneself, and take it anew."""
    return _credit(request, seat, seat)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def person_credit(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter for somebody how they are credited, as they said it."""
    return _credit(request, seat, seat_of(seat, uid))


@require_safe
@seat_required(FACILITATOR)
def credits(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how everybody is credited, and the sentences for the paper."""
    credited = credited_in(seat.workshop)
    seats = seat.workshop.seats.present().select_related("person", "credit__proxy__person")
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "declined": known_to_decline(seat.workshop),
        "people": seats.exclude(role=Seat.Role.OBSERVER).order_by("role", "pk"),
        "thanks": acknowledgement(credited),
        "contributions": contributions(credited),
        "brought": seat.workshop.brought_credits.order_by("pk"),
    }
    return render(request, "workshop/credits/list.html", facts)


def _credit(request: HttpRequest, seat: Seat, other: Seat) -> HttpResponse:
    known, is_own = credit_of(other), other.pk == seat.pk
    sent = request.POST if request.method == "POST" else None
    form = CreditForm(known, sent, name=other.name, of_other=not is_own)
    status = 422
    if form.is_valid():
        try:
            save_credit(other, form.wanted, form.cleaned_data["rev"], by=None if is_own else seat)
        except Refusal as refusal:
            status = _explain(form, other, refusal)
        else:
            messages.success(request, _("Kept. You can change it at any time."))
            slug = seat.workshop.slug
            return redirect("credit", slug=slug) if is_own else redirect("credits", slug=slug)
    return _page(request, seat, other, known, form, status if sent is not None else 200)


def _explain(form: CreditForm, other: Seat, refusal: Refusal) -> int:
    field = {_("The name"): "name", _("The description"): "role"}.get(str(refusal.data.get("field")))
    form.add_error(field, refusal.message)
    if isinstance(refusal, Stale):
        form.put("rev", credit_of(other).rev)
    return refusal.status


def _page(
    request: HttpRequest, seat: Seat, other: Seat, known: Credit, form: CreditForm, status: int
) -> HttpResponse:
    facts = {"seat": seat, "workshop": seat.workshop, "other": other, "form": form, "known": known}
    facts |= {"is_own": other.pk == seat.pk, "said_it": bool(known.rev and known.proxy_id is None)}
    return render(request, "workshop/credits/page.html", facts, status=status)
