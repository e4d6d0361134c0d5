"""Three people for every test: Ada takes part, Fay facilitates, Zed is from another workshop."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from workshop.actions.consents import answer_consents
from workshop.actions.links import find_link, mint_link, take_seat
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.rounds import open_round
from workshop.actions.workshops import create_workshop
from workshop.models import Card, Consent, Person, Round, Seat, User, Workshop
from workshop.models.consents import asked_of
from workshop.models.passes import pass_name, write_pass

PASSWORD = "a quiet round table"


@dataclass
class House:
    """A workshop made from the six tensions, and everybody in it."""

    workshop: Workshop
    fay: Seat
    ada: Seat
    others: list[Seat]
    zed: Seat
    zoe: Seat

    @property
    def pack(self) -> Round:
        """The pack's sort, read afresh."""
        return self.workshop.rounds.get(number=1)

    @property
    def poll(self) -> Round:
        """The opening poll, read afresh."""
        return self.workshop.rounds.get(number=2)

    @property
    def cards(self) -> list[Card]:
        """The live cards in order, with their words."""
        return list(self.workshop.cards.all().live().with_words())

    @property
    def leaders(self) -> list[Seat]:
        """Ada and the others."""
        return [self.ada, *self.others]


def add_leader(fay: Seat, name: str, email: str = "") -> Seat:
    """Give somebody a participant's seat in Fay's workshop."""
    workshop = fay.workshop
    person = Person.objects.create(workshop=workshop, name=name, email=email or f"{name.lower()}@example.org")
    return Seat.objects.create(workshop=workshop, person=person, pseudonym=f"P{workshop.seats.count()}")


def agree(seat: Seat) -> None:
    """Say yes to everything that the seat is asked to agree to."""
    answer_consents(seat, {str(item.uid): True for item, _given in asked_of(seat)})


def agree_all(leaders: list[Seat]) -> None:
    """Say yes for seats that were asked nothing before, in one statement: most tests begin so."""
    items = list(leaders[0].workshop.consent_items.all()) if leaders else []
    Consent.objects.bulk_create(
        Consent(seat=seat, item=item, answer=True) for seat in leaders for item in items
    )


def make_house(leaders: int = 5, *, pack_open: bool = True, agreed: bool = True, **fields: Any) -> House:
    """Make Fay's workshop with ``leaders`` participants (Ada first), and another one with Zoe and Zed.

    Args:
        agreed: whether the participants have agreed to take part.
    """
    fay = create_workshop(make_user("fay@example.org", "Fay"), SIX_TENSIONS)
    Workshop.objects.filter(pk=fay.workshop_id).update(**fields)
    fay.workshop.refresh_from_db()
    names = ["Ada", "Ben", "Cem", "Dot", "Eve"] + [f"Leader{n}" for n in range(6, leaders + 1)]
    ada, *others = [add_leader(fay, name) for name in names[:leaders]]
    zoe = create_workshop(make_user("zoe@example.org", "Zoe"), SIX_TENSIONS)
    house = House(fay.workshop, fay, ada, others, add_leader(zoe, "Zed"), zoe)
    if agreed:
        agree_all([ada, *others])
    if pack_open:
        open_round(fay, house.pack)
    return house


def make_user(email: str, name: str = "") -> User:
    """Make somebody who can sign in."""
    return User.objects.create_user(email, PASSWORD, name=name)


def client_of(seat: Seat | None) -> Client:
    """Return a browser with this seat taken: signed in for a facilitator, else by personal link."""
    client = Client()
    if seat is None:
        return client
    if seat.is_facilitator and seat.person and seat.person.user:
        client.force_login(seat.person.user)
        return client
    link = find_link(mint_link(seat, seat))
    assert link is not None
    client.cookies[pass_name(seat.workshop.slug)] = write_pass(take_seat(link))
    return client
