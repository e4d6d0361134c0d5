"""Where each card came from: the picture, the nested list, and the workshop step by step."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from workshop.forms.replay import ReflectionForm
from workshop.models import Seat
from workshop.models.ancestry import ancestry_of
from workshop.models.moments import moment_of
from workshop.models.replay import beside

from .access import seat_required
from .seen import note_packs_seen

MOST_COMMENTS = 200


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how the cards became what they are; of many comments those on the card ``said`` alone."""
    note_packs_seen(seat)
    found = ancestry_of(seat)
    context = {
        "workshop": seat.workshop,
        "seat": seat,
        "ancestry": found,
        "folded": found.comments > MOST_COMMENTS,
        "said": request.GET.get("said", ""),
    }
    return render(request, "workshop/lineage/page.html", context)


@require_safe
@seat_required(consent=True)
def moment(request: HttpRequest, seat: Seat, n: int) -> HttpResponse:
    """Show the table as it was right after change ``n``, taken back or not; 0 is the beginning."""
    return moment_page(request, seat, n)


def moment_page(
    request: HttpRequest, seat: Seat, n: int, sent: ReflectionForm | None = None, status: int = 200
) -> HttpResponse:
    """Answer with a moment; a note that was refused stands in the place of its form."""
    note_packs_seen(seat)
    found = moment_of(seat, n)
    if found is None:
        raise Http404(_("There is no such moment in this workshop."))
    context: dict[str, Any] = {"workshop": seat.workshop, "seat": seat, "moment": found}
    if seat.is_facilitator:
        context |= _notes(seat, n, sent)
    return render(request, "workshop/lineage/moment.html", context, status=status)


def _notes(seat: Seat, n: int, sent: ReflectionForm | None) -> dict[str, Any]:
    here, changed = beside(seat, n), sent.note if sent else None
    forms = [sent if changed and note.pk == changed.pk else ReflectionForm(note=note) for note in here.own]
    return {"beside": here, "forms": forms, "new": sent if sent and not changed else ReflectionForm()}
