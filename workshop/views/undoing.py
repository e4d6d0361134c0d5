"""A change of cards taken back, or made again: one press, and a word of why for those who have one."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.undoing import undo_change
from workshop.models import Change, Refusal, Seat, Stale
from workshop.models.lineage import lineage_of

from .access import seat_required
from .autosave import read_rev
from .synthesis import Unsent, synthesis_page


@require_POST
@seat_required(leads=True, consent=True)
def undoing(request: HttpRequest, seat: Seat, n: int) -> HttpResponse:
    """Take a change back, or make it again; a reason that is refused stays in its box."""
    reason = request.POST.get("reason", "")
    try:
        uid, head = _uid(request.POST.get("uid", "")), read_rev(request.POST.get("head", ""))
        change = undo_change(seat, n, uid=uid, head=head, reason=reason)
    except Change.DoesNotExist as gone:
        raise Http404(_("There is no such change.")) from gone
    except Refusal as refusal:
        wrong = refusal.message if refusal.data.get("field") else ""
        return synthesis_page(request, seat, refusal, Unsent(n, reason, wrong))
    _first, again = lineage_of(seat.workshop).first(change.n)
    said = _("Change %(n)s is made again.") if again else _("Change %(n)s is taken back.")
    page = reverse("synthesis", kwargs={"slug": seat.workshop.slug})
    messages.success(request, said % {"n": n}, extra_tags=f"{page}undoing/{n}")
    return redirect(page)


def _uid(sent: str) -> uuid.UUID:
    try:
        return uuid.UUID(sent)
    except ValueError as wrong:
        raise Stale(_("This form is damaged. Load the page again, then try once more.")) from wrong
