"""Links between cards, and where to start."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.ties import mark_start, remove_tie, restore_tie, tie_cards
from workshop.forms.ties import TieForm
from workshop.models import Refusal, Seat, Tie
from workshop.models.synthesis import synthesis_of
from workshop.models.tying import tieable

from .access import seat_required
from .synthesis import synthesis_page


@require_POST
@seat_required(leads=True, consent=True)
def ties(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Link two cards."""
    form = TieForm(request.POST, tieable(synthesis_of(seat)))
    if not form.is_valid():
        return synthesis_page(request, seat, tie_form=form)
    try:
        tie_cards(
            seat,
            form.chosen("tail"),
            form.chosen("head"),
            form.cleaned_data["reason"],
            uid=form.cleaned_data["uid"],
        )
    except Tie.DoesNotExist as gone:
        raise Http404(_("There is no such form.")) from gone
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return synthesis_page(request, seat, tie_form=form, status=refusal.status)
    messages.success(request, _("The two cards are linked."))
    return redirect(_place(seat, "ties"))


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take a link away."""
    remove_tie(seat, _find(seat, uid))
    messages.success(request, _("The link is taken away. You can put it back."))
    return redirect(_place(seat, "ties"))


@require_POST
@seat_required(leads=True, consent=True)
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a link back."""
    try:
        restore_tie(seat, _find(seat, uid))
    except Refusal as refusal:
        return synthesis_page(request, seat, refusal)
    messages.success(request, _("The link is back."))
    return redirect(_place(seat, "ties"))


@require_POST
@seat_required(Seat.Role.PARTICIPANT, consent=True)
def start(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Mark a card to start with, or take the mark away: ``start`` is yes or no."""
    found = get_object_or_404(seat.workshop.cards.with_words(), uid=card)
    try:
        mark_start(seat, found, request.POST.get("start") == "yes")
    except Refusal as refusal:
        return synthesis_page(request, seat, refusal)
    return redirect(_place(seat, "starts"))


def _find(seat: Seat, uid: uuid.UUID) -> Tie:
    return get_object_or_404(seat.workshop.ties.select_related("tail", "head"), uid=uid)


def _place(seat: Seat, place: str) -> str:
    return f"{reverse('synthesis', kwargs={'slug': seat.workshop.slug})}#{place}"
