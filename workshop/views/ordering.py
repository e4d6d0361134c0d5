"""The order of the discussions, chosen on the desk and taken back there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.ordering import order_discussions, take_back_order
from workshop.models import Refusal, Seat
from workshop.models.ordering import order_sentence

from .access import seat_required
from .desk import desk_page
from .mine import Typed, answer
from .paths import next_in


@require_POST
@seat_required(leads=True, consent=True)
def order(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Order the discussions that wait ``by`` nominations or split, or take the newest ordering back."""
    by = request.POST.get("by", "")
    try:
        if by == "before":
            take_back_order(seat)
        else:
            order_discussions(seat, by)
    except Refusal as refusal:
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        return answer(request, seat, Typed(refusal.message), refusal.status)
    seat.workshop.refresh_from_db()
    back = _("The discussions are back in the order they had.")
    messages.success(request, back if by == "before" else order_sentence(seat.workshop))
    return redirect(next_in(request, seat.workshop, "desk"))
