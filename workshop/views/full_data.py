"""Who may take files with names."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.full_data import give_full_data
from workshop.models import Seat

from .access import FACILITATOR, seat_required
from .person import seat_of


@require_POST
@seat_required(FACILITATOR)
def full_data(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Give a facilitator the right to full data, or take it away."""
    other, given = seat_of(seat, uid), request.POST.get("given") == "yes"
    give_full_data(seat, other, given=given)
    says = _("%(name)s may take files with names.") if given else _("%(name)s takes files without names.")
    messages.success(request, says % {"name": other.name})
    return redirect("people", slug=seat.workshop.slug)
