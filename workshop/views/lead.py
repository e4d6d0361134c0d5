"""The part of the room that is for a chair who takes part, loaded again as the chair moves."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.live.agenda import Item, items_of, unlisted
from workshop.live.chair import chair as chair_now
from workshop.live.control import Control, stage_url
from workshop.live.controls import controls_of
from workshop.live.leaving import leaving
from workshop.live.now import Now, look
from workshop.models import Refusal, Seat
from workshop.models.audiences import audience_of
from workshop.models.needs import needs_counted
from workshop.models.once import once
from workshop.models.suggestions import suggested_in

from .access import seat_required
from .agenda_facts import agenda_facts

CHAIR = "workshop/room/_chair.html"


@require_safe
@seat_required(consent=True)
def part(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return this part alone; it is empty for whoever neither has the chair nor has lent it."""
    return chair_part(request, seat)


def chair_part(
    request: HttpRequest,
    seat: Seat,
    refusal: Refusal | None = None,
    *,
    told: str = "",
    asked: str = "",
    arrived: str = "",
) -> HttpResponse:
    """Answer with `_chair.html` alone.

    Args:
        refusal: what was refused; ``asked`` are the words of a question that was, which stay in their box.
        told: what was done to the agenda; ``arrived`` is the address of the form that came in.
    """
    context = {"seat": seat, "workshop": seat.workshop, "refusal": refusal, "agenda_told": told}
    context["arrived"] = arrived
    status = refusal.status if refusal else 200
    return render(request, CHAIR, context | {"question_words": asked} | lead_of(seat), status=status)


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
            "controls": sorted(_controls(now, items), key=lambda control: control.quiet),
            "items": items,
            "url": stage_url(workshop),
            "leaving": leaving(now),
            "now": now,
            "unlisted": unlisted(workshop, items),
            "suggestions": workshop.suggestions.count(),
            "suggested": suggested_in(workshop, audience_of(seat)),
        }
    } | ({**agenda_facts(workshop), "needs": needs_counted(workshop)} if leads else {})


def _controls(now: Now, items: list[Item]) -> list[Control]:
    """Return what a chair who takes part can press; to close the workshop is for facilitators."""
    return [control for control in controls_of(now, items) if control.key != "close"]
