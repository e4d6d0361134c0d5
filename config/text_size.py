"""Larger text, for who asked for it, also on pages that are in no workshop."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from workshop.models import Seat
from workshop.models.needs import LARGER, TEXT_COOKIE

Answer = Callable[[HttpRequest], HttpResponseBase]
DAYS = 365


def remember(get_response: Answer) -> Answer:
    """Let a browser keep how large its text is, as the seat says whose page it was given last.

    Help, the way in and a page that is not there know no seat. The cookie says how large, and not whose; it
    costs no query, as the need came with the seat.
    """

    def remembered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        seat = getattr(request, "seat", None)
        if seat is None or not _says(seat):
            return response
        wants = bool(getattr(seat, "need", None) and seat.need.larger_text)
        if wants and request.COOKIES.get(TEXT_COOKIE) != LARGER:
            age = DAYS * 24 * 3600
            response.set_cookie(
                TEXT_COOKIE, LARGER, max_age=age, httponly=True, samesite="Lax", secure=settings.SECURE
            )
        elif not wants and TEXT_COOKIE in request.COOKIES:
            response.delete_cookie(TEXT_COOKIE, samesite="Lax")
        return response

    return remembered


def _says(seat: Seat) -> bool:
    """Whether the need of this seat is its reader's, and is known: who rehearses looks at somebody else's."""
    return seat.is_participant and Seat.need.is_cached(seat) and not seat.workshop.is_rehearsal
