"""A workshop that starts from another one's set-up: its words, and its people only if that is asked."""

from uuid import UUID

from django.db import transaction

from workshop.models import Seat, User, Workshop

from .packs.seeds import Pack
from .repeating import seat_the_same
from .workshops import create_workshop


def copy_workshop(
    user: User, old: Workshop, pack: Pack, *, uid: UUID, title: str = "", zone: str, people: bool = False
) -> Seat:
    """Make a workshop with the set-up of another, of no series with it: nothing is compared between them.

    Args:
        old: one that the user facilitates; it stays as it is.
        pack: its words, as `packs.taken` took them.
        people: whether those who took part get seats, without a link and asked for consent anew; nobody
            does of a rehearsal or a demonstration, where they are invented.

    Raises:
        As ``create_workshop`` does.
    """
    with transaction.atomic():
        seat = create_workshop(user, pack, title=title, uid=uid, zone=zone, promise=old.promise)
        is_new = seat.workshop.seats.count() == 1
        if people and is_new and old.purpose == Workshop.Purpose.REAL:
            seat_the_same(old, seat.workshop)
    return seat
