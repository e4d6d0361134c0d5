"""New personal links for several people at once: whom to choose, and the page that shows them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.auditing import note_seen
from workshop.actions.inviting import give_links
from workshop.models import Seat
from workshop.models.attendance import not_begun
from workshop.models.people import SeatQuerySet
from workshop.models.taking_part import known_to_decline

from .access import FACILITATOR, seat_required
from .people import FILTER_FROM, page_of
from .shown_links import links_page, shown_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def several(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show whom new links can be made for; make them for those ticked, or for all who have not begun."""
    if request.method != "POST":
        return _page(request, seat)
    given = give_links(seat, _chosen(request, seat))
    return (
        links_page(request, seat, shown_of(given)) if given else _page(request, seat, _nobody(request, seat))
    )


def _nobody(request: HttpRequest, seat: Seat) -> str:
    """Return why a press made no link."""
    if request.POST.get("whom") != "not-begun":
        return _("Tick at least one person. No link was made.")
    if seat.workshop.is_unlinked:
        return _("Nobody knows any more who has begun. Tick those who need a link. No link was made.")
    return _("Nobody is left who has not begun. No link was made.")


def _chosen(request: HttpRequest, seat: Seat) -> SeatQuerySet:
    if request.POST.get("whom") == "not-begun" and not seat.workshop.is_unlinked:
        return not_begun(seat.workshop)
    return seat.workshop.seats.answering().filter(uid__in=_uids(request.POST.getlist("person")))


def _uids(sent: list[str]) -> list[UUID]:
    uids = []
    for word in sent:
        try:
            uids.append(UUID(word))
        except ValueError:
            continue
    return uids


def _page(request: HttpRequest, seat: Seat, nobody: str = "") -> HttpResponse:
    note_seen(seat, "people")
    workshop, wanted = seat.workshop, request.GET.get("q", "").strip()
    number, declined = request.GET.get("page", "1"), known_to_decline(workshop)
    people = page_of(workshop.seats.answering(), wanted, number, declined)
    facts = {
        "seat": seat,
        "workshop": workshop,
        "people": people,
        "wanted": wanted,
        "filters": wanted or people.paginator.count > FILTER_FROM,
        "not_begun": 0 if workshop.is_unlinked else not_begun(workshop).count(),
        "nobody": nobody,
    }
    return render(request, "workshop/people/several.html", facts, status=422 if nobody else 200)
