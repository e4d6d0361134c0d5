"""Those who facilitate with you."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Invalid, Person, Seat, User, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.closing import require_going_on

from .accounts import make_facilitator
from .demo import FACILITATOR as DEMO_USER
from .kit import done, locked
from .people import checked_name, give_seat, restore_seat


@dataclass(frozen=True)
class Added:
    """A facilitator's seat, its user, and whether that user was made just now."""

    seat: Seat
    user: User
    is_new: bool


def add_facilitator(by: Seat, *, name: str, email: str) -> Added:
    """Give somebody who can sign in a facilitator's seat; make a user without a password if there is none.

    Args:
        name: used only where a user is made.
        email: an address that was checked already.

    Raises:
        Invalid: they have a seat already, or the name is empty though a user must be made.
        Closed: the workshop is closed.
    """
    email = email.strip().casefold()
    if email == DEMO_USER:
        raise Invalid(_("This address belongs to the demonstration. Use another."), field="email")
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        require_going_on(workshop, "invitations")
        user = User.objects.filter(email=email).first()
        is_new = user is None
        user = user or make_facilitator(email, name=checked_name(name))
        seat = _seat_of(by, workshop, user)
        done(by, "facilitator_added", announce.people_changed, [FACILITATORS], seat=seat.uid)
    return Added(seat, user, is_new)


def _seat_of(by: Seat, workshop: Workshop, user: User) -> Seat:
    person = workshop.people.filter(email=user.email).first() or workshop.people.filter(user=user).first()
    seat = person.seats.first() if person else None
    if seat and not seat.is_facilitator:
        raise Invalid(
            _("Somebody with this address takes part. Change their address first, or use another here."),
            field="email",
        )
    if seat and seat.removed_at is None:
        raise Invalid(_("%(name)s facilitates this workshop already.") % {"name": seat.name}, field="email")
    if seat:
        restore_seat(by, seat)
        return seat
    person = Person.objects.create(workshop=workshop, user=user, name=str(user), email=user.email)
    return give_seat(workshop, person, Seat.Role.FACILITATOR)
