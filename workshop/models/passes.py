"""Who sits here: the seat that a browser's pass or a signed-in user has in one workshop.

A pass is a signed cookie, one for each workshop, that names the personal link it came from: a revoked
link or a removed seat ends it at the next request. One browser may hold passes to several workshops.
"""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer

from .links import Link
from .people import Seat

SIGNER = Signer(salt="workshop.pass")
PASS_DAYS = 180


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
    try:
        uid = uuid.UUID(SIGNER.unsign(value or ""))
    except (BadSignature, ValueError):
        return None
    valid = Link.objects.valid().select_related("seat__workshop", "seat__person")
    return valid.filter(uid=uid, seat__workshop__slug=slug).first()


def seat_for_user(user: AbstractBaseUser | AnonymousUser, slug: str) -> Seat | None:
    """Return the seat that a signed-in user has in the workshop ``slug``; ``None`` for a stranger."""
    if not user.is_authenticated:
        return None
    seats = Seat.objects.present().select_related("workshop", "person")
    return seats.filter(person__user_id=user.pk, workshop__slug=slug).first()
