"""More time for one person's pack, that a facilitator gave: by the server's clock, until the reveal."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .people import Seat
from .refusals import Closed, Invalid
from .rounds import Round
from .workshops import Workshop


def has_extra_time(seat: Seat) -> bool:
    """Whether a moment that a facilitator named for this person is still to come."""
    return seat.extra_until is not None and timezone.now() < seat.extra_until


def is_open_for(round: Round, seat: Seat) -> bool:
    """Whether an answer of this seat counts now.

    That is while the round is open; and for the pack, once it is closed and until its result is revealed,
    as long as the seat has more time. The close of the workshop ends both.
    """
    if round.is_open:
        return True
    over = round.is_pack and not round.is_draft and not round.is_revealed and not round.workshop.is_closed
    return over and has_extra_time(seat)


def until_for(round: Round | None, seat: Seat | None) -> datetime | None:
    """Return until when a seat may fill in the pack; ``None`` if nobody has said.

    Args:
        seat: ``None`` for what holds for everybody.
    """
    general = round.closes_at if round else None
    own = seat.extra_until if seat else None
    if round is None or own is None or round.is_revealed:
        return general
    if round.is_over:
        return own
    return max(own, general) if general else None


def require_open_for(round: Round, seat: Seat) -> None:
    """Raise Closed unless an answer of this seat counts now, inside a transaction that has the lock."""
    if not is_open_now(round, seat):
        round.require_open()


def is_open_now(round: Round, seat: Seat) -> bool:
    """Return `is_open_for`, by what the seat was granted when it was looked up last, which is now."""
    if not round.is_open:
        seat.refresh_from_db(fields=["extra_until"])
    return is_open_for(round, seat)


def may_give_time(workshop: Workshop) -> bool:
    """Return whether more time can be of use: there is a pack, no result of it yet, and no close."""
    pack = workshop.pack_round()
    return pack is not None and not pack.is_revealed and not workshop.is_closed


def checked_until(workshop: Workshop, until: datetime | None) -> datetime | None:
    """Return until when somebody may have more time; ``None`` takes it back.

    Raises:
        Invalid: that moment has passed. Closed: the result is revealed, so no answer can count any more.
    """
    if until is None:
        return None
    if not may_give_time(workshop):
        raise Closed(
            _("The result of the pack is revealed, or there is no pack, so more time would be of no use.")
        )
    if until <= timezone.now():
        raise Invalid(_("This moment has passed. Choose a later one."), field="day")
    return until


def with_extra_time(round: Round) -> int:
    """Return how many people have more time for the pack now, once it is closed to all others; else 0."""
    if not round.is_pack or round.is_open or round.is_draft or round.is_revealed or round.workshop.is_closed:
        return 0
    return _have_time(round)


def _have_time(round: Round) -> int:
    seats = Seat.objects.answering().filter(workshop=round.workshop_id, extra_until__gt=timezone.now())
    return seats.count()


def pack_close_said(round: Round) -> str:
    """Return in a sentence who can change a pack after it is closed now: nobody, or who has more time."""
    if not (n := _have_time(round)):
        return _("After this nobody can change a pack, unless you open it again before the reveal.")
    return ngettext(
        "After this only the %(n)s person who has more time can change their pack, unless you open it again "
        "before the reveal.",
        "After this only the %(n)s people who have more time can change their packs, unless you open it "
        "again before the reveal.",
        n,
    ) % {"n": n}


def extra_time_said(round: Round) -> str:
    """Return in a sentence that a reveal would end somebody's time; empty if it ends nobody's."""
    if not (n := with_extra_time(round)):
        return ""
    return ngettext(
        "%(n)s person still has more time for the pack: the reveal ends it, and what they have not done yet "
        "does not count.",
        "%(n)s people still have more time for the pack: the reveal ends it, and what they have not done yet "
        "does not count.",
        n,
    ) % {"n": n}
