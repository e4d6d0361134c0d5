"""Inviting people by pasted lines, and the personal links that this makes, shown once."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from workshop.actions.inviting import Guest, invite_people
from workshop.forms.people import Pasted, read_guests
from workshop.models import Closed, Person, Seat
from workshop.models.links import links_of

from .access import FACILITATOR, seat_required
from .paths import absolute
from .people import people_page, wrong_lines


@dataclass(frozen=True)
class Shown:
    """A personal link as it stands on the page: whose it is, and its secret, which only the page holds."""

    name: str
    person: Person | None
    secret: str

    @property
    def address(self) -> str:
        """What to give its person."""
        return absolute("link", self.secret)

    @property
    def line(self) -> str:
        """The same as a row of a spreadsheet."""
        return f"{self.name}, {self.person.email if self.person else ''}, {self.address}"


@require_POST
@seat_required(FACILITATOR)
def invitations(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Invite who was pasted: good lines get a seat and a link, shown once; bad ones stay in the box.

    The links that the page showed already come back with the corrected lines, so they stay on it.
    """
    shown = links_of(seat.workshop, request.POST.get("shown", "").split())
    earlier = [Shown(link.seat.name, link.seat.person, secret) for link, secret in shown]
    pasted = read_guests(request.POST.get("guests", ""))
    try:
        invited, known = invite_people(seat, pasted.guests, uid=_uid(request.POST.get("uid", "")))
    except Closed as refusal:
        pasted = _all_refused(request.POST.get("guests", ""), refusal.message)
        invited, known = [], []
    links = [*earlier, *(Shown(one.seat.name, one.seat.person, one.secret) for one in invited)]
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
        "links": links,
        "fresh": fresh,
        "more": len(links) > fresh,
        "all": "\n".join(link.line for link in links),
        "shown": " ".join(link.secret for link in links),
        "by_hand": any(link.person and not link.person.email for link in links),
        "nothing": not (fresh or pasted.bad or known),
        **wrong_lines(pasted, known),
    }
    return render(request, "workshop/people/invited.html", facts, status=200 if fresh else 422)
