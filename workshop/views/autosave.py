"""The contract of a field that saves as it is typed: what comes in, and what is answered."""

import re
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.models import Invalid, Seat

from .refusals import wants_json

REV = re.compile(r"[0-9]{1,9}")


def read_rev(sent: str) -> int:
    """Return the rev that words are based on.

    Raises:
        Invalid: it is no number.
    """
    if not REV.fullmatch(sent):
        raise Invalid(_("This page is out of date. Copy what you wrote, load the page again, and paste it."))
    return int(sent)


def saved(
    request: HttpRequest, seat: Seat, place: str, *, rev: int, at: datetime, **more: Any
) -> HttpResponse:
    """Answer that words are saved: JSON for the browser's module, else back to their place in the pack.

    Args:
        place: the id of the box on the pack's page.
        at: when they were saved.
        more: what a choice between two versions answers: the words as they are now.
    """
    if wants_json(request):
        return JsonResponse({"rev": rev, "saved_at": at.isoformat(), **more})
    return redirect(f"{reverse('pack', kwargs={'slug': seat.workshop.slug})}#{place}")
