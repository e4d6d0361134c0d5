"""The pack as a whole: whether it can be written in, and that somebody is done with it."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Ballot, Closed, Forbidden, Round, Seat
from workshop.models.extra_time import is_open_now
from workshop.models.finished_for import finished_for

from .kit import note, take_numbers
from .rounds import locked_round


def open_pack(seat: Seat) -> Round:
    """Return the pack's round, locked until the transaction ends, if the seat can write in its pack now.

    Raises:
        Forbidden: the seat has no pack.
        Closed: the pack is not open yet, or no longer.
    """
    require_pack(seat)
    round = seat.workshop.pack_round()
    if round is None:
        raise Closed(_("This workshop has no pack to fill in. Nothing was changed."))
    round = locked_round(round)
    if is_open_now(round, seat):
        return round
    raise Closed(_refusal(round))


def require_pack(seat: Seat) -> None:
    """Raise Forbidden if the seat has no pack of its own."""
    if not seat.is_participant:
        raise Forbidden(_("Only participants have a pack. Your seat prepares or watches the workshop."))


def _refusal(round: Round) -> str:
    if not round.is_over or not round.ended_at:
        return _("The pack is not open now, so this was not saved. Keep it, and try again when it is open.")
    time = f"{date_format(round.ended_at, 'j F')}, {round.workshop.clock(round.ended_at)}"
    return _(
        "The pack closed on %(time)s, so this was not saved. What you wrote is still here: tell the "
        "facilitators if it should count."
    ) % {"time": time}


def finish_pack(seat: Seat) -> Seat:
    """Say that a seat is done with its pack for now; its card sort, if begun, counts as sent.

    It can still change everything while the pack is open, and stays done. Doing it twice changes nothing.

    Raises:
        Forbidden, Closed: as for ``open_pack``.
    """
    with transaction.atomic():
        round = open_pack(seat)
        begun = Ballot.objects.filter(round=round, seat=seat, state=Ballot.State.STARTED)
        begun.update(state=Ballot.State.SENT, rev=F("rev") + 1)
        done = Seat.objects.filter(pk=seat.pk, done_at__isnull=True).update(done_at=timezone.now())
        if done or str(seat.uid) in finished_for(seat.workshop):  # their own word, that nobody takes back
            note(seat.workshop_id, seat, "pack_finished", seat=seat.uid)
            announce.pack_touched(seat.workshop_id, take_numbers)
    seat.refresh_from_db(fields=["done_at"])
    return seat
