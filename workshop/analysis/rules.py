"""A consensus rule: when it is met, and the print by which anybody can prove that it was not changed."""

import hashlib
from datetime import UTC, datetime


def is_met(count: int, answered: int, least: int, of: int) -> bool:
    """Whether ``count`` of those who answered are at least ``least`` in ``of``; never where nobody answered.

    Whole numbers only, so that 4 of 5 is met by 8 of 10 and not by 7 of 9.
    """
    return answered > 0 and count * of >= least * answered


def print_of(slug: str, round: int, least: int, of: int, zone: str, at: datetime) -> str:
    """Return the SHA-256 of a rule, in 64 hexadecimal digits.

    Of the UTF-8 text ``slug|round|least|of|zone|time``, the time in UTC as ISO 8601 with microseconds:
    ``abcd234567|3|4|5|inner|2027-02-09T14:20:00.000000+00:00``.
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    text = "|".join([slug, str(round), str(least), str(of), zone, moment])
    return hashlib.sha256(text.encode()).hexdigest()
