"""Personal links on the page that shows them once: copied, printed, and the earlier ones ended."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from config.site import absolute
from workshop.actions.inviting import Invited
from workshop.actions.links import end_earlier_links
from workshop.models import Link, Person, Seat, Workshop
from workshop.models.links import earlier_links, links_of

from .access import FACILITATOR, seat_required


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


def shown_of(invited: Iterable[Invited]) -> list[Shown]:
    """Return links that were just made, for their page."""
    return [Shown(one.seat.name, one.seat.person, one.secret) for one in invited]


def shown_before(workshop: Workshop, sent: str) -> list[tuple[Link, Shown]]:
    """Return the links that a page brings back, as far as they still work."""
    found = links_of(workshop, sent.split())
    return [(link, Shown(link.seat.name, link.seat.person, secret)) for link, secret in found]


def links_facts(workshop: Workshop, links: list[Shown]) -> dict[str, object]:
    """Return what the page of links needs: each, all as lines, and how many earlier ones still work."""
    secrets = [link.secret for link in links]
    return {
        "links": links,
        "all": "\n".join(link.line for link in links),
        "shown": " ".join(secrets),
        "earlier": len(earlier_links([link for link, _secret in links_of(workshop, secrets)])),
        "by_hand": any(link.person and not link.person.email for link in links),
    }


def links_page(request: HttpRequest, seat: Seat, links: list[Shown]) -> HttpResponse:
    """Return the page that shows new links, once."""
    facts = {"seat": seat, "workshop": seat.workshop, **links_facts(seat.workshop, links)}
    return render(request, "workshop/people/links.html", facts)


@require_POST
@seat_required(FACILITATOR)
def earlier(request: HttpRequest, seat: Seat) -> HttpResponse:
    """End the earlier links of those whose links a page shows, which come back on it."""
    shown = shown_before(seat.workshop, request.POST.get("shown", ""))
    count = end_earlier_links(seat, [link for link, _shown in shown])
    says = ngettext("%(n)s earlier link has ended.", "%(n)s earlier links have ended.", count) % {"n": count}
    messages.success(request, says if count else _("No earlier link worked any more."))
    return links_page(request, seat, [each for _link, each in shown])
