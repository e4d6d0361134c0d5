"""What a workshop came to, for everybody who sits in it; and for facilitators, the ways to take it away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.exports import by_use
from workshop.models import Seat
from workshop.models.audiences import audience_of, may_see_people_rows
from workshop.models.figured import with_figures
from workshop.models.results import results_for

from .access import seat_required
from .seen import note_packs_seen


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show each revealed round and each card; what is not revealed looks hidden."""
    note_packs_seen(seat)
    context = {
        "workshop": seat.workshop,
        "seat": seat,
        "results": with_figures(results_for(seat), audience_of(seat)),
        "formats": by_use() if seat.is_facilitator else (),
        "rows_open": may_see_people_rows(seat.workshop),
    }
    return render(request, "workshop/results/page.html", context)
