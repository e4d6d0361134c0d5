"""The agenda changed by who leads: at the desk, or from the room by a chair who takes part."""

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.agenda import add_discussion, discuss_next, move_step
from workshop.actions.breaks import add_break, prolong_break
from workshop.actions.series import add_change_step, add_round
from workshop.live.agenda import items_of, moved_says, standing
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
    return agenda_changed(request, seat, lambda: move_step(seat, found, move), _where(found))


def _where(step: Step) -> Callable[[Workshop, tuple[int, int]], str]:
    """Return what tells where a step stands that was moved, as the agenda itself announces it.

    Nothing is told of one that another desk took off meanwhile.
    """

    def says(workshop: Workshop, stands: tuple[int, int]) -> str:
        item = next((item for item in items_of(workshop) if item.uid == str(step.uid)), None)
        return moved_says(item, *stands) if item else ""

    return says


@require_POST
@seat_required(leads=True, consent=True)
def steps(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a card on the agenda once more (``soon``: next), or by ``kind`` a change, a poll or a break."""
    kind = request.POST.get("kind")
    if kind == Step.Kind.POLL:
        return agenda_changed(request, seat, lambda: _add_poll(request, seat), says(_("One more poll")))
    if kind == Step.Kind.BREAK:
        told, minutes = _("A break comes next."), _minutes(request)
        return agenda_changed(request, seat, lambda: add_break(seat, minutes), told)
    if kind == Step.Kind.CHANGE:
        return agenda_changed(request, seat, lambda: add_change_step(seat), says(_("“Change of cards”")))
    card = get_object_or_404(seat.workshop.cards, uid=uid_of(request.POST.get("card", "")))
    title = _("“%(title)s”") % {"title": card.title}
    add = discuss_next if request.GET.get("soon") else add_discussion
    return agenda_changed(request, seat, lambda: add(seat, card), says(title))


def says(what: str) -> Callable[[Workshop, Step], str]:
    """Return what tells where a step that was added stands: ``what`` it is, as the start of a sentence."""
    return lambda workshop, step: standing(workshop, step, what)


def _add_poll(request: HttpRequest, seat: Seat) -> Step:
    """Add one more poll like the opening one, about the cards as they are when it opens."""
    uid, k = uid_of(request.POST.get("uid", "")), seat.workshop.nominations
    try:
        made = add_round(seat, kind=Round.Kind.POLL, when=Round.When.LIVE, uid=uid, k=k, soon=True)
    except Round.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong
    return made.steps.get()


def _minutes(request: HttpRequest) -> int:
    sent = request.POST.get("minutes", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0
