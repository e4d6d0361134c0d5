"""What a form for somebody without a device comes to: back to its page, or what was refused at its part."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from workshop.actions.proxy_rights import require_proxy
from workshop.models import Refusal, Seat

from .proxy_page import page_for
from .proxy_sent import Sent


def done_for(
    request: HttpRequest, seat: Seat, other: Seat, part: str, act: Callable[[], str]
) -> HttpResponse:
    """Act and come back to the page; what was refused stands at its part, with what was typed.

    Args:
        act: does it and returns the sentence that says so, with ``%(name)s`` for the person.
    """
    try:
        says = act()
    except Refusal as refusal:
        seat.workshop.refresh_from_db()  # what was open may have closed after it was read
        other.workshop = seat.workshop
        require_proxy(seat, other, agreed=False)
        context = page_for(seat, other, Sent(part, request.POST, refusal))
        return render(request, "workshop/proxy/page.html", context, status=refusal.status)
    messages.success(request, says % {"name": other.name})
    return redirect("proxy", slug=seat.workshop.slug, uid=other.uid)


def uid_in(sent: str) -> uuid.UUID:
    """Return the uid that a form sent, or raise 404."""
    try:
        return uuid.UUID(sent)
    except ValueError as wrong:
        raise Http404(_("There is no such thing in this workshop.")) from wrong
