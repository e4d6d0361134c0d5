"""What the tests of the chair share: it is handed, lent and given back by whoever is named, as seen now."""

from tests.support import House
from workshop.actions.chair import GOOD, STEP, hand_chair, return_chair
from workshop.models import Person, Seat, Workshop


def now(house: House) -> Workshop:
    """Return the workshop as it is now."""
    return Workshop.objects.get(pk=house.workshop.pk)


def fresh(seat: Seat) -> Seat:
    """Return a seat as a request reads it."""
    return Seat.objects.select_related("workshop", "person").get(pk=seat.pk)


def lend(house: House, by: Seat, to: Seat) -> Workshop:
    """Lend the chair for the step on the stage."""
    workshop = now(house)
    return hand_chair(fresh(by), to, STEP, workshop.chair_rev, workshop.step.uid if workshop.step else None)


def hand(house: House, by: Seat, to: Seat) -> Workshop:
    """Hand the chair over for good."""
    return hand_chair(fresh(by), to, GOOD, now(house).chair_rev)


def give_back(house: House, by: Seat) -> Workshop:
    """Give the chair back, or take it back."""
    return return_chair(fresh(by), now(house).chair_rev)


def add_gus(house: House) -> Seat:
    """Give a second facilitator, Gus, a seat."""
    person = Person.objects.create(workshop=house.workshop, name="Gus", email="gus@example.org")
    return Seat.objects.create(
        workshop=house.workshop, person=person, pseudonym="F2", role=Seat.Role.FACILITATOR
    )
