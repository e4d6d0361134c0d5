"""The consensus rule of a round, set from the page of rounds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.rules import set_rule
from workshop.models import Invalid, Refusal, Seat

from .access import seat_required
from .rounds import round_of
from .series import rounds_page


@require_POST
@seat_required(leads=True, consent=True)
def rule(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Set the rule, ``least`` of ``of`` in a ``zone``; if it is refused, its form stays filled in."""
    round = round_of(seat, number)
    typed = {name: request.POST.get(name, "") for name in ("least", "of", "zone")}
    try:
        least, of = _number(typed["least"]), _number(typed["of"])
        set_rule(seat, round, least=least, of=of, zone=typed["zone"])
    except Refusal as refusal:
        refused = {**typed, "number": number, "message": refusal.message}
        return rounds_page(request, seat, status=refusal.status, refused=refused)
    messages.success(request, _("The rule for round %(n)s is set, and everybody can see it.") % {"n": number})
    return redirect("rounds", slug=seat.workshop.slug)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise Invalid(_("Write a rule such as 4 of 5, in whole numbers."))
    return int(text)
