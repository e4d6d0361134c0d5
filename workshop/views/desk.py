"""The desk of who leads: the stage moved, the workshop closed."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.stage import bring_card, move_stage
from workshop.actions.workshops import close_workshop
from workshop.live.agenda import items_of
from workshop.live.closing import closing_text
from workshop.live.fragments import DESK
from workshop.live.join import join_facts
from workshop.live.page import live_page
from workshop.models import Refusal, Seat, Step
from workshop.models.needs import needs_counted
from workshop.models.once import together

from .access import seat_required
from .agenda_facts import agenda_facts
from .autosave import read_rev
from .leaving import asked_before_leaving
from .mine import Typed, answer
from .noted import note_on_stage
from .own_ground import own_ground
from .paths import next_in
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
    ground: Typed | None = None,
) -> HttpResponse:
    """Answer with the desk, and with what was refused above it.

    Args:
        typed: a note that was not saved.
        asked: the words of a question that was refused; they stay in their box.
        ground: a ground rule that was refused; it says so at its box where that is still there.
    """
    context: dict[str, Any] = {"workshop": seat.workshop, "seat": seat, "refusal": refusal}
    context |= {"question_words": asked, "join": join_facts(seat.workshop), "starts": STARTS}
    context["needs"] = needs_counted(seat.workshop)
    with together(seat.workshop):
        context |= live_page(seat, "desk", DESK) | own_ground(seat) | agenda_facts(seat.workshop)
        context |= _at_the_box(ground, context)
        context["noted"] = note_on_stage(seat, typed)
    page = render(request, "workshop/desk/page.html", context, status=refusal.status if refusal else 200)
    if refusal:  # what htmx put in the address would be the form's, where a reload finds nothing
        page.headers["HX-Replace-Url"] = reverse("desk", kwargs={"slug": seat.workshop.slug})
    return page


def _at_the_box(ground: Typed | None, context: dict[str, Any]) -> dict[str, Any]:
    """Return the ground rule that was refused, and no notice elsewhere if its own box says it."""
    if ground and ground.editing in context.get("takes", ()):
        return {"typed": ground, "refusal": None}
    return {}


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
        card = get_object_or_404(seat.workshop.cards, uid=uid_of(request.POST["card"]))
        return _done(request, seat, lambda: bring_card(seat, card, read_rev(rev)))
    back = request.POST.get("back", "")
    step = step_of(seat, back or request.POST.get("step", ""))
    return _done(request, seat, lambda: move_stage(seat, step, read_rev(rev), back=bool(back)))


@require_POST
@seat_required(leads=True, consent=True)
def closing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Close the workshop for good, after a pause for thought."""
    if request.POST.get("confirmed") or seat.workshop.is_closed or not seat.is_facilitator:
        return _done(request, seat, lambda: close_workshop(seat))
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Close the workshop?"),
        "text": closing_text(seat.workshop, items_of(seat.workshop)),
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


def step_of(seat: Seat, sent: str) -> Step:
    """Return the step of the seat's workshop with the uid that was sent, or raise 404."""
    return get_object_or_404(seat.workshop.steps.select_related("round"), uid=uid_of(sent))


def uid_of(sent: str) -> uuid.UUID:
    """Read a uid that was sent, or raise 404."""
    try:
        return uuid.UUID(sent)
    except ValueError as wrong:
        raise Http404(_("There is no such thing in this workshop.")) from wrong
