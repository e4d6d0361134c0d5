"""A workshop as a whole: made, found, deleted."""

import uuid
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.copying import copy_workshop
from workshop.actions.workshops import create_workshop, delete_workshop
from workshop.forms.workshops import NewWorkshopForm, RemovalForm
from workshop.models import Invalid, Refusal, Seat, Stale, User, Workshop
from workshop.models.consents import needs_consent
from workshop.models.retention import counts_of

from .access import FACILITATOR, seat_required
from .offers import Offer, offer_of, own_offers, ready_offers
from .templates import template_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def workshop_new(request: HttpRequest) -> HttpResponse:
    """Ask what to start from, then make the workshop and go to its set-up."""
    user = cast(User, request.user)  # whoever is signed in
    wanted = request.POST.get("template") or request.GET.get("template", "")
    offers = {each.ref: each for each in (*ready_offers(), *own_offers(user))}
    if chosen := offer_of(user, wanted):
        offers[wanted] = chosen
    choices, how = [each.choice for each in offers.values()], _how(chosen)
    if request.method != "POST":
        first = {"template": wanted} if chosen else None
        form = NewWorkshopForm(choices, initial=first, **how)
        return render(request, "workshop/setup/new.html", {"form": form})
    form, status = NewWorkshopForm(choices, request.POST, **how), 422
    try:
        if form.is_valid() and chosen:
            made = _create(user, chosen, form.cleaned_data).workshop
            says = _("“%(title)s” is made. Everything on this page can be changed.")
            messages.success(request, says % {"title": made.title})
            return redirect("setup", slug=made.slug)
    except Refusal as refusal:
        status = refusal.status
        form.add_error("title" if isinstance(refusal, Invalid) else None, refusal.message)
        if isinstance(refusal, Stale):
            form.put("uid", uuid.uuid4())
    return _refused(request, chosen, form, status)


def _refused(request: HttpRequest, chosen: Offer | None, form: NewWorkshopForm, status: int) -> HttpResponse:
    """Answer with the page that the form came from: that of a template, or the one that offers them all."""
    if chosen and "of-template" in request.POST:
        return template_page(request, chosen, form, status)
    return render(request, "workshop/setup/new.html", {"form": form}, status=status)


def _how(chosen: Offer | None) -> dict[str, bool]:
    """Return how the form asks where this was chosen."""
    return {"people": chosen.has_people, "untitled": chosen.is_untitled} if chosen else {}


def _create(user: User, offer: Offer, sent: dict[str, Any]) -> Seat:
    words = {name: sent[name] for name in ("title", "zone", "uid")}
    try:
        if offer.workshop:
            people = sent.get("people", False)
            return copy_workshop(user, offer.workshop, offer.pack, people=people, **words)
        return create_workshop(user, offer.pack, **words)
    except Workshop.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong


@require_safe
@seat_required()
def workshop(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Send each seat on to the page that it needs now."""
    return redirect(page_for(seat), slug=seat.workshop.slug)


def page_for(seat: Seat) -> str:
    """Return the name of the page that a seat needs now, by its role and how far the workshop has come."""
    if seat.workshop.is_closed:
        return "results"
    if seat.is_facilitator:
        return "desk" if seat.workshop.is_live else "overview"
    if needs_consent(seat):
        return "consent"
    return "pack" if seat.is_participant and not seat.workshop.is_live else "room"


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what would be gone and offer an export; delete the workshop when the person is sure."""
    if seat.workshop.is_rehearsal:  # which no ledger keeps
        return redirect("rehearsal-removal", slug=seat.workshop.slug)
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        title = seat.workshop.title
        delete_workshop(seat)
        messages.success(request, _("“%(title)s” is deleted, with everything in it.") % {"title": title})
        return redirect("home")
    facts = {"seat": seat, "workshop": seat.workshop, "form": form, "counts": counts_of(seat.workshop)}
    return render(request, "workshop/removal/page.html", facts, status=422 if form.errors else 200)
