"""The chair: handed on, given back, taken back."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.chair import STEP, hand_chair, return_chair
from workshop.live.chair import chair as chair_now
from workshop.live.now import look
from workshop.live.presence import present
from workshop.models import Refusal, Seat
from workshop.models.audiences import audience_of
from workshop.models.chaired import chaired
from workshop.models.chairing import may_get_it_from, only_borrows, require_leading

from .access import seat_required
from .autosave import read_rev
from .desk import desk_page
from .paths import next_in

SENT_AGAIN = ("to", "span", "step", "chair_rev", "next")


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who is in the chair and to whom it can go; a POST hands it on (``to``, ``span``).

    Whoever has handed it on may send the form again, though they may lead no longer.
    """
    if request.method != "POST":
        require_leading(seat, seat.workshop)
        return chair_page(request, seat)
    to = get_object_or_404(may_get_it_from(seat), uid=_uid(request.POST.get("to", "")))
    if seat.leads and not seat.is_facilitator and "confirmed" not in request.POST:
        return _asked(request, seat, _("Hand the chair on?"), _("Hand it on"))
    rev, span = request.POST.get("chair_rev", ""), request.POST.get("span", "")
    step = _uid(request.POST.get("step", "")) if span == STEP else None
    return _done(request, seat, lambda: hand_chair(seat, to, span, read_rev(rev), step))


@require_POST
@seat_required(consent=True)
def giving_back(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give the chair back, or take it back; a chair who takes part is asked first."""
    rev = request.POST.get("chair_rev") or request.GET.get("chair_rev", "")
    asks = seat.leads and not seat.is_facilitator
    if asks and rev == str(seat.workshop.chair_rev) and "confirmed" not in request.POST:
        return _asked(request, seat, _("Give the chair back?"), _("Give it back"))
    return _done(request, seat, lambda: return_chair(seat, read_rev(rev)))


def chair_page(request: HttpRequest, seat: Seat, refusal: Refusal | None = None) -> HttpResponse:
    """Answer with the page of the chair, and with what was refused above it."""
    workshop = seat.workshop
    context: dict[str, Any] = {"seat": seat, "workshop": workshop, "refusal": refusal, "now": look(workshop)}
    context |= chair_now(workshop, audience_of(seat))
    if not workshop.is_closed:
        here, seats = present(workshop.pk), list(may_get_it_from(seat).order_by("role", "person__name", "pk"))
        others = [each for each in seats if each.pk != workshop.chair_id]
        groups = ((_("Here now"), True), (_("Not here now"), False))
        context["groups"] = [
            (words, is_here, [each for each in others if (each.uid in here) is is_here])
            for words, is_here in groups
        ]
        context["borrows"] = only_borrows(seat, workshop)
    if seat.is_facilitator:
        context["chaired"] = chaired(workshop)
    return render(request, "workshop/chair/page.html", context, status=refusal.status if refusal else 200)


def _asked(request: HttpRequest, seat: Seat, title: str, button: str) -> HttpResponse:
    """Ask somebody who leads from the room, and then leads no longer: without a dialog."""
    facts = {"seat": seat, "workshop": seat.workshop, "title": title, "button": button}
    facts |= {
        "text": parting_text(),
        "action": request.get_full_path(),
        "back_url": next_in(request, seat.workshop, "room"),
    }
    facts["fields"] = [(name, request.POST[name]) for name in SENT_AGAIN if name in request.POST]
    return render(request, "workshop/parts/_confirm.html", facts)


def parting_text() -> str:
    """Return what it means for a chair who takes part to let the chair go."""
    return _("From then on you lead no longer, until somebody hands it to you again. What you said stays.")


def _done(request: HttpRequest, seat: Seat, act: Callable[[], Any]) -> HttpResponse:
    """Act, then go on; a refusal is shown to who leads with how things stand now."""
    desk = reverse("desk", kwargs={"slug": seat.workshop.slug})
    try:
        workshop = act()
    except Refusal as refusal:
        seat.workshop.refresh_from_db()
        if not seat.leads:
            raise
        from_desk = seat.is_facilitator and request.POST.get("next") == desk
        return (desk_page if from_desk else chair_page)(request, seat, refusal)
    said = chair_now(workshop, audience_of(seat))["says"]
    messages.success(request, said)
    return redirect(next_in(request, workshop, "desk" if seat.is_facilitator else "room"))


def _uid(sent: str) -> uuid.UUID:
    try:
        return uuid.UUID(sent)
    except ValueError as wrong:
        raise Http404(_("There is nobody of that name in this workshop.")) from wrong
