"""Whose a thing is, as an export may say it."""

from workshop.models import Seat


def known_seat(seat: Seat | None, names: bool) -> str | None:
    """Return the pseudonym of who did a thing: a facilitator's always, anybody's where names are open."""
    return seat.pseudonym if seat and (names or seat.is_facilitator) else None
