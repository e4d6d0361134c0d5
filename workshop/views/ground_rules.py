"""Ground rules: added, changed, taken back and put back by who wrote them, agreed to by each."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.ground_rules import (
    add_ground_rule,
    agree_to_ground_rules,
    edit_ground_rule,
    withdraw_ground_rule,
)
from workshop.models import GroundRule, Refusal, Seat, Stale
from workshop.models.chairing import has_voice

from .access import seat_required
from .autosave import read_rev
from .desk import desk_page
from .mine import Typed, answer, own_part
from .own_ground import taking_back
from .paths import next_in
from .two import decided


@require_POST
@seat_required(consent=True)
def rules(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Add a ground rule."""
    try:
        uid = uuid.UUID(request.POST.get("uid", ""))
    except ValueError as wrong:
        raise Http404(_("There is no such form.")) from wrong
    text = request.POST.get("text", "")
    typed = Typed(body=text, kind="ground", editing="ground")

    def add() -> None:
        try:
            add_ground_rule(seat, text, uid=uid)
        except GroundRule.DoesNotExist as wrong:
            raise Http404(_("There is no such form.")) from wrong

    return _done(request, seat, add, typed, _("The ground rule is added."), "ground")


@require_POST
@seat_required(consent=True)
def rule(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put one's own ground rule in other words; ``keep`` decides between two versions of it."""
    own, text = _own(seat, uid), request.POST.get("text", "")
    wanted = decided(request.POST, "text", own.text, between=" / ")
    rev = read_rev(request.POST.get("rev", ""))
    typed = Typed(body=text, kind="ground", editing=str(uid), rev=rev)
    says = _("The ground rule is changed.")
    return _done(request, seat, lambda: edit_ground_rule(seat, own, wanted, rev), typed, says, str(uid))


@require_POST
@seat_required(consent=True)
def withdrawal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take one's own ground rule back, or (``back``) put it back; who watches now is asked first."""
    own, restored = _own(seat, uid), "back" in request.POST
    speaks = has_voice(seat, seat.workshop)
    settled = own.withdrawn_at or seat.workshop.is_closed or "confirmed" in request.POST
    if not (speaks or restored or settled):
        return _asked(request, seat, own)
    taken = _("Taken back. You can put it back.") if speaks else _("The ground rule is taken back.")
    says = _("The ground rule is back.") if restored else taken
    return _done(
        request, seat, lambda: withdraw_ground_rule(seat, own, not restored), Typed(), says, str(uid)
    )


def _asked(request: HttpRequest, seat: Seat, own: GroundRule) -> HttpResponse:
    """Ask who watches; a page from when they led gets its own part anew, whose form asks."""
    if request.headers.get("HX-Request"):
        return own_part(request, seat)
    asks, back = taking_back(), next_in(request, seat.workshop, "room")
    context = {"seat": seat, "workshop": seat.workshop, **asks, "text": f"“{own.text}” {asks['text']}"}
    return render(request, "workshop/parts/_confirm.html", context | {"back_url": back})


@require_POST
@seat_required(consent=True)
def agreement(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Agree to the ground rules that stood on the page: ``seen`` is when the newest of them changed."""
    says = _("You agree. The group sees how many do, not who.")

    def agree() -> None:
        agree_to_ground_rules(seat, seen_in(request))

    return _done(request, seat, agree, Typed(), says, "agreed")


def seen_in(request: HttpRequest) -> datetime | None:
    """Return when the newest of the ground rules that a page showed had changed; ``None`` for no rules."""
    try:
        seen = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        return None
    return seen if seen and is_aware(seen) else None


def _on_desk(request: HttpRequest, seat: Seat) -> bool:
    """Whether a facilitator wrote it on the desk, which is then the answer."""
    return seat.is_facilitator and next_in(request, seat.workshop) == reverse(
        "desk", kwargs={"slug": seat.workshop.slug}
    )


def _own(seat: Seat, uid: uuid.UUID) -> GroundRule:
    return get_object_or_404(seat.ground_rules, uid=uid)


def _done(
    request: HttpRequest, seat: Seat, act: Callable[[], Any], typed: Typed, says: str, saved: str
) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        typed.message = refusal.message
        if isinstance(refusal, Stale) and "rev" in refusal.data:
            typed.rev, typed.theirs = int(str(refusal.data["rev"])), str(refusal.data["theirs"])
        if _on_desk(request, seat):
            seat.workshop.refresh_from_db()
            return desk_page(request, seat, refusal, ground=typed)
        return answer(request, seat, typed, refusal.status)
    if request.headers.get("HX-Request") and not _on_desk(request, seat):
        return own_part(request, seat, Typed(saved=saved, says=says, arrived=request.path))
    messages.success(request, says, extra_tags=request.path)
    return redirect(next_in(request, seat.workshop, "room"))
