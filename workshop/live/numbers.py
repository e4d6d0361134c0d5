"""The number of each audience: what tells a browser that it missed something."""

from collections.abc import Collection

from workshop.models import Stream
from workshop.models.look_ups import LookUp

SEQS = LookUp(lambda workshop: Stream.objects.filter(workshop=workshop).values_list("audience", "seq"))


def seq_of(workshop_id: int, audience: str) -> int:
    """Return the number of the newest change that an audience can see; 0 if there was none."""
    return seqs_of(workshop_id).get(audience, 0)


def seqs_of(workshop_id: int) -> dict[str, int]:
    """Return the numbers of all audiences of a workshop, in one query."""
    return dict(SEQS(workshop_id))


def numbers_at(audiences: Collection[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Return the number of each audience, named by its workshop's id and its own name, as `seq_of` does."""
    numbers = {workshop_id: seqs_of(workshop_id) for workshop_id in {one for one, _audience in audiences}}
    return {(one, audience): numbers[one].get(audience, 0) for one, audience in audiences}


def since(numbers: set[int]) -> int:
    """Return the number that a push starts from, so that a browser which holds it, or more, misses nothing.

    Args:
        numbers: the numbers of the changes that the push gathers, at least one.

    Returns:
        the number before the first, if none is missing between; else the number before the last.
    """
    first, last = min(numbers), max(numbers)
    whole = last - first + 1 == len(numbers)
    return (first if whole else last) - 1
