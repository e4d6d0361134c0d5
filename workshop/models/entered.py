"""How many answers a facilitator entered for people without a device, said where it points at nobody.

Everybody in a room knows who has no device. So a count of one or two says that those have answered, and what
is left over says it of the others: both have to be a group (at least three, as for any subgroup).
"""

from .audiences import may_see_names
from .workshops import Workshop

LEAST = 3


def told(entered: int, of: int) -> int | None:
    """Return how many of the answers were entered, where that tells of no single person; else ``None``.

    None at all and too few look the same, so that ``None`` tells nothing either.
    """
    return entered if min(entered, of - entered) >= LEAST else None


def told_to(workshop: Workshop, audience: str, entered: int, of: int) -> int:
    """Return how many answers of a revealed round were entered, for an audience; 0 for nothing to tell.

    Where names are open, and to facilitators always, that is all of them. A count is of a round and never of
    a card, so no total less another one says what was entered.
    """
    return entered if may_see_names(workshop, audience) else told(entered, of) or 0
