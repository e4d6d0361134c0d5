"""Whose turn it is to write, where many want to at once.

SQLite lets those who wait for its lock look again after a while, by chance: in a storm of votes the number
of a push could wait for seconds. In one process they take turns instead.
"""

from collections.abc import Iterable
from threading import RLock

from .kit import take_numbers

TURN = RLock()  # a thread that has it may announce, and so take it again


def take_numbers_in_turn(workshop_id: int, audiences: Iterable[str]) -> dict[str, int]:
    """Take the numbers of a push (`kit.take_numbers`) between two groups of votes; not in a transaction."""
    with TURN:
        return take_numbers(workshop_id, audiences)
