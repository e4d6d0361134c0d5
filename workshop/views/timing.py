"""The timer of a step: started, given more time, stopped by who leads."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from workshop.actions.timing import extend_timer, start_timer, stop_timer
from workshop.models import Seat
from workshop.models.timing import checked_minutes

from .access import seat_required
from .autosave import read_rev
from .leading import led


@require_POST
@seat_required(leads=True, consent=True)
def timer(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Start one of so many ``minutes``."""
    minutes = request.POST.get("minutes", "")
    return led(request, seat, lambda: start_timer(seat, checked_minutes(minutes)))


@require_POST
@seat_required(leads=True, consent=True)
def extension(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Add ``minutes`` to the timer that was seen, by its ``rev``."""
    minutes = request.POST.get("minutes", "")
    rev = request.POST.get("rev") or request.GET.get("rev", "")
    return led(request, seat, lambda: extend_timer(seat, checked_minutes(minutes), read_rev(rev)))


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Stop it."""
    return led(request, seat, lambda: stop_timer(seat))
