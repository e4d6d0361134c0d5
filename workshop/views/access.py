"""Who sits here. Every look-up of a page starts from the seat that this decorator finds."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.live.watched import watched
from workshop.models import Forbidden, Link, Refusal, Round, Seat, Workshop
from workshop.models.chairing import require_leading
from workshop.models.consents import needs_consent
from workshop.models.languages import speak_english
from workshop.models.passes import PASS_DAYS, has_left, pass_name, seat_for_pass, seat_for_user, write_pass

from .missing import NoSeat
from .refusals import refused

P = ParamSpec("P")
SeatView = Callable[Concatenate[HttpRequest, Seat, P], HttpResponseBase]
FACILITATOR = Seat.Role.FACILITATOR
ANYBODY = tuple(Seat.Role)


def seat_required(
    *roles: str, leads: bool = False, consent: bool = False
) -> Callable[[SeatView[P]], Callable[..., HttpResponseBase]]:
    """Find the seat of the browser in the workshop of the address and hand it to the view.

    The view gets ``(request, seat, **rest of the address)``. A stranger gets 404, a seat that may not 403,
    and a Refusal that the view lets through becomes a plain page (or JSON, or a fragment) with its status.

    Args:
        roles: the roles that may come in; any role if none is named.
        leads: whether the seat must lead the stage (a facilitator or the chair); who does not (any more) gets
            403 and is told who is in the chair.
        consent: whether a participant must first have agreed to take part.
    """

    def decorate(view: SeatView[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def seated(request: HttpRequest, *args: Any, slug: str, **kwargs: Any) -> HttpResponseBase:
            seat = _admitted(request, slug, roles, leads)
            try:
                if leads:
                    require_leading(seat, seat.workshop)
                asked = _ask_consent(request, seat) if consent else None
                return asked or view(request, seat, *args, **kwargs)
            except Refusal as refusal:
                return refused(request, refusal, seat=seat)
            except (DatabaseError, Workshop.DoesNotExist):
                require_still_there(seat)
                raise
            except Round.DoesNotExist:
                raise Http404(_("This round was removed meanwhile. Nothing was changed.")) from None

        return seated

    return decorate


def past_the_link(request: HttpRequest, seat: Seat) -> HttpResponse | None:
    """Return the way from a page of one's own answers to the room, once nobody's are known; else ``None``.

    Such a page would say that nothing was answered. What is sent to it is refused as after any close.
    """
    if seat.workshop.is_unlinked and request.method in ("GET", "HEAD"):
        return redirect("room", slug=seat.workshop.slug)
    return None


def require_still_there(seat: Seat) -> None:
    """Raise 404 if the person of a seat withdrew meanwhile, or the workshop was deleted under them.

    Raises:
        Http404: as for anybody whose link has ended.
    """
    if not seat.workshop.seats.filter(pk=seat.pk).exists():
        raise Http404(_("There is no such page, or your link to it has ended."))


def _admitted(request: HttpRequest, slug: str, roles: tuple[str, ...], leads: bool) -> Seat:
    seat = find_seat(request, slug, prefer_user=leads or roles == (FACILITATOR,))
    if roles and seat.role not in roles:
        raise PermissionDenied(_("Your seat in this workshop does not include this page."))
    return seat


def _ask_consent(request: HttpRequest, seat: Seat) -> HttpResponseBase | None:
    """Send a participant who has not agreed to take part to the information page; it leads back here."""
    if not needs_consent(seat):
        seat.has_agreed = True  # for the banner: it asks no second time
        return None
    page = reverse("consent", kwargs={"slug": seat.workshop.slug})
    if request.method not in ("GET", "HEAD"):
        raise Forbidden(
            _(
                "Before you go on, read the information about taking part, under “Your choices”, and answer "
                "what is asked there. Nothing was changed."
            ),
            page=page,
            link=_("Read it and answer"),
            unsaved=_(
                "Not saved yet: you are asked about taking part first. Your words are kept on this device."
            ),
        )
    return redirect(f"{page}?{urlencode({'next': request.path})}")


def find_seat(request: HttpRequest, slug: str, *, prefer_user: bool) -> Seat:
    """Return the seat of this browser in the workshop ``slug``.

    Args:
        prefer_user: whether a signed-in facilitator comes before a personal link: true on pages that only
            facilitators use, false on a leader's pages, so that one browser can try both.

    Raises:
        NoSeat: the browser has no seat there; 404, and the same if there is no such workshop.
    """
    seat = _first_seat(request, slug, prefer_user)
    if seat is None:
        if request.user.is_authenticated:
            speak_english()  # a facilitator, of another workshop
        withdrew = has_left(request.COOKIES.get(pass_name(slug)))
        raise (Http404 if withdrew else NoSeat)(_("There is no such page, or your link to it has ended."))
    if seat.is_facilitator:
        speak_english()
    if seat.workshop.is_rehearsal:
        watched.look(seat.workshop_id)
    request.seat = seat  # type: ignore[attr-defined]  # for templates: the masthead says whose seat it is
    return seat


def _first_seat(request: HttpRequest, slug: str, prefer_user: bool) -> Seat | None:
    def by_pass() -> Seat | None:
        return seat_for_pass(request.COOKIES.get(pass_name(slug)), slug)

    def by_user() -> Seat | None:
        return seat_for_user(request.user, slug)

    finders = (by_user, by_pass) if prefer_user else (by_pass, by_user)
    return next((seat for seat in (find() for find in finders) if seat), None)


def give_pass(response: HttpResponse, link: Link, *, secure: bool) -> None:
    """Set the cookie by which this browser keeps the seat of ``link``."""
    response.set_cookie(
        pass_name(link.seat.workshop.slug),
        write_pass(link),
        max_age=PASS_DAYS * 24 * 3600,
        httponly=True,
        samesite="Lax",
        secure=secure,
    )
