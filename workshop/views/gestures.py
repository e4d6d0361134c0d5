"""Hands, "ready" and private signals: one's own, and what who leads does with them."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.gestures import lower_all, lower_hand, raise_again, set_gesture
from workshop.models import Gesture, Refusal, Seat
from workshop.models.audiences import audience_of, known_as

from .access import seat_required
from .autosave import read_rev
from .leading import led
from .mine import Typed, room_page
from .refusals import wants_json
from .strip import OWN, led_part, own_context


@require_safe
@seat_required(consent=True)
def own(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return one's own buttons alone, for when who leads may have lowered a hand."""
    return render(request, OWN, own_context(seat))


@require_POST
@seat_required(Seat.Role.PARTICIPANT, consent=True)
def gestures(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show a gesture or take it back (``show``, ``take``): JSON with one's own part, or the room."""
    try:
        said = press(seat, request.POST)
    except Refusal as refusal:
        if wants_json(request):
            raise
        return room_page(request, seat, Typed(refusal.message), refusal.status)
    if wants_json(request):
        return JsonResponse({"html": render_to_string(OWN, own_context(seat), request), "said": said})
    messages.success(request, said)
    return redirect("room", slug=seat.workshop.slug)


def press(seat: Seat, sent: QueryDict) -> str:
    """Show a gesture or take it back, as ``show`` or ``take`` says; return what that has done.

    Raises:
        Refusal: as `set_gesture` does.
    """
    on = "show" in sent
    kind = sent.get("show" if on else "take", "")
    rev = sent.get("step_rev", "")
    set_gesture(seat, kind, on, read_rev(rev) if rev else None)
    return said_of(kind, on)


def said_of(kind: str, on: bool) -> str:
    """Return, in one sentence, what the press has done."""
    if kind == Gesture.Kind.HAND:
        return _("Your hand is up.") if on else _("Your hand is down.")
    if kind == Gesture.Kind.READY:
        return _("You are ready.") if on else _("You are no longer shown as ready.")
    asked = {
        Gesture.Kind.PLAINER: _("Who leads sees that plainer words are asked for, not by whom."),
        Gesture.Kind.PAUSE: _("Who leads sees that a pause is asked for, not by whom."),
        Gesture.Kind.TIME: _("Who leads sees that more time is asked for, not by whom."),
    }
    return asked[Gesture.Kind(kind)] if on else _("Your signal is taken back.")


@require_safe
@seat_required(consent=True)
def queue(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what a chair who takes part leads with: hands, signals, the timer; nothing to anybody else."""
    return led_part(request, seat)


@require_POST
@seat_required(leads=True, consent=True)
def lowering(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Lower one hand; one that went down a moment ago is no mistake."""
    return led(request, seat, lambda: _lowered(seat, lower_hand(seat, uid)))


def _lowered(seat: Seat, hand: Gesture | None) -> str:
    """Return what lowering a hand has done, by name where the chair may know whose it was."""
    if hand is None:
        return _("That hand was down already.")
    name = known_as(hand.seat, seat.workshop, audience_of(seat))
    return _("The hand of %(name)s is lowered.") % {"name": name} if name else _("The hand is lowered.")


@require_POST
@seat_required(leads=True, consent=True)
def lowering_all(request: HttpRequest, seat: Seat, kind: str) -> HttpResponse:
    """Lower all hands, clear "ready", or hear a signal."""
    says = {Gesture.Kind.HAND: _("All hands are lowered."), Gesture.Kind.READY: _("“Ready” is cleared.")}
    told = says.get(_known(kind), _("Whoever asked is told that you heard it."))
    return led(request, seat, lambda: told if lower_all(seat, kind) else None)


@require_POST
@seat_required(leads=True, consent=True)
def restoration(request: HttpRequest, seat: Seat, kind: str) -> HttpResponse:
    """Put back what was lowered or cleared last."""
    told = _("“Ready” is back.") if kind == Gesture.Kind.READY else _("What you lowered last is up again.")
    return led(request, seat, lambda: told if raise_again(seat, _known(kind)) else None)


def _known(kind: str) -> Gesture.Kind:
    if kind not in Gesture.Kind.values:
        raise Http404(_("There is no such thing in this workshop."))
    return Gesture.Kind(kind)
