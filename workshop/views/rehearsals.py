"""Rehearsals: begun with one press, paced, sat in on, and ended."""

import uuid
from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.site import absolute
from workshop.actions.paces import fill_now, join_as_leader, set_pace
from workshop.actions.packs import PACKS
from workshop.actions.rehearsals import end_rehearsal, rehearse, rehearse_template
from workshop.models import Refusal, Seat, User
from workshop.models.rehearsals import cast_of, ends_at
from workshop.templatetags.rehearsals import doing_now

from .access import FACILITATOR, seat_required
from .paths import next_in
from .refusals import refused


@require_POST
@login_required
def rehearsals(request: HttpRequest) -> HttpResponse:
    """Begin a rehearsal of a template, for somebody who has no workshop yet."""
    pack = PACKS.get(request.POST.get("template", ""))
    if pack is None:
        raise Http404(_("There is no such template."))
    try:
        return _begun(lambda: rehearse_template(cast(User, request.user), pack, uid=_uid(request)))
    except Refusal as refusal:
        return refused(request, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how a rehearsal runs; in a real workshop what one is, and begin it."""
    workshop = seat.workshop
    if request.method == "POST":
        return _begun(lambda: rehearse(seat, uid=_uid(request)))
    facts: dict[str, Any] = {"seat": seat, "workshop": workshop}
    if workshop.is_rehearsal:
        facts |= {"cast": [each.name for each in cast_of(workshop).values()], "ends_on": ends_at(workshop)}
        facts["doing"] = doing_now(workshop)
    return render(request, "workshop/rehearsals/page.html", facts)


@require_safe
@seat_required(FACILITATOR)
def strip(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what the simulated leaders are at now, and the buttons for their pace."""
    _require_rehearsal(seat)
    return _strip(request, seat)


@require_POST
@seat_required(FACILITATOR)
def pace(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Set how fast the simulated leaders go."""
    _require_rehearsal(seat)
    seat.workshop = set_pace(seat, request.POST.get("pace", ""))
    return _answer(request, seat)


@require_POST
@seat_required(FACILITATOR)
def filling(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Have the simulated leaders do at once all that they are asked now."""
    _require_rehearsal(seat)
    count = fill_now(seat)
    told = ngettext("Done: %(n)s thing at once.", "Done: %(n)s things at once.", count) % {"n": count}
    return _answer(request, seat, told if count else _("There was nothing for them to do."))


@require_POST
@seat_required(FACILITATOR)
def leader(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show, once, a link to one's own seat among the leaders."""
    _require_rehearsal(seat)
    address = absolute("link", join_as_leader(seat))
    facts = {"seat": seat, "workshop": seat.workshop, "address": address}
    return render(request, "workshop/rehearsals/seat.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """End a rehearsal for good, after a pause for thought."""
    _require_rehearsal(seat)
    if request.method == "POST":
        end_rehearsal(seat)
        messages.success(request, _("The rehearsal is over, and everything in it is gone."))
        return redirect("home")
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("End the rehearsal?"),
        "text": _(
            "Everything in it is deleted for good, also what you, or people who joined you, wrote in it. "
            "No real workshop changes."
        ),
        "button": _("End the rehearsal"),
        "ends": True,
        "back_url": reverse("rehearsal", kwargs={"slug": seat.workshop.slug}),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def _begun(begin: Callable[[], Seat]) -> HttpResponse:
    try:
        return redirect("overview", slug=begin().workshop.slug)
    except (Seat.DoesNotExist, ValueError) as wrong:
        raise Http404(_("There is no such form.")) from wrong


def _uid(request: HttpRequest) -> uuid.UUID:
    return uuid.UUID(request.POST.get("uid", ""))


def _require_rehearsal(seat: Seat) -> None:
    if not seat.workshop.is_rehearsal:
        raise Http404(_("This workshop is no rehearsal."))


def _answer(request: HttpRequest, seat: Seat, told: str = "") -> HttpResponse:
    """Answer a press with the strip, or without scripts with the page that it was on."""
    if request.headers.get("HX-Request"):
        return _strip(request, seat, told)
    if told:
        messages.success(request, told)
    return redirect(next_in(request, seat.workshop, "overview"))


def _strip(request: HttpRequest, seat: Seat, told: str = "") -> HttpResponse:
    workshop = seat.workshop
    workshop.look_again()
    facts = {"seat": seat, "workshop": workshop, "doing": doing_now(workshop), "told": told}
    facts["next_page"] = request.POST.get("next") or reverse("overview", kwargs={"slug": workshop.slug})
    return render(request, "workshop/rehearsals/_strip.html", facts)
