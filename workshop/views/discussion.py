"""Saying something about a card, changing it, taking it back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.discussion import edit_remark, post_remark
from workshop.actions.taking_back import withdraw_remark
from workshop.live.now import look
from workshop.models import Card, Refusal, Remark, Seat, Stale
from workshop.models.audiences import audience_of, readable_remarks

from .access import seat_required
from .autosave import read_rev
from .mine import Typed, answer, mine_of, own_part
from .refusals import wants_json
from .two import decided


@require_POST
@seat_required(consent=True)
def discussion(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Say something about a card: JSON with one's own part as it is now, or back to the room."""
    about = get_object_or_404(seat.workshop.cards.with_words(), uid=card)
    sent = request.POST
    typed = Typed(body=sent.get("body", ""), kind=sent.get("kind", ""), uid=sent.get("uid", ""), card=about)
    typed.reply_to = _parent(seat, sent.get("reply_to", ""))
    try:
        _post(seat, about, typed)
    except Refusal as refusal:
        if wants_json(request):
            raise
        typed.message = refusal.message
        return answer(request, seat, typed, refusal.status)
    return _posted(request, seat, about)


def _post(seat: Seat, card: Card, typed: Typed) -> Remark:
    try:
        uid = uuid.UUID(typed.uid)
        return post_remark(seat, card, typed.body, uid=uid, kind=typed.kind, reply_to=typed.reply_to)
    except (ValueError, Remark.DoesNotExist) as wrong:
        raise Http404(_("There is no such form.")) from wrong


def _parent(seat: Seat, sent: str) -> Remark | None:
    if not sent:
        return None
    try:
        uid = uuid.UUID(sent)
    except ValueError as wrong:
        raise Http404(_("There is no such comment.")) from wrong
    return get_object_or_404(readable_remarks(seat.workshop, audience_of(seat)), uid=uid)


def _posted(request: HttpRequest, seat: Seat, card: Card) -> HttpResponse:
    """Say where the comment is, if that is not a card of the group that the stage shows now."""
    says = _("Your comment is with the group.")
    seat.workshop.refresh_from_db(fields=["step"])
    if card.number is None or look(seat.workshop).card != card:
        says = _where(card)
    if wants_json(request):
        html = render_to_string("workshop/room/_mine.html", mine_of(seat), request)
        return JsonResponse({"html": html, "said": says})
    messages.success(request, says)
    return redirect("room", slug=seat.workshop.slug)


def _where(card: Card) -> str:
    if card.number is None:
        says = _("Card “%(title)s” was taken back while you wrote. Your comment is kept with it.")
        return says % {"title": card.title}
    return _("Your comment is with card %(label)s: %(title)s.") % {"label": card.label, "title": card.title}


@require_POST
@seat_required(consent=True)
def remark(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Change one's own comment; ``keep`` decides between two versions of it."""
    own = own_remark(seat, uid)
    body, sent_rev = request.POST.get("body", ""), request.POST.get("rev", "")
    typed = Typed(body=body, editing=str(uid), card=own.card)
    try:
        edit_remark(seat, own, decided(request.POST, "body", own.body), read_rev(sent_rev))
    except Refusal as refusal:
        if wants_json(request):
            raise
        typed.message, typed.theirs = refusal.message, str(refusal.data.get("theirs", ""))
        typed.rev = own_remark(seat, uid).rev if isinstance(refusal, Stale) else own.rev
        return answer(request, seat, typed, refusal.status)
    says = _("Your comment is saved.")
    if wants_json(request):
        return JsonResponse({"said": says})
    return _settled(request, seat, own, says, saved=str(uid))


@require_POST
@seat_required(consent=True)
def withdrawal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take one's own comment back, after a pause for thought."""
    own = own_remark(seat, uid, withdrawn=True)
    if request.POST.get("confirmed"):
        withdraw_remark(seat, own)
        return _settled(request, seat, own, _("Your comment is taken back."))
    return ask_before(request, seat, reverse("room", kwargs={"slug": seat.workshop.slug}))


def ask_before(request: HttpRequest, seat: Seat, back_url: str) -> HttpResponse:
    """Ask once more before a comment is taken back."""
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Take this comment back?"),
        "text": _("Its words are erased for good, from every page and every export. Replies to it stay."),
        "button": _("Take it back"),
        "back_url": back_url,
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def own_remark(seat: Seat, uid: uuid.UUID, *, withdrawn: bool = False) -> Remark:
    """Return a comment that this seat made in the discussion, or raise 404."""
    found = seat.remarks.filter(prompt=None).select_related("card")
    return get_object_or_404(found if withdrawn else found.filter(withdrawn_at=None), uid=uid)


def _settled(request: HttpRequest, seat: Seat, remark: Remark, says: str, saved: str = "") -> HttpResponse:
    place = reverse("remark", kwargs={"slug": seat.workshop.slug, "uid": remark.uid})
    if request.headers.get("HX-Request"):
        return own_part(request, seat, Typed(saved=saved, says=says, arrived=place))
    messages.success(request, says, extra_tags=place)
    return redirect("room", slug=seat.workshop.slug)
