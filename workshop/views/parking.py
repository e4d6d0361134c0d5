"""A comment parked on another card by who leads, and brought back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.parking import bring_back_remark, park_remark
from workshop.live.now import look
from workshop.models import Refusal, Remark, Seat
from workshop.models.audiences import audience_of, byline, readable_remarks
from workshop.models.lineage import lineage_of
from workshop.models.parking import home_of, parked_on
from workshop.models.voices import talk_about

from .access import seat_required
from .paths import next_in
from .seen import note_packs_seen


@require_safe
@seat_required(leads=True, consent=True)
def parkings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """List the comments on the card in front, each with the way to park it or to bring it back."""
    note_packs_seen(seat)
    workshop, now = seat.workshop, look(seat.workshop)
    context: dict[str, Any] = {"workshop": workshop, "seat": seat, "now": now}
    if now.card:
        talk = talk_about(now.card, workshop, audience_of(seat), lineage_of(workshop))
        context["here"] = [voice for about in talk.every for voice in (*about.packs, *about.discussion)]
        context["guests"] = [parked for about in talk.every for parked in about.parked]
    return render(request, "workshop/parking/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(leads=True, consent=True)
def parking(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Ask where to park a comment; a POST parks it on ``card``, or brings it back where that is empty."""
    note_packs_seen(seat)
    remark = get_object_or_404(readable_remarks(seat.workshop, audience_of(seat)), uid=uid, reply_to=None)
    if home_of(remark) is None:
        raise Http404(_("There is no such comment."))
    if request.method != "POST":
        return _page(request, seat, remark)
    try:
        messages.success(request, _settle(seat, remark, request.POST.get("card", ""), request.POST))
    except Refusal as refusal:
        return _page(request, seat, remark, refusal)
    return redirect(next_in(request, seat.workshop, "desk"))


def _settle(seat: Seat, remark: Remark, sent: str, form: Any) -> str:
    seen = form.get("seen", "")
    if not sent:
        bring_back_remark(seat, remark, seen)
        return _("The comment shows on its own card alone again.")
    try:
        card = seat.workshop.cards.with_words().get(uid=uuid.UUID(sent))
    except (ValueError, seat.workshop.cards.model.DoesNotExist) as wrong:
        raise Http404(_("There is no such card.")) from wrong
    park_remark(seat, remark, card, seen)
    return _("The comment is parked on card %(label)s. It stays on its own card too.") % {"label": card.label}


def _page(request: HttpRequest, seat: Seat, remark: Remark, refusal: Refusal | None = None) -> HttpResponse:
    lineage, home, now = lineage_of(seat.workshop), home_of(remark), parked_on(remark)
    live = seat.workshop.cards.all().live().with_words()
    shown = [card for card in live if home and home.pk in lineage.reach(card.pk)]
    context = {
        "workshop": seat.workshop,
        "seat": seat,
        "remark": remark,
        "by": byline(remark, audience_of(seat)),
        "home": home,
        "parked_on": now,
        "cards": [card for card in live if card not in shown],
        "chosen": request.POST.get("card", ""),
        "refusal": refusal,
        "next": next_in(request, seat.workshop, "desk"),
    }
    return render(request, "workshop/parking/page.html", context, status=refusal.status if refusal else 200)
