"""What anyone suggests for the agenda: suggested, decided on, and looked at by who suggested it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.suggestions import accept_suggestion, put_suggestion_away, suggest_item
from workshop.models import Card, Invalid, Refusal, Seat, Suggestion
from workshop.models.audiences import audience_of
from workshop.models.suggestions import suggested_in

from .access import seat_required
from .desk import desk_page
from .mine import Typed, answer, room_page
from .own_suggestions import own_suggestions
from .paths import next_in

DECIDED = {
    "accept": gettext_lazy("“%(title)s” is on the agenda."),
    "away": gettext_lazy("“%(title)s” is put away. You can put it back."),
    "back": gettext_lazy("“%(title)s” waits for you again."),
}


@require_POST
@seat_required(consent=True)
def suggestions(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Suggest a ``card`` to discuss, or a ``question``, with a word of ``why``."""
    sent = request.POST
    typed = {name: sent.get(name, "") for name in ("card", "question", "why", "uid")}
    try:
        uid = uuid.UUID(typed["uid"])
        card = _card(seat, typed["card"])
        suggest_item(seat, uid=uid, card=card, question=typed["question"], why=typed["why"])
    except (ValueError, Suggestion.DoesNotExist) as wrong:
        raise Http404(_("There is no such form.")) from wrong
    except Refusal as refusal:
        return room_page(request, seat, status=refusal.status, suggesting={**typed, "wrong": refusal.message})
    says = _("It is with the chair. You see here what becomes of it.")
    messages.success(request, says, extra_tags=request.path)
    return redirect("room", slug=seat.workshop.slug)


def _card(seat: Seat, sent: str) -> Card | None:
    return get_object_or_404(seat.workshop.cards, uid=uuid.UUID(sent)) if sent else None


@require_POST
@seat_required(leads=True, consent=True)
def suggestion(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Decide: ``decision`` is accept, away or back."""
    found = get_object_or_404(seat.workshop.suggestions, uid=uid)
    decision = request.POST.get("decision", "")
    try:
        _decide(seat, found, decision)
    except Refusal as refusal:
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        return answer(request, seat, Typed(refusal.message), refusal.status)
    words = {"title": Truncator(str(found)).words(20)}
    messages.success(request, DECIDED[decision] % words)
    return redirect(next_in(request, seat.workshop, "desk"))


def _decide(seat: Seat, found: Suggestion, decision: str) -> None:
    if decision not in DECIDED:
        raise Invalid(_("Choose whether to accept it or to put it away."))
    if decision == "accept":
        accept_suggestion(seat, found)
    else:
        put_suggestion_away(seat, found, away=decision == "away")


@require_safe
@seat_required(leads=True, consent=True)
def waiting(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who leads all that waits; the desk shows the newest alone."""
    suggested = suggested_in(seat.workshop, audience_of(seat), most=None)
    context = {"workshop": seat.workshop, "seat": seat, "suggested": suggested}
    return render(request, "workshop/suggestions/page.html", context)


@require_safe
@seat_required(consent=True)
def own(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Answer the room with what this person suggested, and what became of it."""
    context: dict[str, Any] = {"workshop": seat.workshop, "seat": seat, **own_suggestions(seat)}
    return render(request, "workshop/suggestions/_own.html", context)
