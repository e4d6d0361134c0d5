"""Which rehearsals somebody looks at, as far as this process knows: only those are played."""

import time
from collections.abc import Callable
from threading import Lock

from .hub import hub

LOOKS = 240.0  # seconds that a page without a line counts for


class Watched:
    """Rehearsals with a live line here, or a page that was loaded here some minutes ago; kept in memory.

    Args:
        clock: seconds, as ``time.monotonic``.
        lines: returns how many lines a workshop has here.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, lines: Callable[[int], int] = hub.count
    ) -> None:
        self.clock, self.lines = clock, lines
        self.door = Lock()
        self.looked: dict[int, float] = {}

    def look(self, workshop_id: int) -> None:
        """Note, from any thread, that somebody looks at a rehearsal now."""
        with self.door:
            self.looked[workshop_id] = self.clock()

    def knows(self, workshop_id: int) -> bool:
        """Whether a rehearsal is watched already."""
        return workshop_id in self.looked

    def now(self) -> tuple[list[int], list[int]]:
        """Return the rehearsals that are looked at, and, once, those that nobody looks at any more."""
        with self.door:
            now = self.clock()
            for one in self.looked:
                if self.lines(one):
                    self.looked[one] = now
            over = [one for one, at in self.looked.items() if now - at >= LOOKS]
            for one in over:
                del self.looked[one]
            return list(self.looked), over


watched = Watched()
