"""A pack that was filled in as a Word file: sent in, looked at, corrected, and taken."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.proxy_rights import require_proxy
from workshop.forms.filled import FilledForm
from workshop.models import Seat

from .access import FACILITATOR, seat_required
from .filled_page import Desk, ask, enter, take
from .person import seat_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(Seat.Role.PARTICIPANT)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask for the file, and show what was understood of it. Nothing of it is saved or kept."""
    return _page(Desk(request, seat, seat))


@require_POST
@seat_required(Seat.Role.PARTICIPANT)
def answers(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take what was shown, as it was corrected: all of it or nothing."""
    return enter(Desk(request, seat, seat))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page_for(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Ask for the file of somebody else, and show what was understood of it."""
    other = seat_of(seat, uid)
    require_proxy(seat, other, agreed=False)
    return _page(Desk(request, seat, other, seat))


@require_POST
@seat_required(FACILITATOR)
def answers_for(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter what the file of somebody else says, as it was corrected: all of it or nothing."""
    other = seat_of(seat, uid)
    require_proxy(seat, other, agreed=False)
    return enter(Desk(request, seat, other, seat))


def _page(desk: Desk) -> HttpResponse:
    return take(desk) if desk.request.method == "POST" else ask(desk, FilledForm())
