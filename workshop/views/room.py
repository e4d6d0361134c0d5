"""The room: what everybody sees, and one's own part of it."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from workshop.models import Card, Remark, Seat
from workshop.models.audiences import audience_of, readable_remarks

from .access import seat_required
from .mine import Typed, own_part, room_page


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the room as it is now: a late joiner, a reload and a dropped line all land here."""
    return room_page(request, seat, _reply(request, seat))


@require_safe
@seat_required(consent=True)
def mine(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return one's own part alone, for when the stage has moved."""
    return own_part(request, seat, _reply(request, seat))


def _reply(request: HttpRequest, seat: Seat) -> Typed | None:
    """Return a form that replies to the comment of ``?reply=``, if the seat may read it."""
    try:
        uid = uuid.UUID(request.GET.get("reply", ""))
    except ValueError:
        return None
    remark = readable_remarks(seat.workshop, audience_of(seat)).filter(uid=uid, reply_to=None).first()
    return Typed(reply_to=remark, card=card_of(remark)) if remark else None


def card_of(remark: Remark) -> Card | None:
    """Return the card that a comment is about, in a pack or in the discussion."""
    return remark.card or (remark.prompt.card if remark.prompt else None)
