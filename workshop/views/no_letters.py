"""Asking for no letters, by the address that stands in each. GET shows and POST does: scanners open links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from workshop.actions.letters.no_letters import want_letters
from workshop.models.no_letters import seat_of_token


@csrf_exempt  # a mail program sends the POST by itself, without a cookie (RFC 8058); the word is the right
@require_http_methods(["GET", "HEAD", "POST"])
def no_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Show whether somebody gets letters about a workshop; change it."""
    seat = seat_of_token(token)
    if seat is None or seat.person is None:
        raise Http404(_("There is no such page. It may be that your letters have ended by themselves."))
    if request.method == "POST":
        want_letters(seat, wanted=request.POST.get("wanted") == "yes")
        seat.person.refresh_from_db()  # and no redirect: mail programs follow none after a POST
    # The answer to a press is the page of this address, so one may come back to it.
    facts = {"owner": seat, "workshop": seat.workshop, "ended": seat.person.no_letters_at, "comes_back": True}
    return render(request, "workshop/letters/no_letters.html", facts)
