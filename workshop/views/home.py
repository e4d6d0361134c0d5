"""The first page: what Roundel is, or the workshops that somebody facilitates."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workshop.models.languages import speak_english
from workshop.models.progress import workshops_of

from .ledger import lines_of
from .offers import ready_offers


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show a signed-in facilitator the list of workshops; everybody else what this is and the ways in."""
    if isinstance(request.user, AnonymousUser):
        return render(request, "workshop/home/welcome.html")
    speak_english()
    lines = lines_of(request.user, list(workshops_of(request.user)))
    return render(request, "workshop/home/page.html", {"lines": lines, "ready": ready_offers()})
