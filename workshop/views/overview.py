"""The workshop at a glance, for its facilitators: where it stands, who is how far, what was written."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from workshop.actions.auditing import note_seen
from workshop.live.fragments import OVERVIEW
from workshop.live.packs import blank_notes, boxes
from workshop.live.page import live_page
from workshop.models import Seat, Workshop
from workshop.models.attendance import attendance_counts, late_people
from workshop.models.audiences import FACILITATORS
from workshop.models.extra_time import with_extra_time
from workshop.models.needs_asked import needs_to_arrange
from workshop.models.once import once, together
from workshop.models.posted import told_before
from workshop.models.progress import LIVE, PACKS, RESULTS, SETUP, stage_of
from workshop.models.taken_before import withdrew_lately, words_taken_back
from workshop.models.who_agreed import asked_again

from .access import FACILITATOR, seat_required
from .ledger import steps_to
from .next_step import Next, in_setup, page_of
from .seen import note_packs_seen


@require_safe
@seat_required(FACILITATOR)
def overview(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show where the workshop stands and what is next, with the packs as they come in."""
    note_packs_seen(seat)
    workshop = seat.workshop
    stage, pack = stage_of(workshop), workshop.pack_round()
    with together(workshop):
        live = live_page(seat, "desk", OVERVIEW)
        counts = once(workshop, attendance_counts, workshop)
    late = late_people(workshop) if pack and pack.is_open else None
    if late:
        note_seen(seat, "late")
    facts = {
        "seat": seat,
        "workshop": workshop,
        "steps": steps_to(stage),
        "next": NEXT[stage](workshop, counts),
        "pack": pack,
        "may_take_back": pack is not None and pack.may_go_back,
        "late": late,
        "among": counts["among"],
        **live,
        **_to_know(workshop),
    }
    return render(request, "workshop/overview/page.html", facts)


def _to_know(workshop: Workshop) -> dict[str, Any]:
    """Return what happened that somebody may have to act on."""
    return {
        "told": None if workshop.is_closed else told_before(workshop),
        "withdrew": withdrew_lately(workshop),
        "took_back": words_taken_back(workshop),
        "to_arrange": needs_to_arrange(workshop),
        "waiting": asked_again(workshop).count(),
    }


@require_safe
@seat_required(FACILITATOR)
def comments(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every comment of the packs, box by box, and every blank card."""
    note_packs_seen(seat)
    workshop = seat.workshop
    written = [box for box in boxes(workshop, FACILITATORS) if box.count]
    blanks = blank_notes(workshop, FACILITATORS)
    facts = {"seat": seat, "workshop": workshop, "boxes": written, "blanks": blanks}
    return render(request, "workshop/overview/comments.html", facts)


def _in_packs(workshop: Workshop, counts: dict[str, int]) -> Next:
    pack = workshop.pack_round()
    desk = _("Go to the desk"), page_of(workshop, "desk")
    if not counts["all"] + counts["declined"]:
        says = _("The pack is open. Nobody is invited yet.")
        return Next(says, _("Invite people"), page_of(workshop, "people"))
    if pack and pack.is_open and counts["finished"] < counts["all"]:
        return Next(_open_says(counts), *desk)
    if pack and with_extra_time(pack):
        return Next(_("The pack is closed, though not to everybody. Next is the workshop itself."), *desk)
    return Next(_("The packs are in. Next is the workshop itself."), *desk)


def _open_says(counts: dict[str, int]) -> str:
    late = counts["unopened"] + counts["opened"]
    if not late:
        return _("Everybody has begun. When you meet, lead from the desk.")
    return _("Not everybody has begun. When you meet, lead from the desk.")


def _in_room(workshop: Workshop, counts: dict[str, int]) -> Next:
    return Next(_("The workshop is on."), _("Go to the desk"), page_of(workshop, "desk"))


def _over(workshop: Workshop, counts: dict[str, int]) -> Next:
    return Next(_("The workshop is closed."), _("See the results"), page_of(workshop, "results"))


NEXT: dict[str, Callable[[Workshop, dict[str, int]], Next]] = {
    SETUP: in_setup,
    PACKS: _in_packs,
    LIVE: _in_room,
    RESULTS: _over,
}
