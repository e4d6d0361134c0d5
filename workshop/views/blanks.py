"""Blank cards: saved as they are typed, removed, put back, and chosen between when there are two versions."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.blank_words import BlankWords, words_of
from workshop.actions.blanks import remove_blank, restore_blank, save_blank
from workshop.actions.copies import choose_copy
from workshop.models import Card, Seat, Stale

from .access import seat_required
from .autosave import read_rev, saved

PARTICIPANT = Seat.Role.PARTICIPANT
FIELDS = ("title", "summary", "rephrases")


@require_POST
@seat_required(PARTICIPANT, consent=True)
def blank(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Save one blank card."""
    written = save_card(seat, card, read_words(request, card), read_rev(request.POST.get("rev", "")))
    return saved(request, seat, f"box-{card}", rev=written.rev, at=timezone.now())


@require_POST
@seat_required(PARTICIPANT, consent=True)
def removal(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Remove a blank card, after a pause for thought."""
    own = own_card(seat, card)
    back = f"{reverse('pack', kwargs={'slug': seat.workshop.slug})}#blank"
    if request.POST.get("confirmed"):
        remove_blank(seat, own)
        return redirect(back)
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Remove your blank card %(label)s?") % {"label": own.label},
        "text": _("It leaves your pack and your sort. Its words are kept, so you can put it back."),
        "button": _("Remove it"),
        "back_url": back,
    }
    return render(request, "workshop/parts/_confirm.html", facts)


@require_POST
@seat_required(PARTICIPANT, consent=True)
def restoration(request: HttpRequest, seat: Seat, card: uuid.UUID) -> HttpResponse:
    """Put a removed blank card back."""
    back = restore_blank(seat, own_card(seat, card))
    return redirect(f"{reverse('pack', kwargs={'slug': seat.workshop.slug})}#box-{back.uid}")


@require_POST
@seat_required(PARTICIPANT, consent=True)
def copy(request: HttpRequest, seat: Seat, card: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """Choose between what a blank card says and a copy of it."""
    keep, rev = request.POST.get("keep", ""), read_rev(request.POST.get("rev", ""))
    try:
        chosen = choose_copy(seat, own_card(seat, card), own_card(seat, copy), keep, rev)
    except Stale as stale:
        stale.data["resolve"] = request.path
        raise
    words = words_of(chosen)
    values = {f"{name}-{card}": getattr(words, name) for name in FIELDS}
    return saved(request, seat, f"box-{card}", rev=chosen.rev, at=timezone.now(), values=values)


def own_card(seat: Seat, uid: uuid.UUID) -> Card:
    """Return a card that this seat proposed, or raise 404."""
    return get_object_or_404(seat.workshop.cards, uid=uid, proposer=seat)


def read_words(request: HttpRequest, uid: uuid.UUID) -> BlankWords:
    """Return what was typed on one blank card."""
    return BlankWords(**{name: request.POST.get(f"{name}-{uid}", "") for name in FIELDS})


def save_card(seat: Seat, uid: uuid.UUID, words: BlankWords, rev: int) -> Card:
    """Save one blank card; a Stale refusal also says where the choice is made.

    Raises:
        Refusal: as ``save_blank`` does. Http404: the uid is somebody else's.
    """
    try:
        return save_blank(seat, uid, rev, words)
    except Card.DoesNotExist:
        raise Http404 from None
    except Stale as stale:
        where = {"slug": seat.workshop.slug, "card": uid, "copy": stale.data["copy"]}
        stale.data["resolve"] = reverse("pack-blank-copy", kwargs=where)
        raise
