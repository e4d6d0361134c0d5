"""Taking a workshop away in a file: looked through first, then sent."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.exports import Taken, export_comparison, export_workshop, note_beside
from workshop.exports import FORMATS, Format
from workshop.exports.taking import Wanted, looked_through
from workshop.models import Seat
from workshop.models.audiences import may_see_people_rows
from workshop.models.full_data import gives_full_data, what_it_adds
from workshop.models.reuse import asks_for_reuse, may_leave_out, require_reuse, why_no_reuse

from .access import FACILITATOR, seat_required
from .disclosed import REASONS, found_rows, small_facts

MOST_SHOWN = 200  # places on one page; what is beyond is replaced


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def export(request: HttpRequest, seat: Seat, format: str) -> HttpResponseBase:
    """Show what the file would disclose; send it once that was looked at. It is written down who took it."""
    chosen = _chosen(format, seat)
    if request.method != "POST":
        return _check(request, seat, chosen)
    if not request.POST.get("checked"):
        return redirect("export", slug=seat.workshop.slug, format=format)
    reuse = _wanted_for_reuse(request, seat, chosen)
    unsigned = bool(request.POST.get("unsigned"))
    taken = export_workshop(seat.workshop, format, seat, reuse=reuse, left=_left(request), unsigned=unsigned)
    return send_file(taken)


@require_POST
@seat_required(FACILITATOR)
def note(request: HttpRequest, seat: Seat, format: str) -> HttpResponseBase:
    """Send the note that lies beside a file."""
    reuse = _wanted_for_reuse(request, seat, _chosen(format, seat))
    unsigned = bool(request.POST.get("unsigned"))
    return send_file(note_beside(seat, format, reuse=reuse, left=_left(request), unsigned=unsigned))


@require_POST
@seat_required(FACILITATOR)
def comparison(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Send the comparison of a series as a file, as its page shows it."""
    return send_file(export_comparison(seat))


def _chosen(format: str, seat: Seat) -> Format:
    if format not in FORMATS:
        raise Http404(_("There is no such format."))
    FORMATS[format].require_there(seat.workshop)
    return FORMATS[format]


def _wanted_for_reuse(request: HttpRequest, seat: Seat, chosen: Format) -> bool:
    """Return whether a file is wanted for re-use; where it cannot be made, no other is sent in its place."""
    if not request.POST.get("reuse"):
        return False
    if not chosen.may_be_kept:
        raise Http404(_("There is no such file for re-use."))
    require_reuse(seat.workshop)
    return True


def _left(request: HttpRequest) -> dict[str, str]:
    """Return the places that stay as they are, each with its reason; whatever else was sent is replaced."""
    sent = {key.removeprefix("place-"): str(value) for key, value in request.POST.items()}
    return {key: value for key, value in sent.items() if value in REASONS}


def _check(request: HttpRequest, seat: Seat, chosen: Format) -> HttpResponse:
    may_be_kept = chosen.may_be_kept and may_leave_out(seat.workshop)
    reuse = may_be_kept and bool(request.GET.get("reuse"))
    look = looked_through(seat.workshop, chosen, Wanted(seat.full_data, reuse))
    facts: dict[str, Any] = {
        "seat": seat,
        "workshop": seat.workshop,
        "format": chosen,
        "right_adds": what_it_adds(seat.workshop),
        "gives": gives_full_data(seat),
        "names_hidden": not may_see_people_rows(seat.workshop),
        "reuse": reuse,
        "may_be_kept": may_be_kept,
        "why_no_reuse": why_no_reuse(seat.workshop),
        "asked_to_keep": chosen.may_be_kept and asks_for_reuse(seat.workshop),
        **small_facts(seat.workshop, look.part),
        "approved": look.approved,
        "beside_pseudonyms": "remarks" in look.part and not seat.full_data,
        "places": found_rows(seat.workshop, look.places[:MOST_SHOWN]),
        "beyond": max(0, len(look.places) - MOST_SHOWN),
        "reasons": REASONS.items(),
    }
    return render(request, "workshop/exports/check.html", facts)


def send_file(taken: Taken) -> HttpResponse:
    """Return the answer that hands a file over, under its name."""
    response = HttpResponse(taken.content, content_type=taken.content_type)
    response["Content-Disposition"] = f'attachment; filename="{taken.filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
