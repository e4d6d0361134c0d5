"""The spectrum: for each card a line from pole to pole, with two marks."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.spectrum import Position, mark_cards
from workshop.models import Card, Refusal, Round, Seat
from workshop.models.audiences import blind_sentence
from workshop.models.spectrum import Line, lines_of

from .access import past_the_link, seat_required
from .beside import beside_room, pressed_beside
from .refusals import wants_json
from .rounds import round_of
from .spectrum_form import SIDES, is_changed, mark_kept, mark_number, marks_sent, print_of_marks


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat, number: int) -> HttpResponseBase:
    """Show the lines; a POST without JavaScript saves all of them at once."""
    round = _spectrum(seat, number)
    if away := past_the_link(request, seat):
        return away
    if request.method != "POST":
        return _page(request, seat, round)
    sent = request.POST
    lines, _pressed = lines_of(seat, round), pressed_beside(request, seat)
    try:
        mark_cards(seat, round, [_position(sent, line) for line in lines if is_changed(sent, _key(line))])
    except Refusal as refusal:
        seat.workshop.refresh_from_db()  # the round may have closed after it was read
        return _page(request, seat, _spectrum(seat, number), sent, refusal)
    messages.success(request, _("Your marks are saved."))
    if "go-on" in sent:
        return redirect("workshop", slug=seat.workshop.slug)
    return redirect("spectrum", slug=seat.workshop.slug, number=number)


@require_POST
@seat_required(consent=True)
def mark(request: HttpRequest, seat: Seat, number: int, card: uuid.UUID) -> HttpResponseBase:
    """Set both marks of one card: JSON for the page, or back to it."""
    round = _spectrum(seat, number)
    chosen: Card = get_object_or_404(seat.workshop.cards, uid=card)
    now, want = (mark_number(request.POST.get(side, "")) for side in SIDES)
    mark_cards(seat, round, [Position(chosen, now, want)])
    if not wants_json(request):
        return redirect("spectrum", slug=seat.workshop.slug, number=number)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


def _spectrum(seat: Seat, number: int) -> Round:
    round = round_of(seat, number)
    if round.kind != Round.Kind.SPECTRUM:
        raise Http404(_("There is no such spectrum in this workshop."))
    return round


def _page(
    request: HttpRequest,
    seat: Seat,
    round: Round,
    sent: QueryDict | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    unseen = round.is_draft and not seat.is_facilitator
    lines = [] if unseen else [_shown(line, sent) for line in lines_of(seat, round)]
    entered = [each["line"].asked.label for each in lines if each["line"].is_entered]
    facts: dict[str, Any] = {"workshop": seat.workshop, "seat": seat, "round": round, "refusal": refusal}
    facts |= {
        "lines": lines,
        "entered": entered,
        "may_mark": seat.is_participant and round.is_open,
        "blind": blind_sentence(seat.workshop),
    }
    status = refusal.status if refusal else 200
    return render(request, "workshop/spectrum/page.html", beside_room(seat, round) | facts, status=status)


def _position(sent: QueryDict, line: Line) -> Position:
    return Position(line.asked.card, *marks_sent(sent, _key(line)))


def _shown(line: Line, sent: QueryDict | None) -> dict[str, Any]:
    """Return a line as the form shows it: with what is saved, or with what a refused form had."""
    now, want = line.now, line.want
    if sent is not None and is_changed(sent, _key(line)):
        now, want = (mark_kept(sent, side, _key(line)) for side in SIDES)
    return {"line": line, "saved": print_of_marks(line.now, line.want), "now": now, "want": want}


def _key(line: Line) -> str:
    return str(line.asked.card.uid)
