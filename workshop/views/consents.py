"""The information about taking part, and what people agree to."""

from dataclasses import asdict, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.consents import answer_consents
from workshop.actions.sheets import note_day, note_sheet
from workshop.models import Invalid, Seat, Stale
from workshop.models.after_close import later_answers
from workshop.models.asked_anew import marked
from workshop.models.asked_twice import Question, left_by
from workshop.models.audiences import few_parts, promise_parts
from workshop.models.consent_lines import Line, answers_in, lines_for
from workshop.models.consents import asked_of, has_declined
from workshop.models.once import together
from workshop.models.proxy import agreements_of
from workshop.models.quoted import to_check
from workshop.models.sheets import sheets_of

from .access import seat_required
from .paths import next_in

NOT_AGAIN = ("csrfmiddlewaretoken", "confirmed")


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required()
def consent(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the information and what is asked; take the answers and go on where the person was going.

    Who takes no part has no such choices: what leads everybody in the room here leads them to their data.
    """
    if request.method == "POST":
        return _take(request, seat)
    if not seat.is_participant:
        return redirect("my-data", slug=seat.workshop.slug)
    with together(seat.workshop):
        return _page(request, seat, lines_for(seat, asked_of(seat)))


def _take(request: HttpRequest, seat: Seat) -> HttpResponse:
    given = answers_in(asked_of(seat), request.POST.dict())
    try:
        until, agreed = request.POST.get("until"), request.POST.get("confirmed", "")
        answer_consents(seat, given, sheet=_seen(request), until=until, agreed=agreed)
    except Stale as refusal:
        return _ask(request, seat, refusal, "consent")
    except Invalid:
        asked = [(item, given.get(str(item.uid))) for item, _was in asked_of(seat)]
        return _page(request, seat, [_checked(line) for line in lines_for(seat, asked)], status=422)
    if has_declined(seat):
        return redirect("consent", slug=seat.workshop.slug)
    messages.success(request, _("Your answers are kept."))
    return redirect(next_in(request, seat.workshop))


@require_POST
@seat_required(Seat.Role.PARTICIPANT)
def answer(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take one answer anew, at one press, and come back to the page."""
    given = answers_in(asked_of(seat), request.POST.dict())
    if not given:
        raise Invalid(_("There was no answer in that press. Nothing was changed."))
    agreed = request.POST.get("confirmed", "")
    try:
        stopped = answer_consents(seat, given, partly=True, sheet=_seen(request), agreed=agreed)
    except Stale as refusal:
        return _ask(request, seat, refusal, "consent-answer")
    messages.success(request, _kept(seat, stopped))
    return _back(request, seat)


def _kept(seat: Seat, stopped: bool) -> str:
    if stopped:
        return _("Kept. Nothing from this workshop is quoted in files that are made from now on.")
    if seat.workshop.is_unlinked:
        return _("Kept.")
    return _("Kept. It holds from now on, in every file that is made.")


def _ask(request: HttpRequest, seat: Seat, refusal: Stale, action: str) -> HttpResponse:
    """Ask once more, on a page of its own, before answers are taken that end more than they say.

    Whoever was asked something else before reads that nothing was changed, and what is asked now.
    """
    question = refusal.data.get("question")
    if not isinstance(question, Question):
        raise refusal
    agreed = bool(request.POST.get("confirmed"))
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        **asdict(question),
        "confirmed": question.print,
        "changed": refusal.message if agreed else "",
        "fields": [pair for pair in request.POST.items() if pair[0] not in NOT_AGAIN],
        "ends": True,
        "action": reverse(action, kwargs={"slug": seat.workshop.slug}),
        "back_url": _page_of(request, seat),
    }
    return render(request, "workshop/parts/_confirm.html", facts, status=refusal.status if agreed else 200)


@require_POST
@seat_required(Seat.Role.PARTICIPANT)
def reading(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take down that the person has read the information as it stands now, or the day of erasure."""
    if "until" in request.POST:
        note_day(seat, request.POST["until"])
        return redirect(next_in(request, seat.workshop))
    note_sheet(seat, _seen(request) or seat.workshop.sheet)
    return redirect(next_in(request, seat.workshop))


def _back(request: HttpRequest, seat: Seat) -> HttpResponse:
    return redirect(_page_of(request, seat))


def _page_of(request: HttpRequest, seat: Seat) -> str:
    page, onward = reverse("consent", kwargs={"slug": seat.workshop.slug}), _onward(request)
    return f"{page}?{urlencode({'next': onward})}" if onward else page


def _onward(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next", "")


def _seen(request: HttpRequest) -> int | None:
    """Return the version of the information that the page showed; ``None`` for nonsense."""
    sent = request.POST.get("sheet", "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 5 else None


def _checked(line: Line) -> Line:
    return line if line.answer else replace(line, wrong=_("Choose one of the answers."))


def _page(request: HttpRequest, seat: Seat, lines: list[Line], *, status: int = 200) -> HttpResponse:
    declined = any(line.required and line.answer == "no" for line in lines)
    sheets, lines = sheets_of(seat.workshop), marked(seat, lines)
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "lines": lines,
        "wrong": [line for line in lines if line.wrong],
        "open": [line for line in lines if line.why],
        "declined": left_by(seat) if declined and status == 200 else "",
        "answered": status == 200 and lines and all(line.answer for line in lines),
        "recorded": any(not each.is_own and each.given is not None for each in agreements_of(seat)),
        "promise": [*promise_parts(seat.workshop), *few_parts(seat.workshop)],
        "later": later_answers(seat.workshop),
        "next": _onward(request),
        "back": _page_of(request, seat),
        "onward": next_in(request, seat.workshop),
        "to_check": to_check(seat),
        "sheet": sheets[-1],
        "earlier": sheets[-2::-1],
    }
    return render(request, "workshop/consent/page.html", facts, status=status)
