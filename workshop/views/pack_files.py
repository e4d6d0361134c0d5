"""The pack as a file: to print for others, or to take along for oneself."""

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from workshop.actions.auditing import note_seen
from workshop.actions.pack_files import take_blank_pack, take_own_pack, take_packs
from workshop.forms.pack_files import OwnPackForm, PackForm, own_wish
from workshop.models import Seat
from workshop.models.audiences import may_see_people_rows
from workshop.models.closing import require_going_on
from workshop.models.full_data import puts_words_by_names
from workshop.models.taking_part import known_to_decline

from .access import FACILITATOR, seat_required
from .exports import send_file


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Offer the pack for anybody, for one person, or for everybody by name; send the file."""
    require_going_on(seat.workshop, "packs")
    people = _people(seat)
    if request.method != "POST":
        note_seen(seat, "people")
        return _page(request, seat, PackForm(people, initial=_wanted_in(request)))
    form = PackForm(people, request.POST)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    if chosen := form.chosen:
        return send_file(take_packs(seat, chosen, form.wanted))
    return send_file(take_blank_pack(seat, form.wanted))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(Seat.Role.PARTICIPANT, consent=True)
def own(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Offer somebody their own pack with what is in it so far; send the file."""
    require_going_on(seat.workshop, "packs")
    form = OwnPackForm(request.POST if request.method == "POST" else None, initial=own_wish(seat))
    if form.is_bound and form.is_valid():
        return send_file(take_own_pack(seat, form.wanted))
    facts = {"seat": seat, "workshop": seat.workshop, "form": form}
    return render(request, "workshop/pack_files/own.html", facts, status=422 if form.is_bound else 200)


def _wanted_in(request: HttpRequest) -> dict[str, str]:
    """Return for whom, and at which size, as the address of the page says."""
    found = {"whom": request.GET.get("person", ""), "size": request.GET.get("size", "")}
    return {name: value for name, value in found.items() if value}


def _people(seat: Seat) -> list[Seat]:
    """Return those for whom a pack can be made, by name: who sits there, but for who is known to decline."""
    declined = known_to_decline(seat.workshop).values("pk")
    seats = seat.workshop.seats.answering().exclude(pk__in=declined)
    return list(seats.select_related("person").order_by(Lower("person__name"), "pk"))


def _page(request: HttpRequest, seat: Seat, form: PackForm, *, status: int = 200) -> HttpResponse:
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "form": form,
        "has_words": puts_words_by_names(seat),
        "names_hidden": not may_see_people_rows(seat.workshop),
    }
    return render(request, "workshop/pack_files/page.html", facts, status=status)
