"""Personal links. GET shows whose it is and changes nothing, since mail scanners open links; POST uses it."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.links import find_link, take_seat
from workshop.models import Closed, Link, Seat, User, Workshop
from workshop.models.passes import pass_name, seat_for_pass, seat_for_user

from .access import give_pass
from .languages import settle_language

PERSONAL = (Link.Purpose.COPY, Link.Purpose.MAIL, Link.Purpose.CODE, Link.Purpose.QR)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show whose personal link it is; take the seat."""
    found = _found(secret, PERSONAL)
    if not found.is_valid:
        return _ended(request, found)
    if request.method != "POST":
        return render(request, "workshop/links/page.html", _facts(request, found))
    try:
        take_seat(found)
    except Closed:
        return _ended(request, found)
    says = _("You are in, as %(name)s. This browser remembers you for this workshop.")
    messages.success(request, says % {"name": found.seat.name})
    answer = redirect("workshop", slug=found.seat.workshop.slug)
    give_pass(answer, found, secure=settings.SECURE)
    settle_language(request, answer, found.seat)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def staff(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign the facilitator of a demonstration in, once."""
    found = _found(secret, (Link.Purpose.DEMO,))
    if found.used_at and request.user == _user_of(found):
        return redirect("overview", slug=found.seat.workshop.slug)
    if not found.is_valid or found.used_at:
        return _ended(request, found)
    if request.method != "POST":
        return render(request, "workshop/links/staff.html", _facts(request, found))
    try:
        take_seat(found)
    except Closed:
        return _ended(request, found)
    login(request, _user_of(found), backend=BACKEND)
    return redirect("overview", slug=found.seat.workshop.slug)


def _found(secret: str, purposes: tuple[str, ...]) -> Link:
    found = find_link(secret)
    if found is None or found.purpose not in purposes or not _may_sign_in(found):
        raise Http404(_("No such link."))
    return found


def _user_of(found: Link) -> User | None:
    return found.seat.person.user if found.seat.person else None


def _may_sign_in(found: Link) -> bool:
    """Whether a sign-in link belongs to a demonstration and to a user that can sign in no other way."""
    if found.purpose != Link.Purpose.DEMO:
        return True
    user = _user_of(found)
    demo = found.seat.workshop.purpose == Workshop.Purpose.DEMO
    return bool(demo and user and not user.has_usable_password() and not user.is_staff)


def _facts(request: HttpRequest, found: Link) -> dict[str, object]:
    here = seated_here(request, found.seat.workshop)
    other = here if here and here.pk != found.seat_id else None
    return {"link": found, "owner": found.seat, "workshop": found.seat.workshop, "here": here, "other": other}


def seated_here(request: HttpRequest, workshop: Workshop) -> Seat | None:
    """Return the seat this browser has already in the workshop: by its pass, else by its user."""
    passed = seat_for_pass(request.COOKIES.get(pass_name(workshop.slug)), workshop.slug)
    return passed or seat_for_user(request.user, workshop.slug)


def _ended(request: HttpRequest, found: Link) -> HttpResponse:
    return render(request, "workshop/links/ended.html", {"link": found}, status=410)
