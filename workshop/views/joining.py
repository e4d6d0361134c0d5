"""Joining by code and name, and the page that gives people their personal link to keep."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from config.site import absolute
from workshop.actions.inviting import Invited
from workshop.actions.joining import find_by_code, join_by_code, tidy_code
from workshop.actions.links import find_link
from workshop.forms.joining import JoinForm
from workshop.models import Refusal, Seat

from .access import give_pass, seat_required
from .languages import settle_language
from .links import seated_here
from .throttle import Throttle

# A thousand people behind one address mistype now and then; nobody mistypes as often as this.
SLIPS = Throttle("join-slips", pair="30/15 minutes")
GUESSES = Throttle("join-guesses", pair="600/15 minutes")
# While guesses come in from everywhere, an address has only a few.
EVERYWHERE = Throttle("join-everywhere", pair="100000/hour", account="2000/hour")
FEW = Throttle("join-few", pair="10/hour")
# One wrong code is one guess, however often it comes: a room that was read out a wrong one guesses nothing.
SAME = Throttle("join-same", pair="1/15 minutes")
KEPT_FOR = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for code and name; give a seat with a personal link to keep."""
    if request.method != "POST":
        return _page(request, JoinForm())
    form = JoinForm(request.POST)
    if minutes := _must_wait(request):
        form.add_error("code", _too_many(minutes))
        return _page(request, form, status=429)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        return _joined(request, form)
    except Refusal as refusal:
        return _refused(request, form, refusal)


def _joined(request: HttpRequest, form: JoinForm) -> HttpResponse:
    code, name = form.cleaned_data["code"], form.cleaned_data["name"]
    workshop = find_by_code(code)
    here = seated_here(request, workshop)
    if here and not form.cleaned_data["another"]:
        facts = {"here": here, "form": form, "workshop": workshop}
        return render(request, "workshop/joining/already.html", facts)
    invited = join_by_code(code, name, form.cleaned_data["token"])
    return _welcomed(request, invited)


def _welcomed(request: HttpRequest, invited: Invited) -> HttpResponse:
    """Set the pass, and hand the new link to the welcome page in a cookie of its own: no row holds it."""
    link, slug = find_link(invited.secret), invited.seat.workshop.slug
    path = reverse("welcome", kwargs={"slug": slug})
    answer = redirect(path)
    if link:
        give_pass(answer, link, secure=settings.SECURE)
        settle_language(request, answer, invited.seat)
    answer.set_cookie(
        "keep", invited.secret, KEPT_FOR, path=path, httponly=True, samesite="Lax", secure=settings.SECURE
    )
    return answer


def _refused(request: HttpRequest, form: JoinForm, refusal: Refusal) -> HttpResponse:
    field, code = refusal.data.get("field"), form.cleaned_data["code"]
    form.add_error("code" if field == "code" else "name", refusal.message)
    status = refusal.status
    if field == "code" and status == 422:
        status = _count_wrong_code(request, code)
    form.renew()
    return _page(request, form, status=status)


def _count_wrong_code(request: HttpRequest, code: str) -> int:
    if not SAME.wait(request, tidy_code(code)):
        SAME.failed(request, tidy_code(code))
        for throttle in (SLIPS, GUESSES, FEW):
            throttle.failed(request)
        EVERYWHERE.failed(request, "all")
    return 429 if SLIPS.wait(request) else 422


def _must_wait(request: HttpRequest) -> int:
    """Return for how many minutes no code is looked at from this address; 0 where they are."""
    return GUESSES.wait(request) or (FEW.wait(request) and EVERYWHERE.wait(request, "all"))


def _too_many(minutes: int) -> str:
    return ngettext(
        "Too many wrong codes came from where you are. Wait %(n)s minute, then try again.",
        "Too many wrong codes came from where you are. Wait %(n)s minutes, then try again.",
        minutes,
    ) % {"n": minutes}


def _page(request: HttpRequest, form: JoinForm, *, status: int = 200) -> HttpResponse:
    return render(request, "workshop/joining/page.html", {"form": form}, status=status)


@require_safe
@seat_required()
def welcome(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show somebody who has just joined their personal link, for as long as the cookie keeps it."""
    secret = request.COOKIES.get("keep", "")
    found = find_link(secret) if secret else None
    own = found is not None and found.seat_id == seat.pk
    facts = {"seat": seat, "workshop": seat.workshop, "address": absolute("link", secret) if own else ""}
    return render(request, "workshop/joining/welcome.html", facts)
