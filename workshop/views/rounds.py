"""A round opened, closed, taken back and revealed. Each is safe to send twice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.rounds import close_round, open_round, reveal_round, take_back_round
from workshop.models import Round, Seat

from .access import FACILITATOR, seat_required
from .paths import next_in


@require_POST
@seat_required(leads=True)
def opening(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Open a round, or open it again before its result is revealed."""
    round = round_of(seat, number)
    if not round.is_open:
        open_round(seat, round)
    return _back(request, seat, round)


@require_POST
@seat_required(leads=True)
def closing(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take no more answers."""
    round = round_of(seat, number)
    if round.state not in (Round.State.CLOSED, Round.State.REVEALED):
        close_round(seat, round)
    return _back(request, seat, round)


@require_POST
@seat_required(FACILITATOR)
def draft(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take a round back that nobody has answered, so that the cards can be changed."""
    round = round_of(seat, number)
    if not round.is_draft:
        take_back_round(seat, round)
    return _back(request, seat, round)


@require_POST
@seat_required(leads=True)
def revelation(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Reveal the result to everybody, after a pause for thought: it never goes back."""
    round = round_of(seat, number)
    if round.is_draft or request.POST.get("confirmed") or round.is_revealed:
        reveal_round(seat, round)
        return _back(request, seat, round)
    return render(request, "workshop/parts/_confirm.html", _question(request, seat, round))


def round_of(seat: Seat, number: int) -> Round:
    """Return the round with this number in the seat's workshop, or raise 404."""
    for round in seat.workshop.rounds_in_order():
        if round.number == number:
            return round
    raise Http404(_("There is no such round."))


def _default(seat: Seat, round: Round) -> str:
    return "overview" if seat.is_facilitator and round.when == Round.When.BEFORE else "desk"


def _back(request: HttpRequest, seat: Seat, round: Round) -> HttpResponse:
    return redirect(next_in(request, seat.workshop, _default(seat, round)))


def _question(request: HttpRequest, seat: Seat, round: Round) -> dict[str, object]:
    back = next_in(request, seat.workshop, _default(seat, round))
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Reveal the result to everybody?"),
        "text": _(
            "Everybody sees the totals at the same moment, and the round takes no more answers. "
            "It cannot be opened again."
        ),
        "button": _("Reveal the result"),
        "back_url": back,
        "fields": [("next", back)],
    }
