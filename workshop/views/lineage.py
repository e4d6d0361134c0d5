"""Where each card came from: the picture, the nested list, and the workshop step by step."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from workshop.models import Seat
from workshop.models.ancestry import ancestry_of, moment_of

from .access import seat_required


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how the cards became what they are."""
    found = ancestry_of(seat)
    context = {"workshop": seat.workshop, "seat": seat, "ancestry": found, "every": found.synthesis.every}
    return render(request, "workshop/lineage/page.html", context)


@require_safe
@seat_required(consent=True)
def moment(request: HttpRequest, seat: Seat, n: int) -> HttpResponse:
    """Show the table as it was right after change ``n``, taken back or not; 0 is the beginning."""
    found = moment_of(seat, n)
    if found is None:
        raise Http404(_("There is no such moment in this workshop."))
    context = {"workshop": seat.workshop, "seat": seat, "moment": found}
    return render(request, "workshop/lineage/moment.html", context)
