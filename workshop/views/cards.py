"""The cards of a pack: written, changed, put in order, removed, all before anybody is asked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.cards import (
    MOST_CARDS,
    edit_card,
    place_card,
    remove_card,
    require_editable,
    write_card,
)
from workshop.forms.cards import WORDS, CardForm
from workshop.models import Card, Closed, Invalid, Refusal, Seat, Stale
from workshop.models.preparation import authors_under, note_authors

from .access import FACILITATOR, seat_required
from .two import decided_form


@require_safe
@seat_required(FACILITATOR)
def cards(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the cards, with what can be done to them, or why nothing can."""
    workshop = seat.workshop
    listed = list(workshop.cards.all().live().with_words())
    reason, pack = _why_not(seat), workshop.pack_round()
    authors = note_authors(workshop)
    for each in listed:
        each.noted = authors_under([each.pk], authors)  # type: ignore[attr-defined]  # for the template
    facts = {
        "seat": seat,
        "workshop": workshop,
        "cards": listed,
        "reason": reason,
        "full": len(listed) >= MOST_CARDS,
        "pack": pack,
        "can_take_back": bool(reason and pack and pack.may_go_back),
    }
    return render(request, "workshop/cards/page.html", facts)


def _why_not(seat: Seat) -> str:
    """Return why the cards cannot be changed now; empty if they can."""
    try:
        require_editable(seat.workshop)
    except Closed as refusal:
        return refusal.message
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def card_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Write one more card."""
    require_editable(seat.workshop)
    form = CardForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, seat, form, status=422 if form.is_bound else 200)
    try:
        write_card(seat, uid=form.cleaned_data["uid"], **form.words)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, seat, form, status=refusal.status)
    return _back(request, seat, _("“%(title)s” is added."), form.words["title"])


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def card(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Change the words of a card; ``keep`` decides between two versions of them."""
    found = _find(seat, uid)
    if request.method != "POST":
        require_editable(seat.workshop)
        return _page(request, seat, CardForm(initial={**_words(found), "uid": uid, "rev": found.rev}), found)
    form = CardForm(decided_form(request.POST, _words(found), "notes", ("summary", "notes")))
    if not form.is_valid():
        return _page(request, seat, form, found, status=422)
    try:
        edit_card(seat, found, form.cleaned_data["rev"], **form.words)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        found = _find(seat, uid)
        form.put("rev", found.rev)
        theirs = found if isinstance(refusal, Stale) else None
        return _page(request, seat, form, found, status=refusal.status, theirs=theirs)
    return _back(request, seat, _("“%(title)s” is saved."), form.words["title"])


@require_POST
@seat_required(FACILITATOR)
def card_position(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Put a card at another place."""
    found, wanted = _find(seat, uid), request.POST.get("position", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 4):
        raise Invalid(_("Choose a place for the card with the buttons beside it."))
    place_card(seat, found, int(wanted))
    return _back(request, seat, _("“%(title)s” has moved."), found.title, f"#card-{uid}")


@require_POST
@seat_required(FACILITATOR)
def card_removal(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Take a card out of the pack, when the person is sure."""
    found = _find(seat, uid)
    require_editable(seat.workshop)
    if request.POST.get("confirmed"):
        remove_card(seat, found)
        return _back(request, seat, _("“%(title)s” is removed."), found.title)
    return _ask(
        request,
        seat,
        title=_("Remove this card?"),
        text=_("“%(title)s” and its words are deleted. The other cards close up.") % {"title": found.title},
        button=_("Remove the card"),
    )


def _words(card: Card) -> dict[str, str]:
    return {name: getattr(card.words, name) for name in WORDS}


def _find(seat: Seat, uid: UUID) -> Card:
    return get_object_or_404(seat.workshop.cards.all().live().with_words(), uid=uid)


def _back(request: HttpRequest, seat: Seat, says: str, title: str, place: str = "") -> HttpResponse:
    """Go to the list, and say there what was done to a card."""
    messages.success(request, says % {"title": title})
    return redirect(_list(seat) + place)


def _list(seat: Seat) -> str:
    return reverse("cards", kwargs={"slug": seat.workshop.slug})


def _page(
    request: HttpRequest, seat: Seat, form: CardForm, found: Card | None = None, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    facts = {"seat": seat, "workshop": seat.workshop, "form": form, "card": found, **more}
    return render(request, "workshop/cards/card.html", facts, status=status)


def _ask(request: HttpRequest, seat: Seat, **words: str) -> HttpResponse:
    facts = {"seat": seat, "workshop": seat.workshop, "back_url": _list(seat), **words}
    return render(request, "workshop/parts/_confirm.html", facts)
