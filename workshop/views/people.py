"""The people of a workshop: who is invited and how far they are, more invitations, the code, the screen."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.joining import end_code, new_code
from workshop.actions.people import invite_people
from workshop.actions.screens import end_screen_links, screen_link
from workshop.forms.people import FacilitatorForm, Pasted, read_guests
from workshop.live.join import join_facts
from workshop.models import Seat
from workshop.models.attendance import attendance_counts, with_attendance

from .access import FACILITATOR, seat_required
from .paths import absolute

A_PAGE, FILTER_FROM, NAMED = 100, 30, 20


@require_safe
@seat_required(FACILITATOR)
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show everybody: those who take part a page at a time, the facilitators, the code and the screen."""
    return people_page(request, seat)


@require_POST
@seat_required(FACILITATOR)
def invitations(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Invite who was pasted: good lines get a seat and a link, shown once; bad ones stay in the box."""
    pasted = read_guests(request.POST.get("guests", ""))
    invited, known = invite_people(seat, pasted.guests)
    if not invited:
        return people_page(request, seat, pasted=pasted, known=known, refused=True)
    links = [(one.seat.name, one.seat.person, absolute("link", one.secret)) for one in invited]
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "links": links,
        "all": "\n".join(f"{name}, {person.email if person else ''}, {link}" for name, person, link in links),
        **_wrong_lines(pasted, known),
    }
    return render(request, "workshop/people/invited.html", facts)


def _wrong_lines(pasted: Pasted, known: list[Any]) -> dict[str, object]:
    return {
        "pasted": pasted,
        "bad": pasted.bad[:NAMED],
        "bad_more": max(0, len(pasted.bad) - NAMED),
        "known": known[:NAMED],
        "known_more": max(0, len(known) - NAMED),
    }


@require_POST
@seat_required(FACILITATOR)
def code(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give the workshop a new join code."""
    new_code(seat)
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def code_closing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Switch the join code off."""
    end_code(seat)
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show a new link to the wall screen, once."""
    address = f"{absolute('home')}screen/{screen_link(seat)}/"
    facts = {"name": _("Wall screen"), "address": address, "is_screen": True}
    return render(request, "workshop/people/link.html", {"seat": seat, "workshop": seat.workshop, **facts})


@require_POST
@seat_required(FACILITATOR)
def screen_revocation(request: HttpRequest, seat: Seat) -> HttpResponse:
    """End every link to the wall screen."""
    end_screen_links(seat)
    messages.success(request, _("Every link to the wall screen has ended."))
    return redirect("people", slug=seat.workshop.slug)


def people_page(request: HttpRequest, seat: Seat, *, refused: bool = False, **more: Any) -> HttpResponse:
    """Return the page of people; ``more`` holds what a form that was refused brings back."""
    workshop, wanted = seat.workshop, request.GET.get("q", "").strip()
    counts = attendance_counts(workshop)
    pasted, known = more.pop("pasted", Pasted()), more.pop("known", [])
    facts = {
        "seat": seat,
        "workshop": workshop,
        "counts": counts,
        "people": _page_of(workshop.seats.answering(), wanted, request.GET.get("page", "1")),
        "wanted": wanted,
        "filters": counts["all"] > FILTER_FROM,
        "removed": list(_named(workshop.seats.filter(removed_at__isnull=False))[:A_PAGE]),
        "facilitators": list(_named(workshop.seats.present().filter(role=FACILITATOR))),
        "form": FacilitatorForm(),
        "join": join_facts(workshop),
        "nothing": refused and not pasted.bad and not known,
        **_wrong_lines(pasted, known),
    }
    return render(request, "workshop/people/page.html", facts | more, status=422 if refused else 200)


def _named(seats: Any) -> Any:
    return seats.select_related("person").order_by(Lower("person__name"), "pk")


def _page_of(seats: Any, wanted: str, number: str) -> Page:
    if wanted:
        seats = seats.filter(Q(person__name__icontains=wanted) | Q(person__email__icontains=wanted))
    return Paginator(with_attendance(_named(seats)), A_PAGE).get_page(number)
