"""Inviting people by pasted lines, and the personal links that this makes, shown once."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.inviting import Guest, invite_people, parted
from workshop.forms.people import Pasted, read_guests
from workshop.imports.people import people_of
from workshop.imports.tables import Sent, table_of_file
from workshop.models import Closed, Invalid, Refusal, Seat
from workshop.models.closing import require_going_on

from .access import FACILITATOR, seat_required
from .people import people_page, wrong_lines
from .shown_links import Shown, links_facts, shown_before, shown_of

SHOWN = 100  # of the people in a file


@require_POST
@seat_required(FACILITATOR)
def invitations(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Invite who was pasted: good lines get a seat and a link, shown once; bad ones stay in the box.

    A file is looked at first: its rows come into the box.

    The links that the page showed already come back with the corrected lines, so they stay on it.
    """
    earlier = [each for _link, each in shown_before(seat.workshop, request.POST.get("shown", ""))]
    if file := request.FILES.get("file"):
        return _looked(request, seat, earlier, file.read())
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


def _looked(request: HttpRequest, seat: Seat, earlier: list[Shown], content: bytes) -> HttpResponse:
    """Show who is in a file, before anybody is invited: its rows are then in the box, as if pasted."""
    text = request.POST.get("guests", "")
    facts: dict[str, Any]
    require_going_on(seat.workshop, "invitations")
    try:
        if text.strip():
            raise Invalid(
                _("There are names in the box. Invite those first, or empty it. Then choose the file again.")
            )
        facts = _people_in(table_of_file(content))
        pasted = read_guests(facts["text"])
        pasted.text = facts["text"]
    except Refusal as refusal:
        pasted, facts = Pasted(text=text), {"unread": refusal.message}
    fresh, known = parted(seat.workshop, pasted.guests)
    facts |= {"guests": fresh[:SHOWN], "guests_more": max(0, len(fresh) - SHOWN), "looked": len(fresh)}
    facts["nothing"] = False
    if earlier:
        return _page(request, seat, earlier, pasted, known, fresh=0, **facts)
    return people_page(request, seat, pasted=pasted, known=known, refused=not fresh, **facts)


def _people_in(sent: Sent) -> dict[str, Any]:
    found = people_of(sent.text)
    if not any(found.lines):
        raise Invalid(_("There is nobody in this file."))
    return {"text": found.text, "notes": sent.notes, "left_out": found.left_out}


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
    request: HttpRequest,
    seat: Seat,
    links: list[Shown],
    pasted: Pasted,
    known: list[Guest],
    *,
    fresh: int,
    **more: Any,
) -> HttpResponse:
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        **links_facts(seat.workshop, links),
        "fresh": fresh,
        "more": len(links) > fresh,
        "nothing": not (fresh or pasted.bad or known),
        **wrong_lines(pasted, known),
        **more,
    }
    status = 200 if fresh or more.get("looked") else 422
    return render(request, "workshop/people/invited.html", facts, status=status)
