"""How many answers a facilitator entered for people without a device, said where it points at nobody.

Everybody in a room knows who has no device. So a count of one or two says that those have answered, and what
is left over says it of the others: both have to be a group (at least three, as for any subgroup).
"""

LEAST = 3


def told(entered: int, of: int) -> int | None:
    """Return how many of the answers were entered, where that tells of no single person; else ``None``.

    None at all and too few look the same, so that ``None`` tells nothing either.
    """
    return entered if min(entered, of - entered) >= LEAST else None
