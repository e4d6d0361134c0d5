"""The part of the room that is for a chair who takes part, loaded again as the chair moves."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.live.agenda import items_of
from workshop.live.chair import chair as chair_now
from workshop.live.control import stage_url
from workshop.live.controls import controls_of
from workshop.live.leaving import leaving
from workshop.live.now import look
from workshop.live.once import once
from workshop.models import Seat
from workshop.models.audiences import audience_of
from workshop.models.suggestions import suggested_in

from .access import seat_required


@require_safe
@seat_required(consent=True)
def part(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return this part alone; it is empty for whoever neither has the chair nor has lent it."""
    return render(
        request, "workshop/room/_chair.html", {"seat": seat, "workshop": seat.workshop} | lead_of(seat)
    )


def lead_of(seat: Seat) -> dict[str, Any]:
    """Return the context of `_chair.html`: what a chair who takes part can press, or may take back."""
    workshop = seat.workshop
    leads, lent = workshop.chair_id == seat.pk, workshop.chair_lender_id == seat.pk
    if seat.is_facilitator or not (leads or lent):
        return {"chair": None}
    now, items = once(workshop, look, workshop), once(workshop, items_of, workshop)
    return {
        "chair": {
            **chair_now(workshop, audience_of(seat)),
            "leads": leads,
            "borrows": leads and bool(workshop.chair_lender_id),
            "controls": sorted(controls_of(now, items), key=lambda control: control.quiet),
            "items": items,
            "url": stage_url(workshop),
            "leaving": leaving(now),
            "now": now,
            "suggestions": workshop.suggestions.count(),
            "suggested": suggested_in(workshop, audience_of(seat)),
        }
    }
