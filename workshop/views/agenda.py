"""The agenda changed by who leads: at the desk, or from the room by a chair who takes part."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.agenda import ENDS, add_discussion, move_step
from workshop.actions.breaks import add_break, prolong_break
from workshop.actions.series import add_change_step, add_round
from workshop.models import Round, Seat, Step, Workshop

from .access import seat_required
from .autosave import read_rev
from .desk import step_of, uid_of
from .leading import agenda_changed


@require_POST
@seat_required(leads=True, consent=True)
def step(request: HttpRequest, seat: Seat, step: uuid.UUID) -> HttpResponse:
    """Move a step that waits: ``move`` is up or down; or (``longer-`` and its minutes) let a break go on."""
    found, (move, _dash, minutes) = step_of(seat, str(step)), request.POST.get("move", "").partition("-")
    if move == "longer":
        return agenda_changed(request, seat, lambda: prolong_break(seat, found, read_rev(minutes)))
    return agenda_changed(request, seat, lambda: move_step(seat, found, move))


@require_POST
@seat_required(leads=True, consent=True)
def steps(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a card on the agenda once more, or (``kind``) a change of cards, a poll or a break."""
    kind = request.POST.get("kind")
    if kind == Step.Kind.POLL:
        return agenda_changed(request, seat, lambda: _add_poll(request, seat), _where_the_poll_is)
    if kind == Step.Kind.BREAK:
        told, minutes = _("A break comes next."), _minutes(request)
        return agenda_changed(request, seat, lambda: add_break(seat, minutes), told)
    if kind == Step.Kind.CHANGE:
        told = _("“Change of cards” is on the agenda, before the results.")
        return agenda_changed(request, seat, lambda: add_change_step(seat), told)
    card = get_object_or_404(seat.workshop.cards, uid=uid_of(request.POST.get("card", "")))
    told = _("“%(title)s” is on the agenda once more.") % {"title": card.title}
    return agenda_changed(request, seat, lambda: add_discussion(seat, card), told)


def _add_poll(request: HttpRequest, seat: Seat) -> None:
    """Add one more poll like the opening one, about the cards as they are when it opens."""
    uid, k = uid_of(request.POST.get("uid", "")), seat.workshop.nominations
    try:
        add_round(seat, kind=Round.Kind.POLL, when=Round.When.LIVE, uid=uid, k=k, soon=True)
    except Round.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong


def _where_the_poll_is(workshop: Workshop) -> str:
    on = workshop.step
    if on is None or on.kind in ENDS:
        return _("One more poll is on the agenda, before the results.")
    return _("One more poll is on the agenda, to come next.")


def _minutes(request: HttpRequest) -> int:
    sent = request.POST.get("minutes", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0
