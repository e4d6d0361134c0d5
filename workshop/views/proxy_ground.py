"""Ground rules on the page where a facilitator enters for somebody: their agreement, and rules of theirs."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.proxy_ground import (
    add_rule_for,
    agree_for,
    take_agreement_back_for,
    withdraw_rule_for,
)
from workshop.models import GroundRule, Seat

from .access import FACILITATOR, seat_required
from .ground_rules import seen_in
from .person import seat_of
from .proxy_done import done_for, uid_in

PART = "ground"


@require_POST
@seat_required(FACILITATOR)
def agreement(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter that they agree to the rules that stood on the page, or (``back``) take that back."""
    other = seat_of(seat, uid)

    def act() -> str:
        if "back" in request.POST:
            take_agreement_back_for(seat, other)
            return _("It is taken back: what you entered does not count any more.")
        agree_for(seat, other, seen_in(request))
        return _("That %(name)s agrees is in. The group sees how many do, not who.")

    return done_for(request, seat, other, PART, act)


@require_POST
@seat_required(FACILITATOR)
def rules(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter a ground rule of theirs."""
    other, sent = seat_of(seat, uid), request.POST

    def act() -> str:
        try:
            add_rule_for(seat, other, sent.get("text", ""), uid=uid_in(sent.get("uid", "")))
        except GroundRule.DoesNotExist as wrong:
            raise Http404(_("There is no such form.")) from wrong
        return _("The ground rule of %(name)s is added.")

    return done_for(request, seat, other, PART, act)


@require_POST
@seat_required(FACILITATOR)
def withdrawal(request: HttpRequest, seat: Seat, uid: uuid.UUID, rule: uuid.UUID) -> HttpResponse:
    """Take back a ground rule that one entered for them, or (``back``) put it back."""
    other, restored = seat_of(seat, uid), "back" in request.POST
    entered: Any = get_object_or_404(other.ground_rules, uid=rule)

    def act() -> str:
        withdraw_rule_for(seat, other, entered, not restored)
        return _("The ground rule is back.") if restored else _("Taken back. You can put it back.")

    return done_for(request, seat, other, PART, act)
