"""The information about taking part, once it was changed: asking everybody again because of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.sheets import ask_anew
from workshop.models import Seat

from .access import FACILITATOR, seat_required
from .autosave import read_rev


@require_POST
@seat_required(FACILITATOR)
def asking(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask everybody again because of a change that was saved before, after a pause for thought."""
    version = read_rev(request.POST.get("version", ""))
    if request.POST.get("confirmed"):
        ask_anew(seat, version)
        messages.success(request, _("Everybody is asked again about version %(n)s.") % {"n": version})
        return redirect(f"{reverse('setup', kwargs={'slug': seat.workshop.slug})}#sheet")
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Ask everybody again about version %(n)s?") % {"n": version},
        "text": asks(),
        "button": _("Ask everybody again"),
        "fields": [("version", version)],
        "back_url": reverse("setup", kwargs={"slug": seat.workshop.slug}),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def asks() -> str:
    """Return what asking everybody again does, in plain words."""
    return _(
        "Whoever agreed before reads the information as it is now, and answers again before they go on. What "
        "they wrote stays, and so does a no. This cannot be taken back."
    )
