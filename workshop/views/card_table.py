"""Cards from a table: looked at as they will be, then brought in, all of them or none."""

import csv
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.cards import MOST_CARDS, require_editable
from workshop.actions.several_cards import write_cards
from workshop.forms.tables import TableForm
from workshop.imports.cards import COLUMNS, Found, cards_of
from workshop.imports.tables import Sent, table_of_file, table_of_text
from workshop.models import Refusal, Seat, Stale
from workshop.models.setup import print_of

from .access import FACILITATOR, seat_required

NAMED = 20  # of the things that are wrong


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def card_table(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask for a table, show the cards in it, and bring them in once that was seen."""
    require_editable(seat.workshop)
    if request.method != "POST":
        return _page(request, seat, TableForm())
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    try:
        sent = _sent(form)
        found = cards_of(sent.text)
        if not _is_sure(request, form) or found.wrong or not found.cards:
            return _preview(request, seat, form, sent, found)
        made = write_cards(seat, form.cleaned_data["uid"], found.cards)
    except Refusal as refusal:
        return _refused(request, seat, form, refusal)
    says = ngettext("%(n)s card is brought in.", "%(n)s cards are brought in.", len(made))
    messages.success(request, says % {"n": len(made)})
    return redirect("cards", slug=seat.workshop.slug)


@require_safe
@seat_required(FACILITATOR)
def card_table_file(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Hand out a table with the names of the columns and nothing else."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="cards.csv"'
    csv.writer(response).writerow(COLUMNS)
    return response


def _sent(form: TableForm) -> Sent:
    """Return the table of a form: of its file, or else of its box."""
    if file := form.cleaned_data["file"]:
        return table_of_file(file.read())
    return table_of_text(form.cleaned_data["text"])


def _is_sure(request: HttpRequest, form: TableForm) -> bool:
    """Whether the button beside the preview was pressed, and what it showed is what came."""
    return "bring" in request.POST and form.is_seen and not form.cleaned_data["file"]


def _refused(request: HttpRequest, seat: Seat, form: TableForm, refusal: Refusal) -> HttpResponse:
    says = refusal.message
    if isinstance(refusal, Stale):
        form.put("uid", uuid.uuid4())
        says = _(
            "Cards came in from this page already, in other words. To add these too, look at them again."
        )
        form.put("looked", "")
    form.add_error("file" if form.cleaned_data["file"] else "text", says)
    return _page(request, seat, form, status=refusal.status)


def _preview(request: HttpRequest, seat: Seat, form: TableForm, sent: Sent, found: Found) -> HttpResponse:
    """Show what becomes of a table; the box has its text, also if it came as a file."""
    there = seat.workshop.cards.all().live().count()
    wrong = found.wrong or _too_few_or_many(there, len(found.cards))
    form.put("text", sent.text)
    form.put("looked", print_of(sent.text))
    facts = {
        "found": found,
        "wrong": wrong[:NAMED],
        "wrong_more": max(0, len(wrong) - NAMED),
        "notes": sent.notes,
        "numbered": list(enumerate(found.cards[:MOST_CARDS], start=there + 1)),
    }
    response = _page(request, seat, form, **facts, status=422 if wrong else 200)
    response.heard = bool(form.cleaned_data["file"])  # type: ignore[attr-defined]  # what was typed is not taken yet
    return response


def _too_few_or_many(there: int, n: int) -> list[str]:
    """Return why so many cards cannot be added to those of the pack."""
    over = there + n - MOST_CARDS
    if not n:
        return [_("There is no card in this table: nothing stands below the names of its columns.")]
    if over <= 0:
        return []
    says = _(
        "A pack holds at most %(most)s cards. This one has %(there)s, and the table %(n)s: take %(over)s out."
    )
    return [says % {"most": MOST_CARDS, "there": there, "n": n, "over": over}]


def _page(request: HttpRequest, seat: Seat, form: TableForm, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    facts = {"seat": seat, "workshop": seat.workshop, "form": form, "columns": COLUMNS, **more}
    return render(request, "workshop/cards/table.html", facts, status=status)
