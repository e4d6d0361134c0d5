"""That a pack is finished, said by a facilitator for somebody who answers on paper, aloud or as a file."""

from django.db import transaction
from django.utils import timezone

from workshop.live import announce
from workshop.models import Seat
from workshop.models.finished_for import FOR, NOT_FOR, finished_for

from .kit import note, take_numbers
from .pack import open_pack
from .proxy_rights import require_proxy_now


def finish_for(by: Seat, seat: Seat, *, is_whole: bool) -> None:
    """Say for somebody whether what was entered is all they want to say. Twice changes nothing.

    Only what a facilitator said of it is taken back: who finished their pack themselves stays finished. Their
    card sort, if begun, is left as it is: it counts at the close.

    Raises:
        Closed: the pack cannot be written in now. Forbidden, Closed: as for ``require_proxy``.
    """
    with transaction.atomic():
        open_pack(seat)
        require_proxy_now(by, seat)
        entered = str(seat.uid) in finished_for(seat.workshop)
        if is_whole:
            changed = Seat.objects.filter(pk=seat.pk, done_at__isnull=True).update(done_at=timezone.now())
        else:
            changed = entered and Seat.objects.filter(pk=seat.pk).update(done_at=None)
        if changed:
            note(seat.workshop_id, by, FOR if is_whole else NOT_FOR, seat=seat.uid)
            announce.pack_touched(seat.workshop_id, take_numbers)
    seat.refresh_from_db(fields=["done_at"])
