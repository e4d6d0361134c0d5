"""One press for the other language: on the way in it is the browser's, in a workshop the seat's as well."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from workshop.actions.languages import choose_language
from workshop.models import Seat
from workshop.models.languages import COOKIE, DAYS, offered

from .access import seat_required


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Let a browser without a seat read in the language that was chosen."""
    return _back(request)


@require_POST
@seat_required(Seat.Role.PARTICIPANT, Seat.Role.OBSERVER)
def own_language(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The same for who has a seat, which keeps the choice."""
    if (chosen := _chosen(request)) is not None:
        choose_language(seat, chosen)
    return _back(request)


def settle_language(request: HttpRequest, response: HttpResponseBase, seat: Seat) -> None:
    """Let browser and seat agree when somebody comes in: what was chosen here, else what the seat keeps."""
    here = request.COOKIES.get(COOKIE, "")
    if seat.is_facilitator:
        return
    if here in offered():
        choose_language(seat, here)
    elif seat.language in offered():
        _keep(response, seat.language)


def _chosen(request: HttpRequest) -> str | None:
    """Return what was chosen; ``None`` if that is not offered (any more), and nothing changes."""
    wanted = request.POST.get("language", "")
    return wanted if wanted in offered() else None


def _back(request: HttpRequest) -> HttpResponse:
    page = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    response = redirect(page if own and page.startswith("/") else "home")
    if (chosen := _chosen(request)) is not None:
        _keep(response, chosen)
    return response


def _keep(response: HttpResponseBase, chosen: str) -> None:
    days, secure = DAYS * 24 * 3600, settings.SECURE
    response.set_cookie(COOKIE, chosen, max_age=days, httponly=True, samesite="Lax", secure=secure)
