"""Who is here: each process tells the others whose sockets it holds. Nothing of it is stored."""

import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .lately import Lately, lately

FORGET = 40.0  # seconds: three beats


@dataclass(frozen=True)
class Said:
    """What a process said: whose sockets it holds, who loaded a page, or had a line, so many seconds ago."""

    process: str
    seats: Iterable[str]
    ages: dict[str, float] = field(default_factory=dict)
    lines: dict[str, float] = field(default_factory=dict)


class Presence:
    """The seats with an open socket in one workshop, by process; who has none: see `lately`."""

    def __init__(
        self, workshop_id: int, clock: Callable[[], float] = time.monotonic, lately: Lately = lately
    ) -> None:
        self.workshop_id, self.clock, self.lately = workshop_id, clock, lately
        self.heard: dict[str, tuple[float, frozenset[str]]] = {}
        self.refuted: set[str] = set()  # who is said to be here by a page from before their last line

    def note(self, said: Said) -> bool:
        """Note what a process said of its sockets and pages; return whether the others are to hear of it."""
        had_line, is_new = self.here(), bool(self.heard) and said.process not in self.heard
        self.hear(said.process, said.seats)
        here = self.here()
        is_over = self.lately.had_line(self.workshop_id, said.lines)
        self.lately.had_line(self.workshop_id, dict.fromkeys(had_line | here, 0.0))
        loads = {uid: said.ages[uid] for uid in said.ages.keys() - here}
        ago = self.lately.lines_ago(self.workshop_id)
        refuted = {uid for uid, age in loads.items() if uid in ago and ago[uid] <= age}
        self.refuted |= refuted
        return self.lately.note(self.workshop_id, loads) or bool(refuted) or is_over or is_new

    def lines_to_tell(self) -> dict[str, float]:
        """Return, once, how long ago those had a line who are said to be here by a page from before it."""
        ago = self.lately.lines_ago(self.workshop_id)
        told = {uid: ago[uid] for uid in self.refuted & ago.keys()}
        self.refuted.clear()
        return told

    def everybody(self) -> frozenset[str]:
        """Return the uids of the seats that are here, by a socket or by a page."""
        return self.here().union(self.lately.ages(self.workshop_id))

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
