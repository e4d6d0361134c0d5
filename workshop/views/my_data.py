"""What a workshop holds about a person: shown, taken along, and taken back for good."""

import re
import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.leftovers import backups_until, keeps_erased
from workshop.actions.own_data import take_own_data
from workshop.actions.withdrawing import require_withdrawable, withdraw
from workshop.forms.withdrawing import RecordedForm, WithdrawalForm
from workshop.models import Forbidden, Seat, Stale
from workshop.models.audiences import promise_parts
from workshop.models.needs import TEXT_COOKIE
from workshop.models.no_letters import token_of
from workshop.models.own_data import own_data
from workshop.models.own_words import own_words
from workshop.models.passes import has_left, pass_name
from workshop.models.quoted import to_check
from workshop.models.what_goes import ends_quotes, goes_print, what_goes, what_goes_of_them, what_went

from .access import FACILITATOR, seat_required
from .exports import send_file
from .person import seat_of

UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
STAYS = "stays"
SECONDS = 600  # until the next page has read it


@require_safe
@seat_required()
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what Roundel holds about whoever has this seat; offer it as a file, and to take it back."""
    facts: dict[str, object] = {"promise": promise_parts(seat.workshop), "why_not": _why_not(seat)}
    facts |= {"words": own_words(seat), "to_check": to_check(seat), "letters_word": token_of(seat)}
    return render(request, "workshop/my_data/page.html", _facts(seat) | facts)


@require_POST
@seat_required()
def file(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Send what Roundel holds about whoever has this seat. A POST, because it is written down."""
    return send_file(take_own_data(seat))


@require_http_methods(["GET", "HEAD", "POST"])
def withdrawal(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show what would go and what would stay; ask, ask again, then erase.

    Whoever presses twice has no seat at the second press: they are told that it is done.
    """
    if request.method == "POST" and has_left(request.COOKIES.get(pass_name(slug))):
        return _gone(slug, request.POST.get("left", ""), request.POST.get("stays") == STAYS)
    found: HttpResponseBase = _withdrawal(request, slug=slug)
    return found


@seat_required()
def _withdrawal(request: HttpRequest, seat: Seat) -> HttpResponse:
    require_withdrawable(seat)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("confirmed"):
        uid, stays = str(seat.uid), seat.workshop.is_unlinked
        try:
            withdraw(seat, agreed=request.POST["confirmed"])
        except Stale as refusal:
            return _ask(request, _own_question(seat), refusal)
        return _gone(seat.workshop.slug, uid, stays)
    if form.is_valid():
        return _ask(request, _own_question(seat))
    facts = _facts(seat) | {"form": form}
    return render(request, "workshop/my_data/withdrawal.html", facts, status=422 if form.errors else 200)


def _gone(slug: str, uid: str, stays: bool) -> HttpResponse:
    """Lead on to the page without a seat; a cookie of a moment tells the browser whose words it forgets.

    The form names its seat, because whoever presses twice may hear the second answer alone; and whether
    what was written ``stays``, because by then nothing of it can be looked up.
    """
    gone = redirect(f"{reverse('withdrawn')}{f'?{STAYS}' if stays else ''}")
    for name in (pass_name(slug), TEXT_COOKIE):
        gone.delete_cookie(name, samesite="Lax")
    if UID.fullmatch(uid):
        gone.set_cookie(f"left-{uid}", "1", max_age=SECONDS, samesite="Lax", secure=settings.SECURE)
    return gone


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """Say that it is done, to somebody who has no seat any more; of which workshop is not said."""
    facts = {"until": backups_until(), "went": what_went(stays=STAYS in request.GET)}
    return render(request, "workshop/my_data/withdrawn.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def recorded(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Record that somebody withdraws who asked for it; nothing here tells what they answered."""
    other = seat_of(seat, uid)
    require_withdrawable(other, seat)
    if other.withdrawn_at:
        messages.success(request, _("%(name)s has withdrawn already.") % {"name": other.name})
        return redirect("people", slug=seat.workshop.slug)
    form = RecordedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("confirmed"):
        try:
            withdraw(other, seat, agreed=request.POST["confirmed"])
        except Stale as refusal:
            return _ask(request, _last_question(seat, other), refusal)
        messages.success(request, _("It is done: %(name)s has withdrawn.") % {"name": other.pseudonym})
        return redirect("people", slug=seat.workshop.slug)
    facts = {"seat": seat, "workshop": seat.workshop, "other": other, "form": form, "until": backups_until()}
    facts |= {"goes": what_goes_of_them(seat.workshop), "waits": keeps_erased()}
    if form.is_valid():
        return _ask(request, _last_question(seat, other))
    return render(request, "workshop/my_data/recorded.html", facts, status=422 if form.errors else 200)


def _facts(seat: Seat) -> dict[str, object]:
    facts = {"seat": seat, "workshop": seat.workshop, "own": own_data(seat), "goes": what_goes(seat.workshop)}
    return facts | {"until": backups_until(), "backup_days": settings.BACKUP_DAYS, "waits": keeps_erased()}


def _why_not(seat: Seat) -> str:
    try:
        require_withdrawable(seat)
    except Forbidden as refusal:
        return refusal.message
    return ""


def _ask(request: HttpRequest, question: dict[str, object], refusal: Stale | None = None) -> HttpResponse:
    """Ask for the last time; where something else was asked before, say that nothing was erased yet."""
    facts = question | {"changed": refusal.message if refusal else "", "ends": True}
    return render(request, "workshop/parts/_confirm.html", facts, status=refusal.status if refusal else 200)


def _own_question(seat: Seat) -> dict[str, object]:
    ends = _("Your link to “%(title)s” stops working, and this cannot be undone.")
    says = [what_goes(seat.workshop), ends_quotes(seat.workshop), ends % {"title": seat.workshop.title}]
    return {
        "title": _("Withdraw, for good?"),
        "text": " ".join(filter(None, says)),
        "button": _("Withdraw and erase it"),
        "confirmed": goes_print(seat.workshop),
        "fields": [("sure", "on"), ("left", seat.uid), ("stays", STAYS if seat.workshop.is_unlinked else "")],
        "back_url": reverse("my-data", kwargs={"slug": seat.workshop.slug}),
        "seat": seat,
        "workshop": seat.workshop,
    }


def _last_question(seat: Seat, other: Seat) -> dict[str, object]:
    workshop = other.workshop
    return {
        "title": _("Does %(name)s withdraw, for good?") % {"name": other.name},
        "text": " ".join(filter(None, [what_goes_of_them(workshop), ends_quotes(workshop)])),
        "button": _("Erase it for good"),
        "confirmed": goes_print(workshop),
        "fields": [("sure", "on")],
        "back_url": reverse("person", kwargs={"slug": workshop.slug, "uid": other.uid}),
        "seat": seat,
        "workshop": workshop,
    }
