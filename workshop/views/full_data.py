"""Who may take files with names."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.full_data import give_full_data
from workshop.models import Seat
from workshop.models.full_data import require_giving, what_it_adds

from .access import FACILITATOR, seat_required
from .person import seat_of


@require_POST
@seat_required(FACILITATOR)
def full_data(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Give a facilitator the right to full data, after a pause for thought, or take it away."""
    other, given = seat_of(seat, uid), request.POST.get("given") == "yes"
    if given and not request.POST.get("confirmed"):
        require_giving(seat, other)
        return render(request, "workshop/parts/_confirm.html", _question(seat, other))
    give_full_data(seat, other, given=given)
    messages.success(request, _told(given, own=other == seat) % {"name": other.name})
    return redirect("people", slug=seat.workshop.slug)


def _told(given: bool, *, own: bool) -> str:
    if own:
        return _("You may take files with names.") if given else _("You take files without names.")
    return _("%(name)s may take files with names.") if given else _("%(name)s takes files without names.")


def _question(seat: Seat, other: Seat) -> dict[str, object]:
    own = other == seat
    title = _("Give yourself the right to names?") if own else _("Give %(name)s the right to names?")
    noted = _(
        "It is noted under “Who saw and took what”. You can take the right away again, but not "
        "what was taken with it."
    )
    return {
        "seat": seat,
        "workshop": seat.workshop,
        "title": title % {"name": other.name},
        "text": f"{what_it_adds(seat.workshop)} {noted}",
        "button": _("Take names") if own else _("Let them take names"),
        "fields": [("given", "yes")],
        "back_url": reverse("people", kwargs={"slug": seat.workshop.slug}),
    }
