"""Links between cards, and where to start."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.ties import mark_start, remove_tie, restore_tie, tie_cards
from workshop.forms.ties import TieForm
from workshop.models import Refusal, Seat, Tie
from workshop.models.synthesis import synthesis_of
from workshop.models.tying import tieable

from .access import seat_required
from .synthesis import or_says_why


@require_safe
@seat_required(leads=True, consent=True)
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask which card bears on which, and why; the cards that were ticked are filled in."""
    return _page(request, seat, TieForm(None, tieable(synthesis_of(seat)), request.GET.getlist("card")))


def _page(request: HttpRequest, seat: Seat, form: TieForm, status: int = 200) -> HttpResponse:
    context = {"workshop": seat.workshop, "seat": seat, "form": form}
    return render(request, "workshop/ties/new.html", context, status=status)


@require_POST
@seat_required(leads=True, consent=True)
def ties(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Link two cards."""
    form = TieForm(request.POST, tieable(synthesis_of(seat)))
    if not form.is_valid():
        return _page(request, seat, form, 422)
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
        return _page(request, seat, form, refusal.status)
    messages.success(request, _("The two cards are linked."))
    return redirect(_place(seat))


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take a link away."""
    remove_tie(seat, _find(seat, uid))
    messages.success(request, _("The link is taken away. You can put it back."))
    return redirect(_place(seat))


@require_POST
@seat_required(leads=True, consent=True)
@or_says_why
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a link back."""
    restore_tie(seat, _find(seat, uid))
    messages.success(request, _("The link is back."))
    return redirect(_place(seat))


@require_POST
@seat_required(Seat.Role.PARTICIPANT, consent=True)
@or_says_why
def start(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Mark a card to start with, or take the mark away: ``start`` is yes or no."""
    found = get_object_or_404(seat.workshop.cards.with_words(), uid=card)
    mark_start(seat, found, request.POST.get("start") == "yes")
    return redirect(f"{_place(seat)}#starts")


def _find(seat: Seat, uid: uuid.UUID) -> Tie:
    return get_object_or_404(seat.workshop.ties.select_related("tail", "head"), uid=uid)


def _place(seat: Seat) -> str:
    return reverse("synthesis", kwargs={"slug": seat.workshop.slug})
