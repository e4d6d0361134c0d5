"""Who is here: each process tells the others whose sockets it holds. Nothing of it is stored."""

import time
import uuid
from collections.abc import Callable, Iterable

FORGET = 40.0  # seconds: three beats


class Presence:
    """The seats with an open socket in one workshop, by process."""

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
    """Return the uids of the seats with an open socket as text; empty where this process does not listen."""
    table = tables.get(workshop_id)
    return table.here() if table else frozenset()


def present(workshop_id: int) -> set[uuid.UUID]:
    """Return the uids of the seats with an open socket; empty where this process does not listen."""
    return {uuid.UUID(uid) for uid in here_now(workshop_id)}
