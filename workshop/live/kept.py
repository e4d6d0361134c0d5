"""Regions just written, for others who ask for the same: a thousand do when a server comes back."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

SECONDS = 1.0


@dataclass
class _Entry:
    until: float
    lock: Lock = field(default_factory=Lock)
    html: str | None = None


class Kept:
    """Keeps what was written for a key for a moment; many that ask at once wait for one who writes.

    The key has the number that the asker has just read. What is kept under it was read after somebody else
    read the same number, so it is as new as the number says; what has changed since is told by a push.

    Args:
        seconds: how long; a deadline that passes, of which no push tells, shows so much later.
        clock: tests bring their own.
    """

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self.clock = seconds, clock
        self.entries: dict[Hashable, _Entry] = {}
        self.door = Lock()

    def get(self, key: Hashable, write: Callable[[], str]) -> str:
        """Return what was written for the key, or write it."""
        entry = self._entry(key)
        with entry.lock:
            if entry.html is None:
                entry.html = write()
            return entry.html

    def _entry(self, key: Hashable) -> _Entry:
        now = self.clock()
        with self.door:
            self.entries = {each: entry for each, entry in self.entries.items() if entry.until > now}
            return self.entries.setdefault(key, _Entry(now + self.seconds))
