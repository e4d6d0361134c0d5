"""What a facilitator enters for a person without a device: one page, and a form for each thing."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.proxy import record_consents, say_for
from workshop.actions.proxy_finish import finish_for
from workshop.actions.proxy_rights import require_proxy
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.actions.taking_back import withdraw_remark_for
from workshop.models import Closed, Invalid, Remark, Seat
from workshop.models.consent_lines import answers_in
from workshop.models.consents import asked_of

from .access import FACILITATOR, seat_required
from .autosave import read_rev
from .discussion import ask_before
from .people import FILTER_FROM, page_of
from .person import seat_of
from .proxy_done import done_for, uid_in
from .proxy_pack import save_pack
from .proxy_page import page_for
from .proxy_rounds import enter_round, name_of
from .questions import question_of
from .rounds import round_of


@require_safe
@seat_required(FACILITATOR)
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show for whom answers can be entered, a page at a time; of nobody whether they have answered."""
    wanted, seats = request.GET.get("q", "").strip(), seat.workshop.seats.answering()
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "people": page_of(seats, wanted, request.GET.get("page", "1")),
        "wanted": wanted,
        "filters": seats.count() > FILTER_FROM,
    }
    return render(request, "workshop/proxy/people.html", facts)


@require_safe
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show what can be entered for a person now."""
    other = seat_of(seat, uid)
    require_proxy(seat, other, agreed=False)
    return render(request, "workshop/proxy/page.html", page_for(seat, other))


@require_POST
@seat_required(FACILITATOR)
def consent(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Record what a person agrees to, item by item."""
    other = seat_of(seat, uid)
    answers = answers_in(asked_of(other), request.POST.dict())

    def act() -> str:
        if seat.workshop.is_closed and False not in answers.values():
            raise Invalid(_("Tick what they take back. Nothing was changed."))
        record_consents(seat, other, answers, closed="closed" in request.POST)
        return _("What %(name)s said is recorded.")

    return done_for(request, seat, other, "consent", act)


@require_POST
@seat_required(FACILITATOR)
def ballot(request: HttpRequest, seat: Seat, uid: uuid.UUID, number: int) -> HttpResponse:
    """Enter what they answer in a round: in a poll, a card sort beside the pack, or a spectrum."""
    other, round = seat_of(seat, uid), round_of(seat, number)
    if round.is_pack:
        raise Http404(_("The pack has a form of its own."))

    def act() -> str:
        if not enter_round(seat, other, round, request.POST):
            raise Invalid(
                _("Nothing was entered: the form says nothing new. Enter first what they say of a card.")
            )
        return _("The answer of %(name)s is in.")

    return done_for(request, seat, other, name_of(round), act)


@require_POST
@seat_required(FACILITATOR)
def pack(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter the comments and the card sort of a pack."""
    other = seat_of(seat, uid)

    def act() -> str:
        save_pack(seat, other, request.POST)
        if "asks-whole" in request.POST:
            try:
                finish_for(seat, other, is_whole="whole" in request.POST)
            except Closed:  # between the two; what was saved is not called refused
                return _(
                    "The pack of %(name)s is saved. Whether it is finished stays as it was: it has closed."
                )
        if "whole" in request.POST:
            return _("The pack of %(name)s is saved, and finished.")
        return _("The pack of %(name)s is saved.")

    return done_for(request, seat, other, "pack", act)


@require_POST
@seat_required(FACILITATOR)
def answer(request: HttpRequest, seat: Seat, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Enter what they answer to a question."""
    other, prompt, sent = seat_of(seat, uid), question_of(seat, question), request.POST

    def act() -> str:
        how = {"replaces": "replaces" in sent, "late": "late" in sent}
        said = enter_answer(seat, other, prompt, sent.get("body", ""), seen=sent.get("seen", ""), **how)
        return _("The answer of %(name)s is in.") if said.body else _("The answer of %(name)s is taken away.")

    return done_for(request, seat, other, f"answer-{question}", act)


@require_POST
@seat_required(FACILITATOR)
def assent(request: HttpRequest, seat: Seat, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Enter what they say to the text that the group agrees on."""
    other, prompt, sent = seat_of(seat, uid), question_of(seat, question), request.POST

    def act() -> str:
        rev = read_rev(sent.get("rev", ""))
        enter_assent(seat, other, prompt, **_word(sent), rev=rev)
        return _("What %(name)s says to the text is in.")

    return done_for(request, seat, other, f"assent-{question}", act)


@require_POST
@seat_required(FACILITATOR)
def stance(request: HttpRequest, seat: Seat, uid: uuid.UUID, proposal: uuid.UUID) -> HttpResponse:
    """Enter what they answer to a change of cards that is before the group."""
    other, asked = seat_of(seat, uid), get_object_or_404(seat.workshop.proposals, uid=proposal)

    def act() -> str:
        enter_stance(seat, other, asked, **_word(request.POST))
        return _("The answer of %(name)s is in.")

    return done_for(request, seat, other, f"stance-{proposal}", act)


def _word(sent: QueryDict) -> dict[str, Any]:
    """Return a choice with a word of why, and what its page rested on."""
    words = {name: sent.get(name, "") for name in ("answer", "why", "seen")}
    return {**words, "replaces": "replaces" in sent}


@require_POST
@seat_required(FACILITATOR)
def remark(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Enter what a person says in the discussion of a card."""
    other, sent = seat_of(seat, uid), request.POST
    about = get_object_or_404(seat.workshop.cards.with_words(), uid=uid_in(sent.get("about", "")))

    def act() -> str:
        try:
            new = uid_in(sent.get("uid", ""))
            say_for(seat, other, about, sent.get("body", ""), uid=new, kind=sent.get("kind", ""))
        except Remark.DoesNotExist as wrong:
            raise Http404(_("There is no such form.")) from wrong
        return _("The comment of %(name)s is with the group.")

    return done_for(request, seat, other, "remark", act)


@require_POST
@seat_required(FACILITATOR)
def remark_withdrawal(request: HttpRequest, seat: Seat, uid: uuid.UUID, remark: uuid.UUID) -> HttpResponse:
    """Take back a comment that one entered for them, after a pause for thought. Of others it says nothing."""
    other = seat_of(seat, uid)
    entered = get_object_or_404(other.remarks, uid=remark, prompt=None, proxy=seat)
    if not request.POST.get("confirmed"):
        return ask_before(request, seat, reverse("proxy", kwargs={"slug": seat.workshop.slug, "uid": uid}))

    def act() -> str:
        withdraw_remark_for(seat, other, entered)
        return _("The comment that you entered for %(name)s is taken back.")

    return done_for(request, seat, other, "remark", act)
