"""One person: the name and address, the links, the seat."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.auditing import note_seen
from workshop.actions.links import mint_link, renew_link, revoke_links
from workshop.actions.people import edit_person, person_print, remove_seat, restore_seat
from workshop.forms.people import PersonForm
from workshop.models import Closed, Invalid, Refusal, Seat
from workshop.models.attendance import with_attendance
from workshop.models.extra_time import has_extra_time, may_give_time
from workshop.models.proxy import may_take_back
from workshop.models.taking_part import known_to_decline

from .access import FACILITATOR, seat_required
from .shown_links import Shown, links_page


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def person(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show one person; change the name and the address."""
    other = seat_of(seat, uid)
    known = other.person
    seen = person_print(known) if known else ""
    initial = {"name": other.name, "email": known.email if known else "", "seen": seen}
    form = PersonForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method != "POST":
        return _page(request, seat, other, form)
    status = 422
    try:
        if form.is_valid():
            edit_person(seat, other, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("people", slug=seat.workshop.slug)
    except Refusal as refusal:
        status = refusal.status
        form.add_error("email" if refusal.data.get("field") == "email" else "name", refusal.message)
        form.put("seen", refusal.data.get("seen", form.cleaned_data["seen"]))
    return _page(request, seat, other, form, status=status)


@require_POST
@seat_required(FACILITATOR)
def link(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show one more personal link, once; earlier ones stay valid."""
    other = _leader(seat, uid)
    return _show_link(request, seat, other, mint_link(seat, other))


@require_POST
@seat_required(FACILITATOR)
def renewal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """End all personal links and show a new one, once."""
    other = _leader(seat, uid)
    return _show_link(request, seat, other, renew_link(seat, other))


@require_POST
@seat_required(FACILITATOR)
def revocation(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """End all links of a seat, and every browser that came in through them."""
    other = seat_of(seat, uid)
    revoke_links(seat, other)
    messages.success(request, _("The links of %(name)s have ended.") % {"name": other.name})
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Remove a seat, after a pause for thought."""
    other = seat_of(seat, uid)
    if not request.POST.get("confirmed"):
        return render(request, "workshop/parts/_confirm.html", _question(seat, other))
    remove_seat(seat, other)
    says = _("%(name)s was removed. You can give the seat back below.") % {"name": other.name}
    messages.success(request, says)
    return redirect("people", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Give a removed seat back."""
    other = seat_of(seat, uid)
    restore_seat(seat, other)
    messages.success(request, _("%(name)s has the seat back.") % {"name": other.name})
    return redirect("people", slug=seat.workshop.slug)


def seat_of(seat: Seat, uid: uuid.UUID) -> Seat:
    """Return the seat with this uid in the facilitator's workshop, or raise 404."""
    return get_object_or_404(seat.workshop.seats.select_related("person", "workshop"), uid=uid)


def _leader(seat: Seat, uid: uuid.UUID) -> Seat:
    other = seat_of(seat, uid)
    if not other.is_participant:
        raise Invalid(_("Only those who take part have personal links. Facilitators sign in."))
    if other.removed_at:
        raise Closed(_("This seat was removed. Give it back first, then make a link."))
    return other


def _show_link(request: HttpRequest, seat: Seat, other: Seat, secret: str) -> HttpResponse:
    return links_page(request, seat, [Shown(other.name, other.person, secret)])


def _page(
    request: HttpRequest, seat: Seat, other: Seat, form: PersonForm, *, status: int = 200
) -> HttpResponse:
    mine = seat.workshop.seats.select_related("person", "need").filter(pk=other.pk)
    rows = with_attendance(mine, known_to_decline(seat.workshop))
    note_seen(seat, "person")
    facts = {"seat": seat, "workshop": seat.workshop, "other": rows.get(), "form": form}
    facts["may_take_back"] = seat.workshop.is_closed and other.is_participant and may_take_back(other)
    facts["gives_time"] = may_give_time(seat.workshop)
    facts["has_time"] = has_extra_time(other)
    facts["valid_links"] = other.links.filter(revoked_at__isnull=True).count()
    return render(request, "workshop/people/person.html", facts, status=status)


def _question(seat: Seat, other: Seat) -> dict[str, object]:
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Remove %(name)s?") % {"name": other.name},
        "text": _("Their links end at once. What they wrote stays, and you can give the seat back."),
        "button": _("Remove"),
        "back_url": reverse("people", kwargs={"slug": seat.workshop.slug}),
    }
