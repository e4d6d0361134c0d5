"""The strip of the room: one's own hand, "ready" and signals; and what a chair who takes part leads with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from workshop.live.gestures import gestures as queue_of
from workshop.live.timing import timer as timer_for
from workshop.models import Gesture, Seat
from workshop.models.audiences import audience_of
from workshop.models.gestures import SIGNALS, own_gestures

OWN, LED = "workshop/gestures/_own.html", "workshop/gestures/_led.html"
STARTS = (2, 5, 10)  # minutes that a press starts


def strip_of(seat: Seat) -> dict[str, Any]:
    """Return the context of both parts for the room's page."""
    return own_context(seat) | {"led": led_context(seat)}


def own_context(seat: Seat) -> dict[str, Any]:
    """Return the context of `_own.html`: what this seat shows, and what of it was lowered or heard."""
    if not seat.is_participant or seat.workshop.is_closed:
        return {"workshop": seat.workshop, "seat": seat, "showing": None}
    own = own_gestures(seat)
    shown = {kind: kind in own and own[kind].lowered_at is None for kind in Gesture.Kind.values}
    return {
        "workshop": seat.workshop,
        "seat": seat,
        "showing": shown,
        "lowered": Gesture.Kind.HAND in own and not shown[Gesture.Kind.HAND],
        "signals": [_signal(kind, own.get(kind)) for kind in SIGNALS],
        "asked_for": any(shown[kind] for kind in SIGNALS),
    }


def _signal(kind: Gesture.Kind, own: Gesture | None) -> dict[str, Any]:
    """Return one private signal: on, heard by who leads, or neither."""
    heard = own is not None and own.lowered_at is not None
    return {"kind": kind.value, "label": kind.label, "on": own is not None and not heard, "heard": heard}


def led_context(seat: Seat, refusal: str = "") -> dict[str, Any]:
    """Return the context of `_led.html`; empty for who does not lead, or leads from the desk."""
    if not seat.leads or seat.is_facilitator or seat.workshop.is_closed:
        return {"workshop": seat.workshop, "leads": False}
    audience = audience_of(seat)
    return {
        **queue_of(seat.workshop, audience),
        "leads": True,
        "timer": timer_for(seat.workshop, audience),
        "starts": STARTS,
        "form": "led-form",
        "refusal": refusal,
        "suggestions": seat.workshop.suggestions.count(),
    }


def led_part(
    request: HttpRequest, seat: Seat, refusal: str = "", status: int = 200, told: str = ""
) -> HttpResponse:
    """Answer with what a chair who takes part leads with, alone; ``told`` is what a press has done."""
    return render(request, LED, {"led": led_context(seat, refusal) | {"told": told}}, status=status)
