"""The pages that ask for a round's answers: in the hour they know of the room."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from workshop.live.fragments import ASIDE
from workshop.live.now import look
from workshop.live.page import live_page
from workshop.models import Refusal, Round, Seat
from workshop.models.once import once, together

from .gestures import press
from .strip import own_context


def beside_room(seat: Seat, round: Round) -> dict[str, Any]:
    """Return the live context of a page that asks for the answers of a round.

    Of a round that is run in the hour, while the workshop is on: with where the group is, the time and one's
    own hand and signals (``aside``), and whether the group is at this very round (``on_stage``).
    """
    workshop = seat.workshop
    if round.is_pack or not workshop.is_live:
        return live_page(seat, "pack")
    with together(workshop):
        context = live_page(seat, "room", ASIDE) | own_context(seat)
        now = once(workshop, look, workshop).round
    return context | {"aside": True, "on_stage": now is not None and now.pk == round.pk}


def pressed_beside(request: HttpRequest, seat: Seat) -> bool:
    """Show or take back a gesture that came with a form of answers, and say what came of it; else false.

    Without scripts the buttons belong to that form, so that what is half answered is saved with the press.
    """
    if not request.POST.keys() & {"show", "take"}:
        return False
    try:
        messages.success(request, press(seat, request.POST))
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    return True
