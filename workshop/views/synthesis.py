"""The cards as the group works on them: the table, what waits, what was set aside, and what was done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from workshop.live.page import live_page
from workshop.models import Proposal, Refusal, Seat, Stance
from workshop.models.audiences import audience_of
from workshop.models.once import once
from workshop.models.proposing import proposals_of, unsettled
from workshop.models.synthesis import Synthesis, synthesis_of
from workshop.models.ties import state_of_cards
from workshop.models.tying import hanging_for

from .access import seat_required
from .seen import note_packs_seen

State = Proposal.State
SeatView = Callable[..., HttpResponse]
LINES = 12  # of what was done, before the rest is asked for


@dataclass(frozen=True)
class Unsent:
    """Why to take change ``n`` back, as it was typed and refused; ``wrong`` says what is wrong with it."""

    n: int
    reason: str
    wrong: str = ""


@require_safe
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the cards, with what a seat can do to them."""
    note_packs_seen(seat)
    return synthesis_page(request, seat)


def synthesis_page(
    request: HttpRequest,
    seat: Seat,
    refusal: Refusal | None = None,
    unsent: Unsent | None = None,
    **typed: Any,
) -> HttpResponse:
    """Answer with the page, and with what was refused above it.

    Args:
        unsent: a reason for taking back that was refused: it stays in its box.
        typed: ``answer`` and ``why`` of a stance that was refused.
    """
    found = synthesis_of(seat)
    state = state_of_cards(seat.workshop, found.n)  # before the links: what changes meanwhile is not missed
    context: dict[str, Any] = {
        "state": state,
        "workshop": seat.workshop,
        "seat": seat,
        "synthesis": found,
        "refusal": refusal,
        "back": reverse("synthesis", kwargs={"slug": seat.workshop.slug}),
        "chosen": set(request.GET.getlist("card")),
        "may_change": _may_change(seat),
        "hanging": hanging_for(seat, found),
        **_refused(unsent, typed.get("why", "")),
        **_log(request, found, unsent),
        **proposals_for(seat, **typed),
        **live_page(seat, "desk" if seat.is_facilitator else "room", ["changes"]),
    }
    return render(request, "workshop/synthesis/page.html", context, status=refusal.status if refusal else 200)


def _refused(unsent: Unsent | None, why: str) -> dict[str, Any]:
    """Return a refused reason, and whether the page holds words that stand nowhere else."""
    return {"unsent": unsent, "refused_words": bool(why or (unsent and unsent.reason))}


def _log(request: HttpRequest, found: Synthesis, unsent: Unsent | None) -> dict[str, Any]:
    """Return what was done, the newest first, and how much of it waits until it is asked for.

    Each line comes with how often it was taken back and made again. All show where a reason was refused, so
    that its box is among them.
    """
    lines = [(line, found.undoings.get(line.change.n, [])) for line in reversed(found.changes)]
    shown = lines if unsent or "all" in request.GET else lines[:LINES]
    return {"lines": shown, "earlier": len(lines) - len(shown)}


def or_says_why(view: SeatView) -> SeatView:
    """Let a view of one change answer a refusal with the synthesis page, the reason above it."""

    @wraps(view)
    def asked(request: HttpRequest, seat: Seat, **parts: Any) -> HttpResponse:
        try:
            return view(request, seat, **parts)
        except Refusal as refusal:
            note_packs_seen(seat)
            return synthesis_page(request, seat, refusal)

    return asked


def _may_change(seat: Seat) -> bool:
    """Whether the page offers changes: somebody was asked, the workshop goes on, the seat has a voice."""
    workshop = seat.workshop
    asked = any(not round.is_draft for round in workshop.rounds_in_order())
    return asked and not workshop.is_closed and (seat.leads or seat.is_participant)


def proposals_for(seat: Seat, answer: str = "", why: str = "") -> dict[str, Any]:
    """Return what is before the group, what waits, and the seat's own answer (or the one just refused)."""
    states = once(seat.workshop, unsettled, seat.workshop)
    listed = proposals_of(seat.workshop, audience_of(seat), [State.PUT, State.OPEN], seat) if states else []
    put = next((asked for asked in listed if asked.proposal.state == State.PUT), None)
    own = seat.stances.filter(proposal=put.proposal).first() if put else None
    return {
        "put": put,
        "waiting": [asked for asked in listed if asked is not put],
        "own_answer": {"answer": answer, "why": why} if answer or why else own,
        "answered": own is not None,
        "answers": Stance.Answer.choices,
    }
