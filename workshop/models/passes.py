"""Who sits here: the seat that a browser's pass or a signed-in user has in one workshop.

A pass is a signed cookie, one for each workshop, that names the personal link it came from: a revoked
link or a removed seat ends it at the next request. One browser may hold passes to several workshops.
"""

import uuid
from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer

from .links import Link
from .look_ups import LookUp
from .people import Seat
from .workshops import Workshop

SIGNER = Signer(salt="workshop.pass")
PASS_DAYS = 180

LINK = LookUp(
    lambda uid: Link.objects.select_related("seat__workshop", "seat__person", "seat__need").filter(uid=uid)
)
SEATS = LookUp(
    lambda user, slug: (
        Seat.objects.present()
        .select_related("workshop", "person", "need")
        .filter(person__user_id=user, workshop__slug=slug)
    )
)


def pass_name(slug: str) -> str:
    """Return the name of the cookie for a workshop."""
    return f"seat-{slug}"


def write_pass(link: Link) -> str:
    """Return the value of the cookie for somebody who has just taken the seat of ``link``."""
    return SIGNER.sign(link.uid.hex)


def seat_for_pass(value: str | None, slug: str) -> Seat | None:
    """Return the seat that a pass gives in the workshop ``slug``; ``None`` if it gives none (any more)."""
    link = link_for_pass(value, slug)
    return link.seat if link else None


def link_for_pass(value: str | None, slug: str) -> Link | None:
    """Return the link that a pass came from, if it still gives a seat in the workshop ``slug``."""
    uid = _uid_in(value)
    if uid is None:
        return None
    for link in LINK(uid):
        return link if link.is_valid and link.seat.workshop.slug == slug else None
    return None


def has_left(value: str | None) -> bool:
    """Whether a pass is real and its link is gone for good: of somebody who withdrew, and pressed twice.

    Links that were ended or whose seat was removed are kept; only an erasure takes them away.
    """
    uid = _uid_in(value)
    return uid is not None and not LINK(uid)


def links_for_passes(values: Iterable[str], slug: str) -> dict[str, Link]:
    """Return what `link_for_pass` gives for each pass, in two queries; all seats share one workshop.

    A pass that gives no seat (any more) is left out.
    """
    uids = {value: uid for value in values if (uid := _uid_in(value))}
    workshop = Workshop.objects.filter(slug=slug).first()
    if workshop is None:
        return {}
    valid = Link.objects.valid().filter(uid__in=uids.values(), seat__workshop=workshop)
    links = {link.uid: link for link in valid.select_related("seat")}
    for link in links.values():
        link.seat.workshop = workshop
    return {value: links[uid] for value, uid in uids.items() if uid in links}


def _uid_in(value: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(SIGNER.unsign(value or ""))
    except (BadSignature, ValueError):
        return None


def seat_for_user(user: AbstractBaseUser | AnonymousUser, slug: str) -> Seat | None:
    """Return the seat that a signed-in user has in the workshop ``slug``; ``None`` for a stranger."""
    if not user.is_authenticated:
        return None
    return min(SEATS(user, slug), key=_pk, default=None)


def _pk(seat: Seat) -> int:
    return seat.pk
