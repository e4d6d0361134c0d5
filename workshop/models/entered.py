"""How many answers a facilitator entered for people without a device, said where it points at nobody.

Everybody in a room knows who has no device. So a count of one or two says that those have answered, and what
is left over says it of the others: both have to be a group (at least three, as for any subgroup).
"""

from .audiences import FACILITATORS, may_see_names
from .workshops import Workshop

LEAST = 3


def told(entered: int, of: int) -> int | None:
    """Return how many of the answers were entered, where that tells of no single person; else ``None``.

    None at all and too few look the same, so that ``None`` tells nothing either.
    """
    return entered if min(entered, of - entered) >= LEAST else None


def told_to(workshop: Workshop, audience: str, entered: int, of: int) -> int:
    """Return how many answers of a revealed round were entered, for an audience; 0 for nothing to tell.

    Facilitators are told all. So is the group where names are open and enough others answered: a total less
    one's own answer would else be that of who has no device. A count is of a round and never of a card.
    """
    if audience == FACILITATORS:
        return entered
    if may_see_names(workshop, audience):
        return entered if of - entered >= LEAST else 0
    return told(entered, of) or 0
