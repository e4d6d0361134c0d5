"""A step taken off the agenda, and put back."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.removal import remove_step, restore_step
from workshop.models import Seat

from .access import seat_required
from .leading import agenda_changed


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take a ``step`` that waits off the agenda."""
    uid, told = _uid(request), _("It is off the agenda. You can put it back.")
    return agenda_changed(request, seat, lambda: remove_step(seat, uid), told)


@require_POST
@seat_required(leads=True, consent=True)
def restoration(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a ``step`` back on the agenda."""
    uid, told = _uid(request), _("It is back on the agenda.")
    return agenda_changed(request, seat, lambda: restore_step(seat, uid), told)


def _uid(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("step", ""))
    except ValueError as wrong:
        raise Http404(_("There is no such step.")) from wrong
