"""Asking for no letters: by a signed word that stands in each of them, without a sign-in."""

from django.core.signing import BadSignature, Signer

from .people import Seat

SALT = "no letters"


def token_of(seat: Seat) -> str:
    """Return the word by which whoever gets letters for a seat ends them, or has them again.

    It is the same whenever it is made, so that no page tells when it was.
    """
    return Signer(salt=SALT).sign(seat.uid.hex)


def seat_of_token(token: str) -> Seat | None:
    """Return the seat of such a word; ``None`` if it is none of ours, or nobody has the seat any more."""
    try:
        uid = Signer(salt=SALT).unsign(token)
    except BadSignature:
        return None
    seats = Seat.objects.select_related("person", "workshop")
    return seats.filter(uid=uid, person__isnull=False).first()
