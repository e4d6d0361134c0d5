"""Numbers that look drawn and are not: the same words give the same number, on every machine."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
BYTES = 7  # 56 bits: a float holds 53 of them, and no two names of a rehearsal meet


def draw(seed: str, *names: object) -> float:
    """Return a number from 0 up to, but not including, 1."""
    words = "|".join([seed, *map(str, names)])
    return int.from_bytes(blake2b(words.encode(), digest_size=BYTES).digest()) / 256**BYTES


def between(least: float, most: float, seed: str, *names: object) -> float:
    """Return a number from ``least`` up to ``most``."""
    return least + (most - least) * draw(seed, *names)


def shuffled(things: Sequence[T], seed: str, *names: object) -> list[T]:
    """Return the same things in another order."""
    order = sorted(range(len(things)), key=lambda n: (draw(seed, *names, n), n))
    return [things[n] for n in order]


def dealt(things: Sequence[T], place: int, seed: str, *names: object) -> T:
    """Return what falls to a place when things are dealt out: two places get two, while there are enough.

    Raises:
        IndexError: there is nothing to deal.
    """
    if not things:
        raise IndexError("Nothing to deal.")
    return shuffled(things, seed, *names)[place % len(things)]
