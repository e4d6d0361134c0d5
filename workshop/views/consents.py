"""The information about taking part, and what people agree to."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.consents import answer_consents
from workshop.models import ConsentItem, Invalid, Seat
from workshop.models.audiences import promise_sentence
from workshop.models.consents import asked_of, has_declined
from workshop.models.proxy import agreements_of

from .access import seat_required
from .paths import next_in


@dataclass(frozen=True)
class Line:
    """One item on the page: what is asked, what was answered, and what is wrong with that."""

    item: ConsentItem
    given: bool | None
    wrong: str = ""

    @property
    def answer(self) -> str:
        """The radio button that is chosen: yes, no, or none."""
        return "" if self.given is None else ("yes" if self.given else "no")


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(Seat.Role.PARTICIPANT)
def consent(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the information and what is asked; take the answers and go on where the person was going."""
    if request.method != "POST":
        return _page(request, seat, [Line(item, given) for item, given in asked_of(seat)])
    given = _answers(request, seat)
    try:
        answer_consents(seat, given)
    except Invalid:
        return _page(request, seat, _wrong_lines(seat, given), status=422)
    if has_declined(seat):
        return redirect("consent", slug=seat.workshop.slug)
    messages.success(request, _("Your answers are kept."))
    return redirect(next_in(request, seat.workshop))


def _answers(request: HttpRequest, seat: Seat) -> dict[str, bool]:
    sent = {str(item.uid): request.POST.get(str(item.uid)) for item, _given in asked_of(seat)}
    return {uid: answer == "yes" for uid, answer in sent.items() if answer in ("yes", "no")}


def _wrong_lines(seat: Seat, given: dict[str, bool]) -> list[Line]:
    answers = [(item, given.get(str(item.uid))) for item, _was in asked_of(seat)]
    return [Line(item, now, _("Choose yes or no.") if now is None else "") for item, now in answers]


def _page(request: HttpRequest, seat: Seat, lines: list[Line], *, status: int = 200) -> HttpResponse:
    declined = any(line.item.required and line.given is False for line in lines)
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "lines": lines,
        "wrong": [line for line in lines if line.wrong],
        "declined": declined and status == 200,
        "answered": lines and all(line.given is not None for line in lines),
        "recorded": any(not each.is_own and each.given is not None for each in agreements_of(seat)),
        "promise": promise_sentence(seat.workshop),
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "workshop/consent/page.html", facts, status=status)
