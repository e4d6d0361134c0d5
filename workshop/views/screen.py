"""The wall screen: large, without names. Its link gives a page to look at and no more."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from workshop.live.doors import wall_for
from workshop.live.page import live_page, wall_page
from workshop.models import Seat

from .access import seat_required


@require_safe
@seat_required(consent=True)
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the wall screen to somebody who has a seat; the page itself says of nobody who."""
    return render(
        request, "workshop/screen/page.html", {"workshop": seat.workshop, **live_page(seat, "screen")}
    )


@require_safe
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the wall screen to whoever has its link, until that is revoked."""
    found = wall_for(secret)
    if found is None:
        raise Http404(_("There is no such page, or your link to it has ended."))
    workshop, _place = found
    return render(request, "workshop/screen/page.html", {"workshop": workshop, **wall_page(workshop, secret)})
