"""The people of a workshop: who is invited and how far they are, the code, the screen."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from config.site import absolute
from workshop.actions.auditing import note_seen
from workshop.actions.joining import end_code, new_code
from workshop.actions.screens import end_screen_links, screen_link
from workshop.forms.people import FacilitatorForm, Pasted
from workshop.live.join import join_facts
from workshop.models import Seat, Workshop
from workshop.models.attendance import attendance_counts, with_attendance
from workshop.models.extra_time import may_give_time
from workshop.models.full_data import what_it_adds
from workshop.models.needs import needs_counted
from workshop.models.taken_before import withdrew_from, words_taken_back
from workshop.models.taking_part import known_to_decline

from .access import FACILITATOR, seat_required

A_PAGE, FILTER_FROM, NAMED = 100, 30, 20


@require_safe
@seat_required(FACILITATOR)
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show everybody: those who take part a page at a time, the facilitators, the code and the screen."""
    return people_page(request, seat)


def wrong_lines(pasted: Pasted, known: list[Any]) -> dict[str, object]:
    """Return what the box for names needs: why lines were not used, the first of them by name."""
    return {
        "pasted": pasted,
        "form_uid": uuid.uuid4(),
        "bad": pasted.bad[:NAMED],
        "bad_more": max(0, len(pasted.bad) - NAMED),
        "known": known[:NAMED],
        "known_more": max(0, len(known) - NAMED),
    }


@require_POST
@seat_required(FACILITATOR)
def code(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give the workshop a new join code."""
    before = seat.workshop.join_code
    new_code(seat)
    says = (
        _("There is a new join code. The one before no longer works.")
        if before
        else _("The join code is on.")
    )
    messages.success(request, says)
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def code_closing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Switch the join code off."""
    end_code(seat)
    messages.success(request, _("The join code is switched off. Whoever came in with it keeps the seat."))
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show a new link to the wall screen, once."""
    address = f"{absolute('home')}screen/{screen_link(seat)}/"
    facts = {"seat": seat, "workshop": seat.workshop, "address": address}
    return render(request, "workshop/people/screen_link.html", facts)


@require_POST
@seat_required(FACILITATOR)
def screen_revocation(request: HttpRequest, seat: Seat) -> HttpResponse:
    """End every link to the wall screen."""
    end_screen_links(seat)
    messages.success(request, _("Every link to the wall screen has ended."))
    return redirect("people", slug=seat.workshop.slug)


def people_page(request: HttpRequest, seat: Seat, *, refused: bool = False, **more: Any) -> HttpResponse:
    """Return the page of people; ``more`` holds what a form that was refused brings back."""
    note_seen(seat, "people")
    workshop, wanted = seat.workshop, request.GET.get("q", "").strip()
    counts = attendance_counts(workshop)
    facilitators = list(_named(workshop.seats.present().filter(role=FACILITATOR)))
    pasted, known = more.pop("pasted", Pasted()), more.pop("known", [])
    facts = {
        "seat": seat,
        "workshop": workshop,
        "counts": counts,
        **_listed(workshop, wanted, request.GET.get("page", "1")),
        "filters": counts["all"] > FILTER_FROM,
        "removed": list(_named(workshop.seats.removed())[:A_PAGE]),
        **_beside(workshop),
        "facilitators": facilitators,
        "gives_full_data": min((each.pk for each in facilitators), default=0) == seat.pk,
        "right_adds": what_it_adds(workshop),
        "form": FacilitatorForm(),
        "join": join_facts(workshop),
        "nothing": refused and "form" not in more and not pasted.bad and not known,
        **wrong_lines(pasted, known),
    }
    return render(request, "workshop/people/page.html", facts | more, status=422 if refused else 200)


def _listed(workshop: Workshop, wanted: str, number: str) -> dict[str, object]:
    people = page_of(workshop.seats.answering(), wanted, number, known_to_decline(workshop))
    gives_time = any(each.extra_until for each in people) and may_give_time(workshop)
    return {"people": people, "wanted": wanted, "gives_time": gives_time}


def _beside(workshop: Workshop) -> dict[str, object]:
    return {
        "withdrawn": withdrew_from(workshop),
        "taken_back": words_taken_back(workshop),
        "needs": needs_counted(workshop, beforehand=True),
    }


def _named(seats: Any) -> Any:
    return seats.select_related("person", "need").order_by(Lower("person__name"), "pk")


def page_of(seats: Any, wanted: str, number: str, declined: Iterable[Seat] = ()) -> Page:
    """Return a page of people in the order of their names, those alone whose name or address is like this."""
    if wanted:
        seats = seats.filter(Q(person__name__icontains=wanted) | Q(person__email__icontains=wanted))
    return Paginator(with_attendance(_named(seats), declined), A_PAGE).get_page(number)
