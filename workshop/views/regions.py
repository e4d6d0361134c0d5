"""The live regions over HTTP: for a page that missed a push, or whose socket is blocked."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from workshop.live.doors import audience_at, wall_for
from workshop.live.fragments import BESIDE, regions
from workshop.live.kept import Kept
from workshop.live.numbers import seq_of
from workshop.live.presence import here_now
from workshop.models import Seat, Workshop

from .access import FACILITATOR, seat_required

KEPT = Kept()


@require_GET
@seat_required(consent=True)
def room(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what participants see live."""
    return _regions(request, seat.workshop, audience_at("room", seat))


@require_GET
@seat_required(consent=True)
def pack(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what the pages beside the room show live: the way to it."""
    return _regions(request, seat.workshop, audience_at("pack", seat), BESIDE)


@require_GET
@seat_required(FACILITATOR)
def desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what facilitators see live at the desk."""
    return _regions(request, seat.workshop, audience_at("desk", seat))


@require_GET
@seat_required(consent=True)
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what the wall screen shows."""
    return _regions(request, seat.workshop, audience_at("screen", seat))


@require_GET
def wall(request: HttpRequest, secret: str) -> HttpResponse:
    """Return what the wall screen shows, to whoever has its link."""
    found = wall_for(secret)
    if found is None:
        raise Http404(_("There is no such page, or your link to it has ended."))
    workshop, place = found
    return _regions(request, workshop, place.audience)


def _regions(
    request: HttpRequest, workshop: Workshop, audience: str | None, names: Iterable[str] | None = None
) -> HttpResponse:
    """Answer with all fragments or those named; with 204 if the page holds the newest number (``?seq=``)."""
    if audience is None:
        raise Http404
    # The number first: what changes while the regions are read is then told again, not missed.
    seq = seq_of(workshop.pk, audience)
    if request.GET.get("seq") == str(seq):
        response = HttpResponse(status=204)
    else:
        # Who is here is told without a number, so it is part of the key.
        key = (workshop.slug, audience, names and tuple(names), seq, here_now(workshop.pk))
        response = HttpResponse(KEPT.get(key, lambda: "".join(regions(workshop, audience, names).values())))
    response["X-Roundel-Seq"] = str(seq)
    return response
