"""Who is in a workshop: renamed, removed, restored."""

import uuid
from collections.abc import Sequence
from random import SystemRandom

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Closed, Invalid, Person, Seat, Stale, Workshop, checked_text
from workshop.models.audiences import FACILITATORS
from workshop.models.setup import print_of

from .chair import vacate_chair
from .kit import done, locked
from .turns import take_numbers_in_turn

LETTERS = {Seat.Role.FACILITATOR: "F", Seat.Role.PARTICIPANT: "P", Seat.Role.OBSERVER: "O"}


def checked_name(name: str) -> str:
    """Return the name as one clean line.

    Raises:
        Invalid: it is empty or too long.
    """
    return checked_text(name, limit=LIMITS["name"], name=_("The name"), required=True, line=True)


def next_number(workshop: Workshop, role: str) -> int:
    """Return the number of the next pseudonym of a role. The workshop must be locked."""
    letter = LETTERS[Seat.Role(role)]
    known = workshop.seats.filter(pseudonym__startswith=letter).values_list("pseudonym", flat=True)
    return max((int(each[1:]) for each in known if each[1:].isdecimal()), default=0) + 1


def dealt_numbers(first: int, count: int) -> list[int]:
    """Return the numbers of ``count`` pseudonyms from ``first`` on, in an order that follows no list."""
    return SystemRandom().sample(range(first, first + count), count)


def give_seat(workshop: Workshop, person: Person, role: str, **more: uuid.UUID) -> Seat:
    """Give a person a seat with the next pseudonym of its role. The workshop must be locked."""
    pseudonym = f"{LETTERS[Seat.Role(role)]}{next_number(workshop, role)}"
    return Seat.objects.create(workshop=workshop, person=person, pseudonym=pseudonym, role=role, **more)


def give_seats(workshop: Workshop, persons: Sequence[Person]) -> list[Seat]:
    """Give each of several persons a participant's seat, in two queries. The workshop must be locked."""
    numbers = dealt_numbers(next_number(workshop, Seat.Role.PARTICIPANT), len(persons))
    return Seat.objects.bulk_create(
        Seat(workshop=workshop, person=person, pseudonym=f"P{n}")
        for n, person in zip(numbers, persons, strict=True)
    )


def edit_person(by: Seat, seat: Seat, *, seen: str, name: str, email: str) -> None:
    """Change the name and the e-mail address of whoever has the seat; an empty address takes it away.

    Args:
        seen: ``person_print`` of what the page showed.

    Raises:
        Invalid: the name is empty or too long, or somebody else in the workshop has this address.
        Closed: nobody is known to have the seat any more.
        Stale: somebody changed it after that page was loaded; ``data`` has ``seen`` of what is saved now.
    """
    name, email = checked_name(name), email.strip().casefold()
    if seat.person is None:
        raise Closed(_("This seat has been parted from its person, so there is no name to change."))
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        person = workshop.people.get(pk=seat.person.pk)
        if (person.name, person.email) == (name, email):
            return
        _require_fresh(person, seen)
        if email and workshop.people.filter(email=email).exclude(pk=seat.person.pk).exists():
            raise Invalid(
                _("Somebody else in this workshop has this address. Use another, or leave it out."),
                field="email",
            )
        workshop.people.filter(pk=seat.person.pk).update(name=name, email=email)
        done(by, "person_edited", announce.people_changed, [FACILITATORS], seat=seat.uid)


def person_print(person: Person) -> str:
    """Return a print of a name and an address, by which a later change of them is noticed."""
    return print_of(f"{person.name} {person.email}")


def _require_fresh(person: Person, seen: str) -> None:
    if person_print(person) != seen:
        raise Stale(
            _("Somebody changed this after you opened the page: “%(now)s”. Save again to put yours there.")
            % {"now": f"{person.name} {person.email}".strip()},
            seen=person_print(person),
        )


def remove_seat(by: Seat, seat: Seat) -> None:
    """Take a seat out of the workshop: its links and browsers end at once, and its words stay.

    Raises:
        Invalid: it is the facilitator's own seat.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        if seat.pk == by.pk:
            raise Invalid(_("This is your own seat. Ask another facilitator to remove it."))
        if workshop.seats.filter(pk=seat.pk, removed_at__isnull=True).update(removed_at=timezone.now()):
            vacate_chair(by, seat, workshop)
            done(by, "seat_removed", announce.people_changed, [FACILITATORS], seat=seat.uid)
            announce.hand_moved(workshop.pk, take_numbers_in_turn)  # theirs goes with them, and comes back


def restore_seat(by: Seat, seat: Seat) -> None:
    """Give a removed seat back, with all it had. Restoring twice changes nothing.

    Raises:
        Closed: its person withdrew, so there is nothing to give back.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        if workshop.seats.filter(uid=seat.uid, withdrawn_at__isnull=False).exists():
            raise Closed(_("Whoever had this seat has withdrawn, so there is nothing to give back."))
        if workshop.seats.removed().filter(pk=seat.pk).update(removed_at=None):
            done(by, "seat_restored", announce.people_changed, [FACILITATORS], seat=seat.uid)
            announce.hand_moved(workshop.pk, take_numbers_in_turn)
