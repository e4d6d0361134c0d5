"""Who loaded the room a short while ago without a live line: a browser that runs no scripts opens none.

Kept in memory, as all presence is, and forgotten after some minutes. Views note it from their threads.
"""

import time
from collections.abc import Callable, Iterable
from threading import Lock

LATELY = 600.0  # seconds that a page counts for: its person loads it again to see where the group is


class Lately:
    """The seats that loaded a page of the room, by workshop, until they open a line or some minutes pass.

    Args:
        clock: seconds, as ``time.monotonic``.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.door = Lock()
        self.loaded: dict[int, dict[str, float]] = {}

    def note(self, workshop_id: int, ages: dict[str, float]) -> bool:
        """Note seats that loaded a page so many seconds ago; return whether one of them is news."""
        with self.door:
            before = self._fresh(workshop_id)
            now = self.clock()
            heard = {uid: now - age for uid, age in ages.items() if age < LATELY}
            known = {uid: max(at, heard.get(uid, at)) for uid, at in before.items()}
            self.loaded[workshop_id] = heard | known
            return bool(heard.keys() - before.keys())

    def joined(self, workshop_id: int, seats: Iterable[str]) -> None:
        """Forget seats that have a line now: once that closes, they have gone."""
        with self.door:
            for uid in seats:
                self.loaded.get(workshop_id, {}).pop(uid, None)

    def ages(self, workshop_id: int) -> dict[str, float]:
        """Return the seats that loaded a page lately, and how many seconds ago."""
        with self.door:
            now = self.clock()
            return {uid: now - at for uid, at in self._fresh(workshop_id).items()}

    def _fresh(self, workshop_id: int) -> dict[str, float]:
        """Return what still counts, and let go of what does not."""
        oldest = self.clock() - LATELY
        fresh = {uid: at for uid, at in self.loaded.get(workshop_id, {}).items() if at > oldest}
        self.loaded[workshop_id] = fresh
        if not fresh:
            del self.loaded[workshop_id]
        return fresh


lately = Lately()
