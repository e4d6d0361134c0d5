"""The order of the discussions, chosen by who leads and taken back by them."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.ordering import order_discussions, take_back_order
from workshop.models import Seat
from workshop.models.ordering import order_sentence

from .access import seat_required
from .leading import agenda_changed


@require_POST
@seat_required(leads=True, consent=True)
def order(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Order the discussions that wait ``by`` nominations or split, or take the newest ordering back."""
    by = request.POST.get("by", "")
    if by == "before":
        told = _("The discussions are back in the order they had.")
        return agenda_changed(request, seat, lambda: take_back_order(seat), told)
    return agenda_changed(
        request, seat, lambda: order_discussions(seat, by), lambda workshop, _made: order_sentence(workshop)
    )
