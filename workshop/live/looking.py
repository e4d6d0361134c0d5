"""A live page was loaded: its person is here, though their browser may never open a line."""

from workshop.models import Seat

from . import pacing
from .doors import is_counted
from .lately import lately
from .presence import has_line


def looked_in(seat: Seat, door: str) -> None:
    """Note that a seat loaded a page at a door, and tell those who listen; from any thread.

    Whoever goes on loading pages is told of again, for a process without sockets has no beats that would.
    Whoever has a line is here by that, and goes with it.
    """
    workshop_id, uid = seat.workshop_id, seat.uid.hex
    if not is_counted(door, seat) or has_line(workshop_id, uid):
        return
    if lately.load(workshop_id, uid):
        pacing.looked_in(workshop_id, uid)
