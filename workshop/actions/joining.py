"""Joining by code: a seat and a personal link for whoever has it, and the code itself."""

import re
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, Invalid, Link, Person, Seat, Stale, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.closing import require_going_on
from workshop.models.text import LIMITS
from workshop.models.workshops import free_join_code

from .inviting import Invited
from .kit import done, locked, note
from .links import mint_link
from .people import checked_name, give_seat


def tidy_code(code: str) -> str:
    """Return a code as it is stored, however it was typed: ``kite-48 27`` is ``KITE4827``."""
    return re.sub(r"[^A-Z0-9]", "", code.upper())[:12]


def find_by_code(code: str) -> Workshop:
    """Return the workshop that a code opens.

    Raises:
        Invalid: no workshop has this code (any more); ``data`` has ``field`` = ``code``.
        Closed: the workshop is closed.
    """
    tidy = tidy_code(code)
    workshop = Workshop.objects.filter(join_code=tidy).first() if tidy else None
    if workshop is None:
        raise _no_such_code()
    require_going_on(workshop, "joining", field="code")
    return workshop


def _no_such_code() -> Invalid:
    return Invalid(
        _("No workshop has this code now. Look at it once more, or ask whoever gave it to you."), field="code"
    )


def join_by_code(code: str, name: str, uid: uuid.UUID) -> Invited:
    """Give somebody who has the code a participant's seat, with a personal link to keep.

    Args:
        code: as typed.
        name: how the workshop shall call them; one that is taken gets a number behind it.
        uid: what the form carried, so that the form sent twice gives one seat.

    Raises:
        Invalid: no workshop has the code, or the name is empty or too long.
        Closed: the workshop is closed, or this form's seat was removed.
        Stale: this form gave a seat to another name.
    """
    name = checked_name(name)
    with transaction.atomic():
        workshop = locked(find_by_code(code).pk)
        require_going_on(workshop, "joining", field="code")
        if workshop.join_code != tidy_code(code):  # it was changed before the lock was ours
            raise _no_such_code()
        seat = _seat_of_form(workshop, name, uid)
        if seat is None:
            person = Person.objects.create(workshop=workshop, name=_free_name(workshop, name))
            seat = give_seat(workshop, person, Seat.Role.PARTICIPANT, uid=uid)
            done(seat, "joined_by_code", announce.people_changed, [FACILITATORS], seat=seat.uid)
        return Invited(seat, mint_link(seat, seat, Link.Purpose.CODE))


def _seat_of_form(workshop: Workshop, name: str, uid: uuid.UUID) -> Seat | None:
    seat = workshop.seats.filter(uid=uid).select_related("person", "workshop").first()
    if seat and seat.removed_at:
        raise Closed(_("This seat was removed. Ask a facilitator if that was a mistake."))
    if seat and seat.name != name and not re.fullmatch(rf"{re.escape(_short(name))} \d+", seat.name):
        raise Stale(
            _("You joined as %(name)s a moment ago. Send the form once more to join as somebody else.")
            % {"name": seat.name}
        )
    return seat


def _free_name(workshop: Workshop, name: str) -> str:
    taken = {known.casefold() for known in workshop.people.values_list("name", flat=True)}
    tries = [name, *(f"{_short(name)} {n}" for n in range(2, len(taken) + 3))]
    return next(each for each in tries if each.casefold() not in taken)


def _short(name: str) -> str:
    """Return the name with room for a number behind it."""
    return name[: LIMITS["name"] - 6].rstrip()


def new_code(by: Seat) -> str:
    """Give the workshop another join code; the one before opens nothing any more.

    Raises:
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        require_going_on(workshop, "invitations")
        code = free_join_code()
        Workshop.objects.filter(pk=workshop.pk).update(join_code=code)
        note(workshop.pk, by, "code_changed")
    return code


def end_code(by: Seat) -> None:
    """Let nobody join by code any more; who has joined stays. Ending it twice changes nothing."""
    with transaction.atomic():
        if Workshop.objects.filter(pk=by.workshop_id, join_code__isnull=False).update(join_code=None):
            note(by.workshop_id, by, "code_ended")
