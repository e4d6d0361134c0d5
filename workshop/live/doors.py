"""Who may listen, and as which audience: the same rules for sockets and for regions over HTTP."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from workshop.models import Link, Seat, Workshop
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN
from workshop.models.consents import need_consent, need_consent_among, needs_consent
from workshop.models.passes import link_for_pass, links_for_passes, pass_name, seat_for_user

AnyUser = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True)
class Place:
    """A listener: the audience it belongs to, and the seat, link or user it came in by.

    ``counted`` is whether presence counts it as somebody who is here; ``facilitates``, whether who sits there
    facilitates, at whichever door.
    """

    workshop_id: int
    audience: str
    seat_id: int
    seat_uid: str
    link_id: int | None = None
    user_id: int | None = None
    counted: bool = True
    facilitates: bool = False


@dataclass(frozen=True)
class Knock:
    """Somebody with a pass, the ``key``, at a door of the workshop ``slug``."""

    door: str
    slug: str
    key: str


def audience_at(door: str, seat: Seat) -> str | None:
    """Return what a seat hears at a door; ``None``: it may not come in.

    The door ``pack`` is for the pages beside the room, which show the way there once it has begun. The desk
    is for facilitators: a chair who takes part leads from the room, so they lose no line with the chair.
    """
    if door == "screen":
        return SCREEN
    if door in ("room", "pack"):
        return PARTICIPANTS
    return FACILITATORS if seat.is_facilitator else None


def place_at(door: str, slug: str, cookies: Mapping[str, str], user: AnyUser) -> Place | None:
    """Return the place of a browser at a door, found as pages find its seat; ``None`` for whom it is shut."""

    def by_pass() -> Place | None:
        link = link_for_pass(cookies.get(pass_name(slug)), slug)
        return _place(door, link.seat, link_id=link.pk) if link else None

    def by_user() -> Place | None:
        seat = seat_for_user(user, slug)
        return _place(door, seat, user_id=user.pk) if seat else None

    finders = (by_user, by_pass) if door == "desk" else (by_pass, by_user)
    place = next((one for one in (find() for find in finders) if one), None)
    return place if place and place.audience else None


def places_at(knocks: Collection[Knock]) -> dict[Knock, Place]:
    """Return the places of many who came by their links at once, as `place_at` returns each.

    A few queries for each workshop, however many there are. Who is left out is to be looked for alone.
    """
    found: dict[Knock, Place] = {}
    for slug in {knock.slug for knock in knocks}:
        links = links_for_passes({knock.key for knock in knocks if knock.slug == slug}, slug)
        asked = {link.seat.pk: link.seat.workshop_id for link in links.values() if link.seat.is_participant}
        wanting = {pk for workshop in set(asked.values()) for pk in need_consent_among(workshop, asked)}
        for knock in knocks:
            link = links.get(knock.key) if knock.slug == slug else None
            if link and link.seat.pk not in wanting:
                found[knock] = _agreed_place(knock.door, link.seat, link.pk)
    return {knock: place for knock, place in found.items() if place.audience}


def _place(door: str, seat: Seat, link_id: int | None = None, user_id: int | None = None) -> Place:
    """Return the place of a seat; without an audience where the door is shut for it."""
    place = _agreed_place(door, seat, link_id, user_id)
    return replace(place, audience="") if needs_consent(seat) else place


def _agreed_place(door: str, seat: Seat, link_id: int | None = None, user_id: int | None = None) -> Place:
    """Return the place of a seat that has agreed to take part, if it is asked."""
    audience = audience_at(door, seat) or ""
    counted = is_counted(door, seat)
    return Place(
        seat.workshop_id, audience, seat.pk, seat.uid.hex, link_id, user_id, counted, seat.is_facilitator
    )


def is_counted(door: str, seat: Seat) -> bool:
    """Whether who is at a door is in the room: who sorts while the workshop is on sits at the table too."""
    return door != "pack" or seat.workshop.is_live


def wall_for(secret: str) -> tuple[Workshop, Place] | None:
    """Return the workshop that a wall screen's link shows, and its place; ``None`` if it shows none."""
    links = Link.objects.select_related("seat__workshop").filter(purpose=Link.Purpose.SCREEN)
    link = links.filter(digest=Link.digest_of(secret)).first()
    if link is None or not link.is_valid:
        return None
    seat = link.seat
    place = Place(seat.workshop_id, SCREEN, seat.pk, seat.uid.hex, link_id=link.pk, counted=False)
    return seat.workshop, place


def expelled(workshop_id: int, places: Collection[Place]) -> set[Place]:
    """Return the places that may no longer listen: a fixed number of queries however many there are.

    The same that `place_at` and `wall_for` would refuse now: a removed seat, a link that has ended, a
    facilitator who is one no more or may no longer sign in, and a participant who must consent (again).
    """
    here = Seat.objects.present().filter(workshop_id=workshop_id)
    owners = here.values_list("pk", "role", "person__user_id", "person__user__is_active")
    seats = {seat: (role, user if is_active else None) for seat, role, user, is_active in owners}
    for seat in need_consent(workshop_id):
        seats.pop(seat, None)
    links = set(Link.objects.valid().filter(seat__workshop_id=workshop_id).values_list("pk", flat=True))
    return {place for place in places if not _may_stay(place, seats, links)}


def _may_stay(place: Place, seats: Mapping[int, tuple[str, int | None]], links: Collection[int]) -> bool:
    role, user = seats.get(place.seat_id, ("", None))
    if not role or (place.audience == FACILITATORS and role != Seat.Role.FACILITATOR):
        return False
    return place.link_id in links if place.link_id else place.user_id == user
