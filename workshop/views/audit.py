"""The audit for its facilitators: who saw and took what."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from workshop.models import Audit, Seat, Workshop
from workshop.models.audit_lines import host_lines, labels_of

from .access import FACILITATOR, seat_required
from .audit_words import said

A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One line, in words."""

    who: str
    says: str
    at: datetime | None


@require_safe
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the audit, newest first, a page at a time; below the first page, what was done to the server."""
    workshop, labels = seat.workshop, labels_of(seat.workshop)
    found: Page[Audit] = Paginator(workshop.audit.order_by("-n"), A_PAGE).get_page(request.GET.get("page"))
    server = host_lines() if found.number == 1 else []
    facts = {
        "seat": seat,
        "workshop": workshop,
        "found": found,
        "lines": [_line(workshop, each, labels, seat) for each in found],
        "server": [_line(workshop, each, labels, seat) for each in server],
    }
    return render(request, "workshop/audit/page.html", facts)


def _line(workshop: Workshop, line: Audit, labels: dict[str, str], seat: Seat) -> Line:
    who = labels.get(line.who) or (_("Somebody who is no longer here") if line.who else "")
    if line.who == seat.uid.hex:
        who = _("You")
    return Line(who or _("Whoever runs the server"), said(line, labels), workshop.local(line.at))
