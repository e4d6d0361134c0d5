"""When a push goes out: at once, then at most so often, with the key freed before the database is read."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextvars import Context

from asgiref.sync import async_to_sync

from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN

from . import publishing
from .changes import Change, Changes, Number
from .hub import hub
from .trouble import Trouble

Send = Callable[[int, Changes], Awaitable[float]]
MANY, FEW_GAP, MANY_GAP = 300, 0.1, 0.15  # sockets; seconds
RETRY, TRIES = 1.0, 5
UNNUMBERED = {
    FACILITATORS: (
        *("stage", "controls", "tally", "packs", "comments"),
        *("proposal", "changes", "gestures", "hands"),
    ),
    PARTICIPANTS: ("stage", "tally", "proposal", "changes", "hands"),
    SCREEN: ("stage", "tally", "proposal", "hands"),
}


class Pacer:
    """Gathers changes for each workshop and sends them from the server's loop, the first at once.

    Args:
        send: takes the numbers that are due, makes and publishes one push for each audience, and returns
            how many seconds of work the process had with it.
        gap: the least number of seconds between two sends for a workshop.
        sleep: waiting for seconds; tests bring their own.
    """

    def __init__(
        self,
        send: Send,
        *,
        gap: Callable[[int], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.send, self.gap, self.sleep = send, gap, sleep
        self.loop: asyncio.AbstractEventLoop | None = None
        self.number: Number | None = None
        self.dirty: dict[int, Changes] = {}
        self.running: dict[int, asyncio.Task[None]] = {}
        self.trouble = Trouble("A push to the live pages failed")

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Send from this loop from now on; one that closed is forgotten."""
        if not self.is_running:
            self.loop = loop

    @property
    def is_running(self) -> bool:
        """Whether a server's loop sends in this process."""
        return self.loop is not None and not self.loop.is_closed()

    def mark(self, workshop_id: int, audience: str, change: Change) -> None:
        """Note a change, from any thread; a process without a server tells the others at once."""
        if self.loop is not None and self.is_running:
            # A fresh context: a task that outlives the request must not use the request's.
            self.loop.call_soon_threadsafe(self.note, workshop_id, audience, change, context=Context())
        else:
            publishing.publish_alone(hub, workshop_id, {audience: change})

    def note(self, workshop_id: int, audience: str, change: Change) -> None:
        """Note a change on the loop, and see to it that somebody sends."""
        self.dirty.setdefault(workshop_id, {}).setdefault(audience, Change()).add(change)
        if workshop_id not in self.running:
            self.running[workshop_id] = asyncio.get_running_loop().create_task(self.run(workshop_id))

    async def run(self, workshop_id: int) -> None:
        """Send until nothing is out of date; never busy for more than a third of the time."""
        try:
            while workshop_id in self.dirty:
                rest = await self.tick(workshop_id)
                await self.sleep(max(rest, self.gap(workshop_id)))
        finally:
            del self.running[workshop_id]

    async def tick(self, workshop_id: int) -> float:
        """Send what is out of date now; return how many seconds to rest: twice the work it was."""
        # Freed first, read second: what changes while this push is made is in the next one.
        changes = self.dirty.pop(workshop_id)
        try:
            cost = await self.send(workshop_id, changes)
        except Exception as reason:
            self.trouble.begins(reason)
            self.keep(workshop_id, changes)
            return RETRY
        self.trouble.ends()
        return 2 * cost

    def keep(self, workshop_id: int, changes: Changes) -> None:
        """Put back what has no number yet: no beat would repair it."""
        for audience, change in changes.items():
            change.tries += 1
            if change.number and change.tries < TRIES:
                self.dirty.setdefault(workshop_id, {}).setdefault(audience, Change()).add(change)


def gap_for(workshop_id: int) -> float:
    """Return seconds between pushes: 10 a second to a room, at most 6 or 7 to a crowd."""
    return FEW_GAP if hub.count(workshop_id) <= MANY else MANY_GAP


async def _send(workshop_id: int, changes: Changes) -> float:
    return await publishing.publish(hub, workshop_id, changes)


pacer = Pacer(_send, gap=gap_for)


def mark(
    workshop_id: int,
    audience: str,
    fragments: Iterable[str],
    *,
    seq: int | None = None,
    number: Number | None = None,
) -> None:
    """Note that fragments of an audience are out of date; they are rendered and sent on the next tick.

    Args:
        workshop_id: the workshop's primary key.
        audience: one of ``audiences.AUDIENCES``.
        fragments: names of fragments.
        seq: the number this change took in its transaction, if it took one.
        number: the publisher that takes a number when the push is sent, for changes that took none.
    """
    seqs = set() if seq is None else {seq}
    pacer.mark(workshop_id, audience, Change(set(fragments), seqs, number))


def catch_up(workshop_id: int) -> None:
    """Send what takes no number of its own: a process that died may have owed it. For the first socket."""
    for audience, fragments in UNNUMBERED.items():
        mark(workshop_id, audience, fragments, number=pacer.number)


def people_moved(workshop_id: int) -> None:
    """Somebody came or went: only the facilitators' list of people shows it."""
    mark(workshop_id, FACILITATORS, ("people",), number=pacer.number)


def looked_in(workshop_id: int, uid: str) -> None:
    """Somebody who has no line loaded a live page; told from any thread, as `mark` is."""
    if pacer.loop is not None and pacer.is_running:
        pacer.loop.call_soon_threadsafe(hub.looked_in, workshop_id, uid, context=Context())
    elif hub.listens(workshop_id, FACILITATORS):
        async_to_sync(hub.tell_looked_in)(workshop_id, uid)


hub.people_moved = people_moved
