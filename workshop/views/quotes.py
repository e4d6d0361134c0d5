"""Quotes for the paper, as facilitators mark, send and follow them."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.quotes import edit_quote, export_unchecked, remove_quote, send_quote, write_quote
from workshop.forms.quotes import QuoteForm, SendForm
from workshop.models import Invalid, Quote, Refusal, Seat
from workshop.models.after_close import quoted_now
from workshop.models.audiences import FACILITATORS, known_as
from workshop.models.once import together
from workshop.models.quotable import Quotable, Source, attribution_for
from workshop.models.quoted import Line, line_of, quotes_by_source, quotes_in

from .access import FACILITATOR, seat_required
from .autosave import read_rev
from .seen import note_packs_seen

PAGE = 50


@require_safe
@seat_required(FACILITATOR)
def quotes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every quote, how far its check is, and whether it is in the file."""
    with together(seat.workshop):
        lines = [{"line": each, "by": _speaker(each.source, seat)} for each in quotes_in(seat.workshop)]
        brought = seat.workshop.brought_quotes.all()
        facts = _facts(seat, lines=lines, brought=brought, of_nobody=_of_nobody(seat))
    return render(request, "workshop/quotes/list.html", facts)


@require_safe
@seat_required(FACILITATOR)
def words(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show everything that can be quoted, with how its author allows it."""
    with together(seat.workshop):
        quotable = Quotable(seat.workshop)
        quotes = quotes_by_source(quotable)
        rows = [
            {"source": each, "allowance": quotable.allowance(each), "by": _speaker(each, seat)}
            | {"quotes": quotes.get(each.key)}
            for each in quotable.sources
        ]
        page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        facts = _facts(seat, rows=page, of_nobody=_of_nobody(seat))
    return render(request, "workshop/quotes/words.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def quote_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Mark words as a quote."""
    quotable, of = Quotable(seat.workshop), request.POST.get("of") or request.GET.get("of", "")
    source = quotable.source_named(of)
    if source is None:
        raise Http404(_("These words are no longer there."))
    allowance = quotable.allowance(source)
    first = {"text": source.text, "attribution": attribution_for(source, allowance)}
    form = QuoteForm(request.POST if request.method == "POST" else None, initial=first)
    line, beside = Line(Quote(), source, allowance), quotes_by_source(quotable).get(source.key)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        sent = {name: form.cleaned_data[name] for name in ("uid", "text", "attribution")}
        try:
            quote = write_quote(seat, source, **sent)
            messages.success(request, _("The quote is kept. Send it to be checked, or leave it for later."))
            return redirect("quote", slug=seat.workshop.slug, uid=quote.uid)
        except Refusal as refusal:
            status = _explain(form, refusal)
    return _page(request, seat, line, form, status=status, quotes=beside)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def quote(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show one quote; change its words or its attribution."""
    line = line_of(_found(seat, uid))
    known = line.quote
    first = {"text": known.text, "attribution": known.attribution, "uid": known.uid, "rev": known.rev}
    form = QuoteForm(request.POST if request.method == "POST" else None, initial=first)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        sent = {name: form.cleaned_data[name] for name in ("rev", "text", "attribution")}
        try:
            edit_quote(seat, known, **sent)
            messages.success(request, _("The quote is saved."))
            return redirect("quote", slug=seat.workshop.slug, uid=uid)
        except Refusal as refusal:
            status = _explain(form, refusal)
    return _page(request, seat, line, form, status=status)


@require_POST
@seat_required(FACILITATOR)
def sending(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Ask the speaker to check a quote."""
    known, form = _found(seat, uid), SendForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("Write the day as day, month and year, or leave it out. Nothing was sent."))
    sent = form.cleaned_data
    send_quote(seat, known, rev=sent["rev"], until=sent["until"])
    messages.success(request, _("It stands on their own page now. Tell them that it waits there."))
    return redirect("quote", slug=seat.workshop.slug, uid=uid)


@require_POST
@seat_required(FACILITATOR)
def release(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Let a quote into the file, marked as not checked, or keep it out again."""
    rev, wanted = read_rev(request.POST.get("rev", "")), request.POST.get("wanted") == "yes"
    export_unchecked(seat, _found(seat, uid), rev=rev, wanted=wanted)
    return redirect("quote", slug=seat.workshop.slug, uid=uid)


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take a quote back; it can be put back."""
    remove_quote(seat, _found(seat, uid))
    messages.success(request, _("The quote is taken back. It stands at the end of the list."))
    return redirect("quotes", slug=seat.workshop.slug)


@require_POST
@seat_required(FACILITATOR)
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a quote back that was taken back."""
    remove_quote(seat, _found(seat, uid), removed=False)
    messages.success(request, _("The quote is back, as it was."))
    return redirect("quotes", slug=seat.workshop.slug)


def _found(seat: Seat, uid: uuid.UUID) -> Quote:
    return get_object_or_404(seat.workshop.quotes.select_related("workshop"), uid=uid)


def _of_nobody(seat: Seat) -> list[str]:
    """Return what may be quoted of words that nobody is known to have written; empty while they are known."""
    return quoted_now(seat.workshop) if seat.workshop.is_unlinked else []


def _speaker(source: Source | None, seat: Seat) -> str:
    return known_as(source.seat if source else None, seat.workshop, FACILITATORS)


def _facts(seat: Seat, **more: Any) -> dict[str, Any]:
    note_packs_seen(seat)
    return {"seat": seat, "workshop": seat.workshop, **more}


def _explain(form: QuoteForm, refusal: Refusal) -> int:
    field = str(refusal.data.get("field", ""))
    form.add_error(field if field in form.fields else None, refusal.message)
    if "rev" in refusal.data:
        form.put("rev", refusal.data["rev"])
    return refusal.status


def _page(
    request: HttpRequest, seat: Seat, line: Line, form: QuoteForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    known = line.quote
    facts = _facts(seat, line=line, quote=known, form=form, by=_speaker(line.source, seat), **more)
    facts["sending"] = SendForm(initial={"until": known.until, "rev": known.rev})
    return render(request, "workshop/quotes/quote.html", facts, status=status)
