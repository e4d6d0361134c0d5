"""What a live page starts from: its regions, the number they were read at, and where to hear what is next.

A view adds this to its context, puts the regions in as ``{{ regions.stage }}``, and includes
``workshop/live/_line.html`` once; `static/js/elements/live.js` does the rest.
"""

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from django.utils import timezone

from workshop.models import Seat, Workshop
from workshop.models.audiences import SCREEN
from workshop.models.once import once, together
from workshop.models.read_cards import cards_on_table

from .build import build
from .doors import audience_at
from .fragments import BESIDE, regions
from .looking import looked_in
from .numbers import seq_of


def live_page(seat: Seat, door: str, names: Collection[str] | None = None) -> dict[str, Any]:
    """Return the context of a live page for a seat at the door ``room``, ``pack``, ``desk`` or ``screen``.

    Args:
        names: the fragments that the page shows; all of the door by default.

    Returns:
        ``regions``, the audience's fragments by name, and ``live``, the attributes of ``_line.html``.

    Raises:
        KeyError: the door is shut for this seat; views ask `doors.audience_at` or `@seat_required` first.
    """
    slug = seat.workshop.slug
    audience = audience_at(door, seat) or ""
    looked_in(seat, door)  # before the regions are read: who loads the page is in them
    address = reverse(f"{door}-regions", kwargs={"slug": slug})
    names = BESIDE if door == "pack" else names
    return _page(seat.workshop, audience, f"/ws/w/{slug}/{door}/", address, names)


def wall_page(workshop: Workshop, secret: str) -> dict[str, Any]:
    """Return the same for a wall screen that came by its link, as `doors.wall_for` found it."""
    address = reverse("screen-link-regions", kwargs={"secret": secret})
    return _page(workshop, SCREEN, f"/ws/screen/{secret}/", address)


def _page(
    workshop: Workshop, audience: str, socket: str, address: str, names: Collection[str] | None = None
) -> dict[str, Any]:
    # The number first, the workshop after it: what changes while the regions are read is then told again, not
    # missed; and nothing is older than the number, as what was read with the seat might be.
    seq = seq_of(workshop.pk, audience)
    workshop.look_again()
    live = {"audience": audience, "socket": socket, "regions": address, "seq": seq, "build": build()}
    live["now"] = timezone.now().isoformat()  # timers run by the server's clock, whatever the browser's says
    with together(workshop):
        if "agenda" in (names or ()):  # such a page has lists of the cards as well, which are read once
            once(workshop, cards_on_table, workshop)
        return {"live": live, "regions": regions(workshop, audience, names)}
