"""What who leads does beside moving the stage: done, and then back to where the person leads from."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from workshop.models import Refusal, Seat

from .desk import desk_page
from .mine import Typed, room_page
from .paths import next_in
from .strip import led_part


def led(request: HttpRequest, seat: Seat, act: Callable[[], object]) -> HttpResponse:
    """Act, then answer with the desk, or with the room of a chair who takes part; a refusal is said there."""
    in_part = bool(request.headers.get("HX-Request")) and not seat.is_facilitator
    try:
        act()
    except Refusal as refusal:
        seat.workshop.refresh_from_db()
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        if in_part:
            return led_part(request, seat, refusal.message, refusal.status)
        return room_page(request, seat, Typed(refusal.message), refusal.status)
    return led_part(request, seat) if in_part else redirect(next_in(request, seat.workshop, "desk"))
