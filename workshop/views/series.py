"""The rounds of a workshop on one page, for who leads: each as it stands, one more added, one removed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.series import add_round, remove_round
from workshop.forms.series import RoundForm
from workshop.live.agenda import standing
from workshop.models import Refusal, Round, Seat
from workshop.models.series import series_of

from .access import seat_required
from .rounds import round_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(leads=True, consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the rounds in order; a POST adds one."""
    form = RoundForm(seat.workshop, request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return rounds_page(request, seat, form)
    if not form.is_valid():
        return rounds_page(request, seat, form, 422)
    try:
        round = add_round(seat, **form.cleaned_data)
    except Round.DoesNotExist as wrong:
        raise Http404(_("There is no such form.")) from wrong
    except Refusal as refusal:
        form.add_error(str(refusal.data["field"]) if "field" in refusal.data else None, refusal.message)
        return rounds_page(request, seat, form, refusal.status)
    seat.workshop.refresh_from_db()
    added = [_("Round %(n)s is added. Nobody is asked yet.") % {"n": round.number}]
    added += [standing(seat.workshop, step, _("Its step")) for step in round.steps.all()]
    messages.success(request, " ".join(added))
    return redirect("rounds", slug=seat.workshop.slug)


def rounds_page(
    request: HttpRequest,
    seat: Seat,
    form: RoundForm | None = None,
    status: int = 200,
    refused: dict[str, Any] | None = None,
) -> HttpResponse:
    """Answer with the page of rounds.

    Args:
        refused: ``number`` of the round whose rule was refused, the ``message``, and what was typed.
    """
    seat.workshop.refresh_from_db()
    facts = {"seat": seat, "workshop": seat.workshop, "lines": series_of(seat.workshop)}
    more = {"form": form or RoundForm(seat.workshop, None), "refused": refused}
    return render(request, "workshop/rounds/page.html", facts | more, status=status)


@require_POST
@seat_required(leads=True, consent=True)
def removal(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Remove a round that nobody has been asked yet."""
    remove_round(seat, round_of(seat, number))
    messages.success(request, _("Round %(n)s is removed. Nobody had been asked.") % {"n": number})
    return redirect("rounds", slug=seat.workshop.slug)
