"""What who leads does beside moving the stage: done, and then back to where the person leads from."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from workshop.models import Forbidden, Refusal, Seat, Workshop

from .desk import desk_page
from .lead import chair_part
from .mine import Typed, room_page
from .paths import next_in
from .strip import led_part

T = TypeVar("T")


def led(request: HttpRequest, seat: Seat, act: Callable[[], object]) -> HttpResponse:
    """Act, then answer with the desk, or with the room of a chair who takes part; a refusal is said there.

    Args:
        act: does it; where it returns a sentence, that is what was done, and is said.
    """
    in_part = _in_part(request, seat)
    try:
        done = act()
    except Refusal as refusal:
        _go_without_a_part(refusal, in_part)
        seat.workshop.refresh_from_db()
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        if in_part:
            return led_part(request, seat, refusal.message, refusal.status)
        return room_page(request, seat, Typed(refusal.message), refusal.status)
    told = done if isinstance(done, str) else ""
    if in_part:
        return led_part(request, seat, told=told)
    if told:
        messages.success(request, told)
    return redirect(next_in(request, seat.workshop, "desk"))


def agenda_changed(
    request: HttpRequest,
    seat: Seat,
    act: Callable[[], T],
    told: str | Callable[[Workshop, T], str] = "",
    asked: str = "",
) -> HttpResponse:
    """Change the agenda, then answer as ``led`` does; the room's part is the chair's, and says what was done.

    Args:
        told: what to say once it is done: words, or what finds them in the workshop as it is then
            and in what ``act`` returned.
        asked: the words of a question; a refusal keeps them.
    """
    in_part = _in_part(request, seat)
    try:
        made = act()
    except Refusal as refusal:
        _go_without_a_part(refusal, in_part)
        seat.workshop.refresh_from_db()
        if seat.is_facilitator:
            return desk_page(request, seat, refusal, asked=asked)
        if in_part:
            return chair_part(request, seat, refusal, asked=asked)
        return room_page(request, seat, Typed(refusal.message, body=asked, editing="agenda"), refusal.status)
    seat.workshop.refresh_from_db()
    says = told if isinstance(told, str) else told(seat.workshop, made)
    if in_part:
        return chair_part(request, seat, told=says, arrived=request.path)
    if says:
        messages.success(request, says, extra_tags=request.path)
    return redirect(next_in(request, seat.workshop, "desk"))


def _in_part(request: HttpRequest, seat: Seat) -> bool:
    """Whether a chair who takes part pressed, in a page that takes a part of itself for an answer."""
    return bool(request.headers.get("HX-Request")) and not seat.is_facilitator


def _go_without_a_part(refusal: Refusal, in_part: bool) -> None:
    """Raise what says that somebody is no longer in the chair: no part is theirs that could say it."""
    if in_part and isinstance(refusal, Forbidden):
        raise refusal
