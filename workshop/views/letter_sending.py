"""A letter is sent: to those chosen after one more look at them and at it, to one of them again."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.auditing import note_seen
from workshop.actions.letters.sending import send_again, send_letter, stop_letter
from workshop.exports.letters import example_copy
from workshop.exports.letters.mail import has_calendar
from workshop.models import Invalid, Letter, Refusal, Seat, Stale
from workshop.models.audiences import may_see_people_rows
from workshop.models.letter_doubts import doubts_about
from workshop.models.letter_words import require_known_dates
from workshop.models.letters import words_in
from workshop.models.recipients import TICKED, Recipients, groups_for, meant, recipients_of
from workshop.models.taking_part import declining, known_to_decline

from .access import FACILITATOR, seat_required
from .autosave import read_rev
from .letter_state import state_of
from .letters import letter_of
from .people import FILTER_FROM, page_of
from .uids import uid_in, uids_in


@require_safe
@seat_required(FACILITATOR)
def choice(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show everybody who takes part, to be ticked."""
    note_seen(seat, "people")
    workshop, wanted = seat.workshop, request.GET.get("q", "").strip()
    number, declined = request.GET.get("page", "1"), known_to_decline(workshop)
    people = page_of(workshop.seats.answering(), wanted, number, declined)
    facts = {
        "seat": seat,
        "workshop": workshop,
        "letter": letter_of(seat, uid),
        "people": people,
        "wanted": wanted,
        "filters": wanted or people.paginator.count > FILTER_FROM,
    }
    return render(request, "workshop/letters/choice.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def sending(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show a letter as it goes, who would get it and who would not; send it to those who were shown."""
    known = letter_of(seat, uid)
    if request.method != "POST":
        return _ask(request, seat, known)
    rev, whom = read_rev(request.POST.get("rev", "")), uids_in(request.POST.get("people", ""))
    try:
        count = send_letter(seat, known, rev=rev, whom=whom)
    except (Invalid, Stale) as refusal:
        return _ask(request, seat, letter_of(seat, uid), refusal)
    says = ngettext(
        "%(n)s letter waits its turn. Letters leave within a minute, one after another.",
        "%(n)s letters wait their turn. Letters leave within a minute, one after another.",
        count,
    )
    messages.success(request, says % {"n": count} if count else _("They all have it, or it is on its way."))
    return redirect("letter", slug=seat.workshop.slug, uid=uid)


@require_POST
@seat_required(FACILITATOR)
def again(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Send one copy again that did not go, or may not have gone."""
    if send_again(seat, letter_of(seat, uid), uid_in(request.POST.get("post", ""))):
        messages.success(request, _("It waits its turn once more."))
    else:
        messages.info(request, _("It is on its way already, or has gone. Nothing was changed."))
    return redirect("letter", slug=seat.workshop.slug, uid=uid)


@require_POST
@seat_required(FACILITATOR)
def stopping(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Take back the copies that wait."""
    count = stop_letter(seat, letter_of(seat, uid))
    says = ngettext("%(n)s letter stays here.", "%(n)s letters stay here.", count) % {"n": count}
    messages.success(request, says if count else _("None was waiting any more."))
    return redirect("letter", slug=seat.workshop.slug, uid=uid)


def _ask(request: HttpRequest, seat: Seat, known: Letter, refusal: Refusal | None = None) -> HttpResponse:
    note_seen(seat, "people")
    groups, whom = groups_for(known), request.GET.get("whom", "")
    ticked = uids_in(" ".join(request.GET.getlist("person")))
    if whom not in groups or (whom == TICKED and not ticked):
        if "choosing" in request.GET:
            messages.error(request, _("Tick at least one person. Nothing was sent."))
        return redirect("letter-choice", slug=seat.workshop.slug, uid=known.uid)
    found, stuck = recipients_of(known, meant(known, whom, ticked)), _wrong(known)
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "letter": known,
        "group": groups[whom],
        "found": found,
        "doubts": doubts_about(known, found.seats, timezone.now()) if found.seats else [],
        "people": " ".join(each.uid.hex for each in found.seats),
        "among": 0 if may_see_people_rows(seat.workshop) else declining(seat.workshop).count(),
        "stuck": stuck,
        "wrong": refusal.message if refusal else stuck,
    }
    page = facts | _example(seat, known, found) | state_of(seat.workshop)
    return render(request, "workshop/letters/sending.html", page, status=refusal.status if refusal else 200)


def _example(seat: Seat, known: Letter, found: Recipients) -> dict[str, Any]:
    """Return the letter as the first of those gets it who get it."""
    reader = found.seats[0] if found.seats else seat
    return {
        "reader": reader,
        "copy": example_copy(known, reader, seat),
        "calendar": has_calendar(known.kind, seat.workshop),
        "tells_left": "left" in words_in(known.body),
    }


def _wrong(known: Letter) -> str:
    """Return why a letter cannot go as it stands; empty if it can."""
    try:
        require_known_dates(known)
    except Refusal as refusal:
        return refusal.message
    return ""
