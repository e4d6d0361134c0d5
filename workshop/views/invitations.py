"""Inviting people by pasted lines, and the personal links that this makes, shown once."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from workshop.actions.inviting import Guest, invite_people
from workshop.forms.people import Pasted, read_guests
from workshop.models import Closed, Seat

from .access import FACILITATOR, seat_required
from .people import people_page, wrong_lines
from .shown_links import Shown, links_facts, shown_before, shown_of


@require_POST
@seat_required(FACILITATOR)
def invitations(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Invite who was pasted: good lines get a seat and a link, shown once; bad ones stay in the box.

    The links that the page showed already come back with the corrected lines, so they stay on it.
    """
    earlier = [each for _link, each in shown_before(seat.workshop, request.POST.get("shown", ""))]
    pasted = read_guests(request.POST.get("guests", ""))
    try:
        invited, known = invite_people(seat, pasted.guests, uid=_uid(request.POST.get("uid", "")))
    except Closed as refusal:
        pasted = _all_refused(request.POST.get("guests", ""), refusal.message)
        invited, known = [], []
    links = [*earlier, *shown_of(invited)]
    if not links:
        return people_page(request, seat, pasted=pasted, known=known, refused=True)
    return _page(request, seat, links, pasted, known, fresh=len(invited))


def _uid(sent: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(sent)
    except ValueError:
        return None


def _all_refused(text: str, reason: str) -> Pasted:
    """Return every line as one that could not be used, so that all of them stay in the box."""
    lines = enumerate(text.replace("\r\n", "\n").split("\n"), start=1)
    return Pasted(bad=[(number, line, reason) for number, line in lines if line.strip()])


def _page(
    request: HttpRequest, seat: Seat, links: list[Shown], pasted: Pasted, known: list[Guest], *, fresh: int
) -> HttpResponse:
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        **links_facts(seat.workshop, links),
        "fresh": fresh,
        "more": len(links) > fresh,
        "nothing": not (fresh or pasted.bad or known),
        **wrong_lines(pasted, known),
    }
    return render(request, "workshop/people/invited.html", facts, status=200 if fresh else 422)
