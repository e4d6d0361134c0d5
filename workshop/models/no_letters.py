"""Asking for no letters: by a signed word that stands in each of them, without a sign-in."""

from django.core import signing

from .people import Seat

SALT = "no letters"


def token_of(seat: Seat) -> str:
    """Return the word by which whoever gets letters for a seat ends them, or has them again."""
    return signing.dumps(seat.uid.hex, salt=SALT)


def seat_of_token(token: str) -> Seat | None:
    """Return the seat of such a word; ``None`` if it is none of ours, or nobody has the seat any more."""
    try:
        uid = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    seats = Seat.objects.select_related("person", "workshop")
    return seats.filter(uid=uid, person__isnull=False).first()
