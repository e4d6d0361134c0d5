"""What is not there, or not for this browser: where it has no seat, the way back in is said, and words kept.

The answer is the same whether there is such a workshop or not.
"""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .refusals import typed_in, wants_json


class NoSeat(Http404):
    """The browser has no seat at an address of a workshop, if there is such a workshop at all."""


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what is not found: in JSON and beside a press too, if the browser has no seat there."""
    no_seat = isinstance(exception, NoSeat)
    if no_seat and wants_json(request):
        return JsonResponse({"message": _says(), "state": "signed-out"}, status=404)
    words = typed_in(request.POST) if no_seat and request.method == "POST" else []
    page = render(request, "404.html", {"no_seat": no_seat, "words": words}, status=404)
    if no_seat and request.headers.get("HX-Request"):
        page.headers["X-Roundel-Refusal"] = quote(_says())  # read by elements/offline.js
    return page


def _says() -> str:
    return _(
        "You are signed out here. Open your personal link again (who facilitates signs in), in another tab: "
        "your words wait on this device."
    )
