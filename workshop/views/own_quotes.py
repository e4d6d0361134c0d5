"""Your quotes: the speaker sees each as it will appear, and accepts it, changes its words or refuses it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.quotes import answer_quote
from workshop.models import Refusal, Seat, Workshop
from workshop.models.after_close import later_answers
from workshop.models.quoted import Line, asked_quotes, lines_of

from .access import seat_required
from .autosave import read_rev


@require_safe
@seat_required(consent=True)
def own_quotes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the quotes that one was asked to check."""
    return _page(request, seat)


@require_POST
@seat_required(consent=True)
def quote_answer(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take the answer to one's own quote; nobody else's can be found."""
    quote, sent = get_object_or_404(asked_quotes(seat), uid=uid), request.POST
    state, words = sent.get("answer", ""), sent.get("words", "")
    try:
        answer_quote(seat, quote, state=state, words=words, rev=read_rev(sent.get("rev", "")))
    except Refusal as refusal:
        return _page(request, seat, (quote.uid, words, refusal))
    messages.success(request, _kept(seat))
    return redirect("own-quotes", slug=seat.workshop.slug)


def _kept(seat: Seat) -> str:
    if seat.is_participant and seat.workshop.promise == Workshop.Promise.UNLINKED:
        return _("Your answer is kept. You can change it here until the workshop closes.")
    return _("Your answer is kept. You can change it here at any time.")


def _page(
    request: HttpRequest, seat: Seat, refused: tuple[uuid.UUID, str, Refusal] | None = None
) -> HttpResponse:
    lines = [_row(each, refused) for each in lines_of(seat.workshop, asked_quotes(seat))]
    later = later_answers(seat.workshop) if seat.is_participant else []
    facts = {"seat": seat, "workshop": seat.workshop, "lines": lines, "refused": refused, "later": later}
    return render(request, "workshop/quotes/own.html", facts, status=refused[2].status if refused else 200)


def _row(line: Line, refused: tuple[uuid.UUID, str, Refusal] | None) -> dict[str, object]:
    mine = refused if refused and refused[0] == line.quote.uid else None
    typed = mine[1] if mine else line.quote.words
    return {"line": line, "quote": line.quote, "typed": typed, "wrong": mine[2].message if mine else ""}
