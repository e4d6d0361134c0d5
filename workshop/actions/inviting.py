"""Inviting guests: a seat and a first personal link for each, or one more, a few queries for all of them."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Lower

from workshop.live import announce
from workshop.models import History, Link, Person, Seat, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.closing import require_going_on

from .kit import done, locked
from .links import mint_link
from .people import give_seats


@dataclass(frozen=True)
class Guest:
    """Somebody to invite: a name, and an e-mail address that may be empty; ``line`` is where it stood."""

    name: str
    email: str = ""
    line: int = 0


@dataclass(frozen=True)
class Invited:
    """A seat that was just given, with the secret of its first personal link, which is not kept."""

    seat: Seat
    secret: str


def invite_people(
    by: Seat, guests: Sequence[Guest], *, uid: uuid.UUID | None = None
) -> tuple[list[Invited], list[Guest]]:
    """Give each guest a participant's seat and a first personal link, whatever becomes of the others.

    Args:
        by: the facilitator who invites.
        guests: names and addresses that were checked already.
        uid: the form's own. Sent again, it seats nobody twice, and gives those it seated one more link: the
            first was shown once, on a page that may not have arrived. Guests that are new in it are seated.

    Returns:
        the seats given, and the guests left out because their address has a seat already, or without one
        their name.

    Raises:
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        require_going_on(workshop, "invitations")
        before = _seated_before(by, uid)
        again = [Invited(seat, mint_link(by, seat)) for seat in before]
        sat = {(seat.person.name, seat.person.email) for seat in before if seat.person}
        guests = [guest for guest in guests if (guest.name, guest.email.casefold()) not in sat]
        fresh, known = parted(workshop, guests)
        invited = seat_people(workshop, fresh) if fresh else []
        if invited:
            ids = {
                "count": len(invited),
                "form": uid,
                "seats": " ".join(str(one.seat.uid) for one in invited),
            }
            done(by, "people_invited", announce.people_changed, [FACILITATORS], **ids)
    return [*again, *invited], known


def give_links(by: Seat, seats: Iterable[Seat], purpose: str = Link.Purpose.COPY) -> list[Invited]:
    """Give each of several participants one more personal link; earlier ones stay valid, in a few queries.

    Returns:
        the seats with the secrets, which are shown once and not kept; removed seats are left out.
    """
    with transaction.atomic():
        workshop = locked(by.workshop_id)
        wanted = workshop.seats.answering().filter(pk__in=[seat.pk for seat in seats])
        found = wanted.select_related("person", "workshop").order_by(Lower("person__name"), "pk")
        given = _with_links(found, purpose)
        if given:
            uids = sorted(str(one.seat.uid) for one in given)  # in no order that tells of names
            done(by, "links_made", count=len(given), seats=" ".join(uids))
    return given


def _seated_before(by: Seat, uid: uuid.UUID | None) -> list[Seat]:
    """Return those whom the same form seated a moment ago and who are still there."""
    if uid is None:
        return []
    rows = History.objects.filter(workshop_id=by.workshop_id, seat=by, verb="people_invited")
    found = rows.filter(ids__form=str(uid)).values_list("ids", flat=True)
    wanted = [seat for ids in found for seat in ids["seats"].split()]
    seats = Seat.objects.present().filter(workshop_id=by.workshop_id, uid__in=wanted)
    return list(seats.select_related("person", "workshop").order_by("pk"))


def parted(workshop: Workshop, guests: Iterable[Guest]) -> tuple[list[Guest], list[Guest]]:
    """Return the guests who are new, and those whose address, or name without one, has a seat already."""
    people = workshop.people.values_list("email", "name")
    taken = {word.casefold() for row in people for word in row if word}
    fresh: list[Guest] = []
    known: list[Guest] = []
    for guest in guests:
        key = (guest.email or guest.name).casefold()
        (known if key in taken else fresh).append(guest)
        taken.add(key)
    return fresh, known


def seat_people(workshop: Workshop, guests: Sequence[Guest]) -> list[Invited]:
    """Make persons, seats and links for guests, a few queries for all. The workshop must be locked."""
    persons = Person.objects.bulk_create(
        Person(workshop=workshop, name=guest.name, email=guest.email.casefold()) for guest in guests
    )
    return _with_links(give_seats(workshop, persons))


def _with_links(seats: Iterable[Seat], purpose: str = Link.Purpose.COPY) -> list[Invited]:
    made = [Link.fresh(seat, purpose) for seat in seats]
    Link.objects.bulk_create(link for link, _secret in made)
    return [Invited(link.seat, secret) for link, secret in made]
