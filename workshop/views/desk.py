"""The desk of who leads: the stage moved, the agenda changed, the workshop closed."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.agenda import add_discussion, move_step
from workshop.actions.breaks import add_break, prolong_break
from workshop.actions.ordering import last_ordering
from workshop.actions.series import add_change_step, add_round
from workshop.actions.six_questions import SIX_QUESTIONS
from workshop.actions.stage import bring_card, move_stage
from workshop.actions.workshops import close_workshop
from workshop.live.agenda import items_of
from workshop.live.controls import closing_text
from workshop.live.fragments import DESK
from workshop.live.join import join_facts
from workshop.live.page import live_page
from workshop.models import Card, Refusal, Round, Seat, Step
from workshop.models.ordering import revealed_poll, revealed_sort

from .access import seat_required
from .autosave import read_rev
from .leaving import asked_before_leaving
from .mine import Typed, answer
from .noted import note_on_stage
from .own_ground import own_ground
from .paths import next_in
from .removable import removal_facts
from .strip import STARTS


@require_safe
@seat_required(leads=True, consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the desk; a chair who takes part leads from the room."""
    if not seat.is_facilitator:
        return redirect("room", slug=seat.workshop.slug)
    return desk_page(request, seat)


def desk_page(
    request: HttpRequest,
    seat: Seat,
    refusal: Refusal | None = None,
    typed: str | None = None,
    asked: str = "",
) -> HttpResponse:
    """Answer with the desk, and with what was refused above it.

    Args:
        typed: a note that was not saved.
        asked: the words of a question that was refused; they stay in their box.
    """
    live = list(seat.workshop.cards.filter(status=Card.Status.LIVE).order_by("position", "pk").with_words())
    context: dict[str, Any] = {"workshop": seat.workshop, "seat": seat, "refusal": refusal, "cards": live}
    context |= {"asked": asked, "uid": uuid.uuid4(), "poll_uid": uuid.uuid4()}
    context |= {"seeds": SIX_QUESTIONS, "starts": STARTS}
    context |= {"join": join_facts(seat.workshop)} | live_page(seat, "desk", DESK)
    context |= own_ground(seat) | {"may_take_back": last_ordering(seat.workshop) is not None}
    context |= removal_facts(seat.workshop)
    context |= {"sort_shown": revealed_sort(seat.workshop), "poll_shown": revealed_poll(seat.workshop)}
    context["noted"] = note_on_stage(seat, typed)
    page = render(request, "workshop/desk/page.html", context, status=refusal.status if refusal else 200)
    if refusal:  # what htmx put in the address would be the form's, where a reload finds nothing
        page.headers["HX-Replace-Url"] = reverse("desk", kwargs={"slug": seat.workshop.slug})
    return page


@require_POST
@seat_required(leads=True, consent=True)
def stage(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a step, or the discussion of a card, on everyone's screen.

    ``step`` or ``card``, or ``back`` (a step: the last move is taken back), and the ``step_rev`` of the stage
    that was seen.
    """
    rev = request.POST.get("step_rev") or request.GET.get("step_rev", "")
    if question := asked_before_leaving(request, seat, rev):
        return render(request, "workshop/parts/_confirm.html", question)
    if "card" in request.POST:
        card = get_object_or_404(seat.workshop.cards, uid=_uid(request.POST["card"]))
        return _done(request, seat, lambda: bring_card(seat, card, read_rev(rev)))
    back = request.POST.get("back", "")
    step = _step(seat, back or request.POST.get("step", ""))
    return _done(request, seat, lambda: move_stage(seat, step, read_rev(rev), back=bool(back)))


@require_POST
@seat_required(leads=True, consent=True)
def step(request: HttpRequest, seat: Seat, step: uuid.UUID) -> HttpResponse:
    """Move a step that waits: ``move`` is up or down; or (``longer-`` and its minutes) let a break go on."""
    found, (move, _dash, minutes) = _step(seat, str(step)), request.POST.get("move", "").partition("-")
    if move == "longer":
        return _done(request, seat, lambda: prolong_break(seat, found, read_rev(minutes)))
    return _done(request, seat, lambda: move_step(seat, found, move))


@require_POST
@seat_required(leads=True, consent=True)
def steps(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a card on the agenda once more, or (``kind``) a change of cards, a poll or a break."""
    if request.POST.get("kind") == Step.Kind.POLL:
        return _done(request, seat, lambda: _add_poll(request, seat))
    if request.POST.get("kind") == Step.Kind.BREAK:
        return _done(request, seat, lambda: add_break(seat, _minutes(request)))
    if request.POST.get("kind") == Step.Kind.CHANGE:
        return _done(request, seat, lambda: add_change_step(seat))
    card = get_object_or_404(seat.workshop.cards, uid=_uid(request.POST.get("card", "")))

    def add() -> None:
        add_discussion(seat, card)
        messages.success(request, _("“%(title)s” is on the agenda once more.") % {"title": card.title})

    return _done(request, seat, add)


@require_POST
@seat_required(leads=True, consent=True)
def closing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Close the workshop for good, after a pause for thought."""
    if request.POST.get("confirmed") or seat.workshop.is_closed:
        return _done(request, seat, lambda: close_workshop(seat))
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Close the workshop?"),
        "text": closing_text(items_of(seat.workshop)),
        "button": _("Close the workshop"),
        "back_url": reverse("desk", kwargs={"slug": seat.workshop.slug}),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def _done(request: HttpRequest, seat: Seat, act: Callable[[], object]) -> HttpResponse:
    """Act, then go back to where the person leads from; a refusal is shown there, with how things stand."""
    try:
        act()
    except Refusal as refusal:
        seat.workshop.refresh_from_db()
        if seat.is_facilitator:
            return desk_page(request, seat, refusal)
        return answer(request, seat, Typed(refusal.message), refusal.status)
    return redirect(next_in(request, seat.workshop, "desk"))


def _step(seat: Seat, sent: str) -> Step:
    return get_object_or_404(seat.workshop.steps.select_related("round"), uid=_uid(sent))


def _add_poll(request: HttpRequest, seat: Seat) -> None:
    """Add one more poll like the opening one, about the cards as they are when it opens."""
    uid, k = _uid(request.POST.get("uid", "")), seat.workshop.nominations
    try:
        add_round(seat, kind=Round.Kind.POLL, when=Round.When.LIVE, uid=uid, k=k)
    except Round.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong
    messages.success(request, _("One more poll is on the agenda, before the results."))


def _minutes(request: HttpRequest) -> int:
    sent = request.POST.get("minutes", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0


def _uid(sent: str) -> uuid.UUID:
    try:
        return uuid.UUID(sent)
    except ValueError as wrong:
        raise Http404(_("There is no such thing in this workshop.")) from wrong
