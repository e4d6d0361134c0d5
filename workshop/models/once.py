"""What several parts of one page show is read once, while they are read together and no longer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from .workshops import Workshop

S = TypeVar("S")
T = TypeVar("T")
MEMO = "_read_once"


@contextmanager
def together(workshop: Workshop) -> Iterator[None]:
    """Keep what `once` reads for this workshop until the block ends; inside another one, until that ends."""
    outermost = MEMO not in workshop.__dict__
    workshop.__dict__.setdefault(MEMO, {})
    try:
        yield
    finally:
        if outermost:
            del workshop.__dict__[MEMO]


def once(workshop: Workshop, work: Callable[[S], T], subject: S) -> T:
    """Return ``work(subject)``, read before if parts of this workshop's page are being read together.

    Args:
        subject: a model that is stored, such as the workshop or one of its rounds.
    """
    memo = workshop.__dict__.get(MEMO)
    if memo is None:
        return work(subject)
    if (work, subject) not in memo:
        memo[work, subject] = work(subject)
    found: T = memo[work, subject]
    return found


def if_read(workshop: Workshop, work: Callable[[S], T], subject: S) -> T | None:
    """Return what `once` has read by now; ``None`` if it has not, at the cost of no query."""
    found: T | None = workshop.__dict__.get(MEMO, {}).get((work, subject))
    return found
