"""Who loaded the room a short while ago without a live line: a browser that runs no scripts opens none.

Kept in memory, as all presence is, and forgotten after some minutes. Views note it from their threads.
"""

import time
from collections.abc import Callable
from threading import Lock

LATELY = 600.0  # seconds that a page counts for: its person loads it again to see where the group is
AGAIN = 60.0  # seconds after which the other processes are told again of who goes on loading pages
NEVER = float("-inf")

Moments = dict[int, dict[str, float]]  # by workshop and seat


class Lately:
    """The seats that loaded a page of the room, by workshop, until they open a line or some minutes pass.

    It remembers as long who had a line. What was loaded before that says nothing any more, though a process
    that did not hear of the line may still tell of it.

    Args:
        clock: seconds, as ``time.monotonic``.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.door = Lock()
        self.loaded: Moments = {}
        self.told: Moments = {}  # when this process last told the others of a load
        self.lines: Moments = {}  # when seats were last known to have a line

    def load(self, workshop_id: int, uid: str) -> bool:
        """Note that a seat loads a page now; return whether to tell: it is news, or was told a minute ago."""
        with self.door:
            now = self.clock()
            is_news = uid not in self._fresh(self.loaded, workshop_id)
            self._put(self.loaded, workshop_id, {uid: now})
            told = self._fresh(self.told, workshop_id).get(uid, NEVER)
            if not is_news and now - told < AGAIN:
                return False
            self._put(self.told, workshop_id, {uid: now})
            return True

    def note(self, workshop_id: int, ages: dict[str, float]) -> bool:
        """Note seats that loaded a page so many seconds ago; return whether one of them is news."""
        with self.door:
            now, lines = self.clock(), self._fresh(self.lines, workshop_id)
            before = self._fresh(self.loaded, workshop_id)
            heard = {uid: now - age for uid, age in ages.items() if age < LATELY}
            heard = {uid: at for uid, at in heard.items() if at > lines.get(uid, NEVER)}
            self._put(self.loaded, workshop_id, heard)
            return bool(heard.keys() - before.keys())

    def had_line(self, workshop_id: int, ages: dict[str, float]) -> bool:
        """Note seats that had a line so many seconds ago: what they loaded before counts no more.

        Returns whether one of them counted.
        """
        with self.door:
            now = self.clock()
            self._put(self.lines, workshop_id, {uid: now - age for uid, age in ages.items()})
            lines, loaded = self._fresh(self.lines, workshop_id), self._fresh(self.loaded, workshop_id)
            over = [uid for uid, at in loaded.items() if at <= lines.get(uid, NEVER)]
            for uid in over:
                del loaded[uid]
            return bool(over)

    def ages(self, workshop_id: int) -> dict[str, float]:
        """Return the seats that loaded a page lately, and how many seconds ago."""
        return self._ages(self.loaded, workshop_id)

    def lines_ago(self, workshop_id: int) -> dict[str, float]:
        """Return the seats that had a line lately, and how many seconds ago."""
        return self._ages(self.lines, workshop_id)

    def _ages(self, moments: Moments, workshop_id: int) -> dict[str, float]:
        with self.door:
            now = self.clock()
            return {uid: now - at for uid, at in self._fresh(moments, workshop_id).items()}

    def _put(self, moments: Moments, workshop_id: int, heard: dict[str, float]) -> None:
        """Add moments; of two for a seat the later counts."""
        before = self._fresh(moments, workshop_id)
        known = {uid: max(at, heard.get(uid, at)) for uid, at in before.items()}
        if heard or known:
            moments[workshop_id] = heard | known

    def _fresh(self, moments: Moments, workshop_id: int) -> dict[str, float]:
        """Return what still counts, and let go of what does not."""
        oldest = self.clock() - LATELY
        fresh = {uid: at for uid, at in moments.get(workshop_id, {}).items() if at > oldest}
        moments[workshop_id] = fresh
        if not fresh:
            del moments[workshop_id]
        return fresh


lately = Lately()
