"""The live regions over HTTP: for a page that missed a push, or whose socket is blocked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from workshop.live.doors import Knock, audience_at, places_at, wall_for
from workshop.live.fragments import BESIDE, FRAGMENTS, render
from workshop.live.kept import Kept
from workshop.live.numbers import numbers_at, seq_of
from workshop.live.presence import here_now
from workshop.models import Seat, Workshop
from workshop.models.passes import pass_name

from .access import FACILITATOR, seat_required
from .put_off import PutOff, may_be_put_off
from .seen import note_packs_seen

KEPT = Kept()
SEQ = "X-Roundel-Seq"


class PutOffRegions(PutOff):
    """The regions for a page behind a door, which are to be given."""

    def __init__(self, door: str, request: HttpRequest, slug: str) -> None:
        super().__init__(request)
        self.door, self.slug = door, slug
        self.key = request.COOKIES.get(pass_name(slug), "")


@require_GET
@may_be_put_off("GET", partial(PutOffRegions, "room"))
@seat_required(consent=True)
def room(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what participants see live."""
    return _regions(request, seat.workshop, audience_at("room", seat))


@require_GET
@may_be_put_off("GET", partial(PutOffRegions, "pack"))
@seat_required(consent=True)
def pack(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what the pages beside the room show live: the way to it."""
    return _regions(request, seat.workshop, audience_at("pack", seat), BESIDE)


@require_GET
@seat_required(FACILITATOR)
def desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Return what facilitators see live at the desk."""
    note_packs_seen(seat)
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
    wanted = Wanted(workshop.pk, workshop.slug, audience, tuple(names) if names else None)
    # The number first: what changes while the regions are read is then told again, not missed.
    seq = seq_of(workshop.pk, audience)
    status, html = wanted.since(request.GET.get("seq", ""), seq)
    response = HttpResponse(html, status=status)
    response[SEQ] = str(seq)
    return response


@dataclass(frozen=True)
class Wanted:
    """The regions of one audience that a page shows: all, or those named."""

    workshop_id: int
    slug: str  # an id is given anew in a database that was emptied
    audience: str
    names: tuple[str, ...] | None = None

    def since(self, held: str, seq: int) -> tuple[int, str]:
        """Return the status and the content for a page that holds a number, when ``seq`` is the newest."""
        if held == str(seq):
            return 204, ""
        # Who is here is told without a number, so it is part of the key.
        return 200, KEPT.get((self, seq, here_now(self.workshop_id), get_language()), self._write)

    def _write(self) -> str:
        # Read afresh, after the number: what is older than it would not be told again.
        names = FRAGMENTS[self.audience] if self.names is None else self.names
        return render(self.workshop_id, {self.audience: names})[self.audience]


def answer_together(waiting: Iterable[PutOffRegions]) -> None:
    """Give regions to many who came by personal links at once: a few queries for each workshop.

    Whoever gets no ``answer`` here goes the long way, which says why.
    """
    knocks = {one: Knock(one.door, one.slug, one.key) for one in waiting if one.key}
    places = places_at(set(knocks.values()))
    numbers = numbers_at({(place.workshop_id, place.audience) for place in places.values()})
    for one, knock in knocks.items():
        if place := places.get(knock):
            seq = numbers[place.workshop_id, place.audience]
            names = BESIDE if one.door == "pack" else None
            wanted = Wanted(place.workshop_id, one.slug, place.audience, names)
            one.status_code, html = wanted.since(one.request.GET.get("seq", ""), seq)
            one.headers[SEQ] = str(seq)
            one.answer = one.say(html)
