"""A rehearsal while it runs: how fast simulated leaders go, what they do at once, a seat among them."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Closed, Invalid, Seat, Workshop
from workshop.models.paces import CHOSEN, SPEEDS, Pace

from .inviting import Guest, give_links, invite_people
from .kit import locked
from .rehearsing.playing import play_all


def set_pace(seat: Seat, pace: str) -> Workshop:
    """Say how fast the simulated leaders go, or that they wait. It is no part of the history.

    Raises:
        Invalid: no such pace. Closed: this is no rehearsal, it was closed, or it came from a file.
    """
    if pace not in CHOSEN:
        raise Invalid(_("Choose slowly, as in life, fast, or a pause."))
    with transaction.atomic():
        workshop = _played(seat)
        workshop.pace = pace
        workshop.save(update_fields=["pace"])
    return workshop


def rest(workshop_id: int) -> None:
    """Let simulated leaders rest: nobody has looked for a while. A pause that was chosen stays one."""
    rows = Workshop.objects.filter(pk=workshop_id, pace__in=SPEEDS)
    rows.update(pace=Pace.RESTING)


def fill_now(seat: Seat) -> int:
    """Let the simulated leaders do at once all that they are asked now; return how much that was.

    Raises:
        Closed: this is no rehearsal, it was closed, or it came from a file.
    """
    with transaction.atomic():
        workshop = _played(seat)
    return play_all(workshop)


def join_as_leader(seat: Seat) -> str:
    """Give whoever rehearses a leader's seat of their own, once, and one more link to it each time.

    Returns:
        the secret of the link, which is shown once and not kept.

    Raises:
        Closed: this is no rehearsal, or it was closed.
    """
    with transaction.atomic():
        _going_on(seat)
        name = _("%(name)s (as a leader)") % {"name": seat.name[: LIMITS["name"] - 20]}
        invited, _known = invite_people(seat, [Guest(name)])
        if not invited:
            invited = give_links(seat, seat.workshop.seats.answering().filter(person__name=name))
        if not invited:
            raise Closed(_("Your seat as a leader was removed. Put it back under “People”."))
    return invited[0].secret


def rehearsal_of(seat: Seat) -> Workshop:
    """Return the rehearsal of a seat, locked until the transaction ends; raise Closed if people are real."""
    workshop = locked(seat.workshop_id)
    if not workshop.is_rehearsal:
        raise Closed(_("People are real here: only a rehearsal has simulated leaders."))
    return workshop


def _played(seat: Seat) -> Workshop:
    workshop = _going_on(seat)
    if not workshop.pace:
        raise Closed(
            _("This rehearsal came from a file, so nobody plays it. Begin a new one to see it played.")
        )
    return workshop


def _going_on(seat: Seat) -> Workshop:
    workshop = rehearsal_of(seat)
    if workshop.is_closed:
        raise Closed(_("This rehearsal is closed, so nothing moves in it any more. Start another one."))
    return workshop
