"""A step taken off the agenda, and put back."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.removal import remove_step, restore_step
from workshop.models import Forbidden, Refusal, Seat

from .access import seat_required
from .desk import desk_page
from .mine import Typed, answer
from .paths import next_in


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take a ``step`` that waits off the agenda."""
    return _do(request, seat, remove_step, _("It is off the agenda. You can put it back."))


@require_POST
@seat_required(leads=True, consent=True)
def restoration(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a ``step`` back on the agenda."""
    return _do(request, seat, restore_step, _("It is back on the agenda."))


def _do(request: HttpRequest, seat: Seat, act: Callable[[Seat, uuid.UUID], None], says: str) -> HttpResponse:
    try:
        act(seat, _uid(request))
    except Forbidden:
        raise
    except Refusal as refusal:
        seat.workshop.refresh_from_db()
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        return answer(request, seat, Typed(refusal.message), refusal.status)
    messages.success(request, says)
    return redirect(next_in(request, seat.workshop, "desk"))


def _uid(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("step", ""))
    except ValueError as wrong:
        raise Http404(_("There is no such step.")) from wrong
