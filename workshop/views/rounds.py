"""A round opened, closed, taken back and revealed. Each is safe to send twice."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.rounds import close_round, open_round, reveal_round, take_back_round
from workshop.live.controls import asks_to_close, closing_question
from workshop.live.revealing import reveal_text
from workshop.live.sentences import answered_sentence, told_of
from workshop.models import Round, Seat
from workshop.models.counting import answered
from workshop.models.placeholders import unwritten

from .access import FACILITATOR, seat_required
from .next_step import unwritten_says
from .paths import next_in


@require_POST
@seat_required(leads=True)
def opening(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Open a round, or open it again before its result is revealed.

    A pack with cards that a template brought to be written over asks first.
    """
    round = round_of(seat, number)
    asks_first = round.is_pack and round.is_draft and not request.POST.get("confirmed")
    if asks_first and (left := unwritten(seat.workshop)):
        return render(request, "workshop/parts/_confirm.html", _as_it_is(request, seat, round, left))
    if not round.is_open:
        opened = open_round(seat, round)
        pack, poll = _("The pack is open: people can fill it in now."), _("The round is open.")
        messages.success(request, told_of(opened, pack if round.is_pack else poll))
    return _back(request, seat, round)


@require_POST
@seat_required(leads=True)
def closing(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take no more answers; while people are still answering, after a pause for thought."""
    round = round_of(seat, number)
    if round.is_open and not request.POST.get("confirmed") and asks_to_close(round):
        title, text = closing_question(round)
        words = {"title": title, "text": text, "button": _("Close it")}
        return render(request, "workshop/parts/_confirm.html", _question(request, seat, round, **words))
    if round.state not in (Round.State.CLOSED, Round.State.REVEALED):
        closed = close_round(seat, round)
        pack, poll = _("The pack is closed. What people wrote is kept."), _("The round is closed.")
        messages.success(request, told_of(closed, pack if round.is_pack else poll))
    return _back(request, seat, round)


@require_POST
@seat_required(FACILITATOR)
def draft(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take a round back that nobody has answered, so that the cards can be changed."""
    round = round_of(seat, number)
    if not round.is_draft:
        take_back_round(seat, round)
        messages.success(request, _("The pack is taken back, so the cards can be changed again."))
    return _back(request, seat, round)


@require_POST
@seat_required(leads=True)
def revelation(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Reveal the result to everybody, after a pause for thought: it never goes back."""
    round = round_of(seat, number)
    if round.is_draft or request.POST.get("confirmed") or round.is_revealed:
        shown = reveal_round(seat, round)
        messages.success(request, told_of(shown, _("The result is revealed.")))
        return _back(request, seat, round)
    words = {
        "title": _("Reveal the result to everybody?"),
        "text": reveal_text(round),
        "button": _("Reveal the result"),
    }
    return render(request, "workshop/parts/_confirm.html", _question(request, seat, round, **words))


def round_of(seat: Seat, number: int) -> Round:
    """Return the round with this number in the seat's workshop, or raise 404."""
    for round in seat.workshop.rounds_in_order():
        if round.number == number:
            return round
    raise Http404(_("There is no such round."))


def _default(seat: Seat, round: Round) -> str:
    return "overview" if seat.is_facilitator and round.is_pack else "desk"


def _back(request: HttpRequest, seat: Seat, round: Round) -> HttpResponse:
    return redirect(next_in(request, seat.workshop, _default(seat, round)))


def _as_it_is(request: HttpRequest, seat: Seat, round: Round, left: int) -> dict[str, object]:
    back = next_in(request, seat.workshop, _default(seat, round))
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Open the pack as it is?"),
        "text": f"{unwritten_says(left)} {_('People would read that, and place it.')}",
        "button": _("Open it as it is"),
        "back_url": back,
        "fields": [("next", back)],
    }


def _question(
    request: HttpRequest, seat: Seat, round: Round, *, title: str, text: str, button: str
) -> dict[str, object]:
    """Ask with how many have answered; of packs that is for facilitators alone."""
    back = next_in(request, seat.workshop, _default(seat, round))
    counted = seat.is_facilitator or not round.is_pack
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": title,
        "text": f"{answered_sentence(round, answered(round))} {text}" if counted else text,
        "button": button,
        "back_url": back,
        "fields": [("next", back)],
    }
