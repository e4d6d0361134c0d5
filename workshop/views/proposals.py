"""What is proposed to the group: put, answered, made, put away."""

import uuid
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.proposals import drop_proposal, make_proposal, put_proposal
from workshop.actions.stances import take_stance
from workshop.models import Proposal, Refusal, Seat

from .access import seat_required
from .desk import desk_page
from .paths import next_in
from .synthesis import SeatView, or_says_why, proposals_for, synthesis_page


def at_the_desk(view: SeatView) -> SeatView:
    """Let a decision that was pressed on the desk be refused there, with how things stand."""

    @wraps(view)
    def pressed(request: HttpRequest, seat: Seat, **parts: Any) -> HttpResponse:
        try:
            return view(request, seat, **parts)
        except Refusal as refusal:
            desk = reverse("desk", kwargs={"slug": seat.workshop.slug})
            if not seat.is_facilitator or request.POST.get("next") != desk:
                raise
            return desk_page(request, seat, refusal)

    return pressed


@require_POST
@seat_required(leads=True, consent=True)
@or_says_why
def putting(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a proposal to the group."""
    put_proposal(seat, _find(seat, uid))
    messages.success(request, _("It is before the group. Everybody is asked now."))
    return redirect(_address(seat))


@require_POST
@seat_required(consent=True)
@or_says_why
@at_the_desk
def dropping(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a proposal away."""
    drop_proposal(seat, _find(seat, uid))
    messages.success(request, _("The proposal is put away. Nothing was changed."))
    return redirect(next_in(request, seat.workshop, "synthesis"))


@require_POST
@seat_required(leads=True, consent=True)
@or_says_why
@at_the_desk
def making(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Make the change that was proposed, after a pause for thought."""
    proposal = _find(seat, uid)
    if not (request.POST.get("confirmed") or proposal.is_settled or seat.workshop.is_closed):
        return render(request, "workshop/parts/_confirm.html", _question(request, seat, proposal))
    make_proposal(seat, proposal)
    messages.success(request, _("The change is made. What the group answered stays with it."))
    return redirect(next_in(request, seat.workshop, "synthesis"))


@require_POST
@seat_required(consent=True)
def stance(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Answer what is before the group."""
    answer, why = request.POST.get("answer", ""), request.POST.get("why", "")
    try:
        take_stance(seat, _find(seat, uid), answer, why)
    except Refusal as refusal:
        return synthesis_page(request, seat, refusal, answer=answer, why=why)
    said = _("Your answer is with the chair. You can change it until the chair decides.")
    messages.success(request, said, extra_tags=request.path)
    return redirect(next_in(request, seat.workshop, "synthesis"))


@require_safe
@seat_required(consent=True)
def in_room(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Answer the room with the form for one's own answer to what is before the group, or with nothing."""
    context = {"workshop": seat.workshop, "seat": seat, **proposals_for(seat)}
    return render(request, "workshop/proposals/_mine.html", context)


def _question(request: HttpRequest, seat: Seat, proposal: Proposal) -> dict[str, object]:
    """Ask with how many have answered, never what: this page may be shared, too."""
    put, back = proposals_for(seat)["put"], next_in(request, seat.workshop, "synthesis")
    kept = _("What they answered stays with the card, and the change can be taken back.")
    said = ""
    if put and put.proposal == proposal:
        said = _("%(n)s of %(seats)s have answered.") % {"n": put.answered, "seats": put.seats}
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Make this change now?"),
        "text": f"{said} {kept}".strip(),
        "button": _("Make the change"),
        "back_url": back,
        "fields": [("next", back)],
    }


def _find(seat: Seat, uid: uuid.UUID) -> Proposal:
    return get_object_or_404(seat.workshop.proposals, uid=uid)


def _address(seat: Seat) -> str:
    return reverse("synthesis", kwargs={"slug": seat.workshop.slug})
