"""The number of each audience: what tells a browser that it missed something."""

from workshop.models import Stream


def seq_of(workshop_id: int, audience: str) -> int:
    """Return the number of the newest change that an audience can see; 0 if there was none."""
    return seqs_of(workshop_id).get(audience, 0)


def seqs_of(workshop_id: int) -> dict[str, int]:
    """Return the numbers of all audiences of a workshop, in one query."""
    return dict(Stream.objects.filter(workshop_id=workshop_id).values_list("audience", "seq"))


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
