"""Who agreed to what, for facilitators: before they record a voice, or quote anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.actions.auditing import note_seen
from workshop.models import Seat
from workshop.models.audiences import LEAST
from workshop.models.sheets import sheets_of
from workshop.models.who_agreed import asked_again, who_agreed

from .access import FACILITATOR, seat_required


@require_safe
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what each person said to each item, where names are open, and else how many said it."""
    workshop = seat.workshop
    note_seen(seat, "consents")
    facts = {
        "seat": seat,
        "workshop": workshop,
        "agreed": who_agreed(workshop),
        "waiting": asked_again(workshop).count(),
        "versions": len(sheets_of(workshop)),
        "least": LEAST,
    }
    return render(request, "workshop/people/agreed.html", facts)
