"""The people of a recorded workshop. Each name, address and pseudonym is a canary."""

from dataclasses import dataclass, field

from django.test import Client

from tests.leaks.canaries import Canaries
from tests.prompts import prompted
from tests.support import House, agree_all, client_of, make_user
from workshop.actions.links import mint_link
from workshop.actions.screens import screen_link
from workshop.models import Person, Seat, User

# Who reads, and what each is. The four of the last line are strangers: nothing is ever for them.
READERS = ("fay", "gus", "ben", "ada", "chair", "observer", "wall")
STRANGERS = ("nobody", "zoe", "zed", "gone")


@dataclass
class Cast:
    """A workshop and everybody who reads in it; what is written in it is Ben's unless it says otherwise."""

    house: House
    canaries: Canaries
    seats: dict[str, Seat]
    wall: str
    browsers: dict[str, Client] = field(default_factory=dict)

    @property
    def fay(self) -> Seat:
        """Who facilitates, read afresh."""
        return self.seat("fay")

    @property
    def ben(self) -> Seat:
        """Who writes, read afresh."""
        return self.seat("ben")

    def seat(self, who: str) -> Seat:
        """Return somebody's seat as a request reads it."""
        return Seat.objects.select_related("workshop", "person__user").get(pk=self.seats[who].pk)

    def word(self, label: str) -> str:
        """Plant a canary and return it as a sentence that somebody could have written."""
        return f"{self.canaries.plant(label)} and so on"


def gather(promise: str) -> Cast:
    """Make the workshop, invite everybody and open its pack."""
    house = prompted(4, promise=promise, agreed=False)
    ada, ben, cem, dot = house.leaders
    agree_all(house.leaders)
    seats = {"fay": house.fay, "ben": ben, "ada": ada, "chair": cem, "gone": dot}
    seats |= {"gus": _seat(house, "Gus", Seat.Role.FACILITATOR), "zoe": house.zoe, "zed": house.zed}
    seats["observer"] = _seat(house, "Oli", Seat.Role.OBSERVER)
    cast = Cast(house, Canaries(), seats, screen_link(house.fay))
    for who in seats:
        _name(cast, who)
    for who in (*READERS, *STRANGERS):
        cast.browsers[who] = client_of(cast.seat(who) if who in seats else None)
    cast.canaries.plant("wall-secret", cast.wall)
    cast.canaries.plant("ben-secret", mint_link(house.fay, ben))
    for model in (house.workshop, house.fay.workshop):
        model.refresh_from_db()
    return cast


def remove(cast: Cast, who: str) -> None:
    """Take somebody's seat away while their browser is still open."""
    from workshop.actions.people import remove_seat

    remove_seat(cast.fay, cast.seat(who))


def _seat(house: House, name: str, role: str) -> Seat:
    person = Person.objects.create(workshop=house.workshop, name=name, email=f"{name}@example.org")
    if role == Seat.Role.FACILITATOR:
        person.user = make_user(f"{name.casefold()}@example.org", name)
        person.save()
    return Seat.objects.create(workshop=house.workshop, person=person, pseudonym=name[:1], role=role)


def _name(cast: Cast, who: str) -> None:
    seat = cast.seat(who)
    name, address = cast.canaries.plant(f"{who}-name"), cast.canaries.plant(f"{who}-address")
    assert seat.person is not None
    Person.objects.filter(pk=seat.person.pk).update(name=name.title(), email=f"{address}@example.org")
    if seat.person.user_id:
        User.objects.filter(pk=seat.person.user_id).update(name=name.title(), email=f"{address}@example.org")
    Seat.objects.filter(pk=seat.pk).update(pseudonym=cast.canaries.plant(f"{who}-pseudonym"))
    cast.canaries.plant(f"{who}-seat", str(seat.uid))
