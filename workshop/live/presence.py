"""Who is here: each process tells the others whose sockets it holds. Nothing of it is stored."""

import time
import uuid
from collections.abc import Callable, Iterable

from .lately import lately

FORGET = 40.0  # seconds: three beats


class Presence:
    """The seats with an open socket in one workshop, by process; who has none: see `lately`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.heard: dict[str, tuple[float, frozenset[str]]] = {}

    def hear(self, process: str, seats: Iterable[str]) -> None:
        """Note what a process said of its own sockets; it says so again at each beat."""
        self.heard[process] = (self.clock(), frozenset(seats))

    def here(self) -> frozenset[str]:
        """Return the uids of the seats that are here, without what a silent process once said."""
        fresh = self.clock() - FORGET
        return frozenset().union(*(seats for at, seats in self.heard.values() if at >= fresh))


tables: dict[int, Presence] = {}


def here_now(workshop_id: int) -> frozenset[str]:
    """Return the uids of the seats that are here as text: by an open socket, or by a page loaded lately."""
    return _connected(workshop_id).union(lately.ages(workshop_id))


def present(workshop_id: int) -> set[uuid.UUID]:
    """Return the uids of the seats that are here; those in another process alone where this one listens."""
    return {uuid.UUID(uid) for uid in here_now(workshop_id)}


def connected(workshop_id: int) -> set[uuid.UUID]:
    """Return the uids of the seats that are told at once of what happens: those with an open socket."""
    return {uuid.UUID(uid) for uid in _connected(workshop_id)}


def _connected(workshop_id: int) -> frozenset[str]:
    table = tables.get(workshop_id)
    return table.here() if table else frozenset()


def has_line(workshop_id: int, uid: str) -> bool:
    """Whether a seat has an open socket, as far as this process knows."""
    return uid in _connected(workshop_id)
