"""What a workshop came to, for everybody who sits in it; and for facilitators, the ways to take it away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.exports import by_use
from workshop.models import Seat
from workshop.models.audiences import audience_of, may_see_people_rows, sees_more_names
from workshop.models.chosen_rounds import chosen_rounds, of_chosen
from workshop.models.drawn import Drawn, drawn_lineage
from workshop.models.figured import with_figures
from workshop.models.matrices import with_matrices
from workshop.models.movements import with_movements
from workshop.models.pairs import pairs_for, with_pair
from workshop.models.quoted import to_check
from workshop.models.results import Results, results_for
from workshop.models.search_hits import Hit, Reasons
from workshop.models.searching import Search, search, with_quotes
from workshop.models.slopes import courses_of

from .access import seat_required
from .seen import note_packs_seen


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show each revealed round and each card; what is not revealed looks hidden."""
    note_packs_seen(seat)
    audience = audience_of(seat)
    results = with_matrices(with_figures(results_for(seat), audience), seat.workshop, audience)
    wanted = request.GET.get("from", ""), request.GET.get("to", "")
    pairs = pairs_for(results, seat.workshop, audience, wanted)
    results = with_movements(with_pair(results, seat.workshop, pairs), seat.workshop, audience)
    choice = chosen_rounds(results, request.GET.getlist("round"))
    results, searched = of_chosen(results, choice), _searched(seat, results, request)
    context = {
        "workshop": seat.workshop,
        "seat": seat,
        "results": results,
        "choice": choice,
        "pairs": pairs,
        "searched": searched,
        "hits": _hits(seat, searched),
        "asked_pair": any(wanted),
        "courses": courses_of(results.outcomes),
        "drawn": _drawn(seat, results),
        **_of_the_reader(seat, audience),
    }
    return render(request, "workshop/results/page.html", context)


def _of_the_reader(seat: Seat, audience: str) -> dict[str, object]:
    return {
        "formats": by_use() if seat.is_facilitator else (),
        "to_check": to_check(seat) if seat.is_participant else 0,
        "private": sees_more_names(seat.workshop, audience),
        "rows_open": may_see_people_rows(seat.workshop),
    }


def _drawn(seat: Seat, results: Results) -> Drawn | None:
    cards = [story.card for story in results.stories]
    return drawn_lineage(seat.workshop, cards) if results.revealed else None


def _searched(seat: Seat, results: Results, request: HttpRequest) -> Search | None:
    reasons = Reasons(seat.workshop, results, audience_of(seat))
    return search(results, reasons, request.GET.dict())


def _hits(seat: Seat, searched: Search | None) -> list[Hit]:
    """Return what a search shows: to facilitators with the quotes that were taken from it."""
    if searched is None or searched.found is None:
        return []
    return with_quotes(searched, seat.workshop) if seat.is_facilitator else searched.shown
