"""Letters, as facilitators write them: one page for all, one for each."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.auditing import note_seen
from workshop.actions.letters import begin_letter, edit_letter, remove_letter
from workshop.actions.letters.sending import address_of, send_trial
from workshop.exports.letters import example_copy
from workshop.exports.letters.mail import has_calendar
from workshop.forms.letters import LetterForm
from workshop.models import Invalid, Letter, Refusal, Seat, Stale
from workshop.models.letter_words import MEANS, subject_of, subject_values, values_for, words_for
from workshop.models.posted import (
    lines_of,
    offers,
    shown,
    subjects_of,
    tallies_of,
    tally_of,
    told_before,
    wordings_of,
)
from workshop.models.recipients import groups_for

from .access import FACILITATOR, seat_required
from .letter_state import state_of
from .two import decided_form
from .uids import uid_in

LINES = 50


@require_safe
@seat_required(FACILITATOR)
def letters(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what can be written, and what went to how many."""
    workshop = seat.workshop
    gone, values = list(workshop.letters.exclude(pressed_at=None)), subject_values(workshop, seat, seat)
    said, tallies = subjects_of(gone), tallies_of(gone, timezone.now())
    for each, tally in tallies.items():
        said.setdefault(each.pk, subject_of(each, values) if tally.waiting else each.subject)
    sent = [(each, said[each.pk], tally) for each, tally in tallies.items()]
    facts = {
        "seat": seat,
        "workshop": workshop,
        "offers": offers(workshop),
        "told": None if workshop.is_closed else told_before(workshop),
        "sent": sent,
    }
    return render(request, "workshop/letters/list.html", facts | state_of(workshop))


@require_POST
@seat_required(FACILITATOR)
def letter_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Begin a letter, or go on with the one of its kind that nobody got yet."""
    try:
        uid = uuid.UUID(request.POST.get("uid", ""))
    except ValueError:
        uid = uuid.uuid4()
    begun = begin_letter(seat, request.POST.get("kind", ""), uid)
    return redirect("letter", slug=seat.workshop.slug, uid=begun.uid)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def letter(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show one letter: its words, how it reaches people, and who got it; change its words.

    Each button beside the boxes saves what is in them first: then nothing is tried or sent that is not seen.
    ``keep`` decides between two versions of the words.
    """
    known = letter_of(seat, uid)
    saved = {"subject": known.subject, "body": known.body}
    if request.method != "POST":
        return _page(request, seat, known, LetterForm(initial=saved | {"rev": known.rev}))
    form = LetterForm(decided_form(request.POST, saved, "body", ("body",)))
    if not form.is_valid():
        return _page(request, seat, known, form, status=422)
    try:
        edit_letter(seat, known, **form.cleaned_data)
    except (Invalid, Stale) as refusal:
        known = letter_of(seat, uid)
        _explain(form, refusal, known)
        theirs = known if isinstance(refusal, Stale) else None
        return _page(request, seat, known, form, status=refusal.status, theirs=theirs)
    return _saved(request, seat, known)


@require_POST
@seat_required(FACILITATOR)
def trial(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Send a copy of a letter as it stands to the facilitator who asks."""
    return _try(request, seat, letter_of(seat, uid))


@require_safe
@seat_required(FACILITATOR)
def log(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Return the part that says what became of each copy, for a page that looks again."""
    return render(request, "workshop/letters/_log.html", _log(request, seat, letter_of(seat, uid)))


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Throw away a letter that nobody got."""
    if known := seat.workshop.letters.filter(uid=uid).first():
        remove_letter(seat, known)
    messages.success(request, _("The letter is thrown away. Nobody got it."))
    return redirect("letters", slug=seat.workshop.slug)


def letter_of(seat: Seat, uid: uuid.UUID) -> Letter:
    """Return a letter of the workshop of a seat.

    Raises:
        Http404: there is none.
    """
    found = seat.workshop.letters.filter(uid=uid).first()
    if found is None:
        raise Http404(_("There is no such letter. It may have been thrown away."))
    found.workshop = seat.workshop
    return found


def _saved(request: HttpRequest, seat: Seat, known: Letter) -> HttpResponse:
    """Go on with a letter whose words are saved, as the button says: ``then``."""
    then, place = request.POST.get("then", ""), {"slug": seat.workshop.slug, "uid": known.uid}
    if then == "people":
        whom = urlencode({"whom": request.POST.get("whom", "")})
        return redirect(f"{reverse('letter-sending', kwargs=place)}?{whom}")
    if then == "trial":
        try:
            return _try(request, seat, known)
        except Refusal as refusal:
            messages.error(request, refusal.message)
    elif not known.is_sent:
        messages.success(request, _("The letter is saved. Nobody got it so far."))
    return redirect("letter", **place)


def _try(request: HttpRequest, seat: Seat, known: Letter) -> HttpResponse:
    send_trial(seat, known, uid_in(request.POST.get("trial", "")))
    messages.success(request, _("A trial copy is on its way to you alone. It leaves within a minute."))
    return redirect("letter", slug=seat.workshop.slug, uid=known.uid)


def _explain(form: LetterForm, refusal: Refusal, known: Letter) -> None:
    field = str(refusal.data.get("field", ""))
    form.add_error(field if field in form.fields else None, refusal.message)
    # Whatever else is wrong, another's words may wait behind it, not seen by now.
    if isinstance(refusal, Stale):
        form.put("rev", known.rev)


def _page(request: HttpRequest, seat: Seat, known: Letter, form: LetterForm, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    values = values_for(known, seat, seat, _("https://… (their own)"))
    words = [{"word": each, "means": MEANS[each], "example": values[each]} for each in words_for(known.kind)]
    facts = {
        "form": form,
        "words": words,
        "copy": example_copy(known, seat, seat),
        "wordings": wordings_of(known),
        "calendar": has_calendar(known.kind, seat.workshop),
        "groups": groups_for(known),
        "whom": request.POST.get("whom", ""),
        "mine": address_of(seat),
        "trial": uuid.uuid4(),
        "trials": known.posts.filter(seat=seat).exclude(trial=None).order_by("-pk")[:1],
    }
    page = facts | more | _log(request, seat, known) | state_of(seat.workshop)
    return render(request, "workshop/letters/letter.html", page, status=status)


def _log(request: HttpRequest, seat: Seat, known: Letter) -> dict[str, Any]:
    if known.is_sent:
        note_seen(seat, "people")
    now = timezone.now()
    page = Paginator(lines_of(known), LINES).get_page(request.GET.get("page"))
    rows = {"page": page, "rows": [shown(each, now) for each in page], "tally": tally_of(known, now)}
    return {"seat": seat, "workshop": seat.workshop, "letter": known} | rows
