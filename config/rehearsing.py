"""The beat of rehearsals: every second and a half simulated leaders do what is due, where somebody looks.

It runs in the server and not in the worker, so that what they do is pushed to pages as what people do is.
On a thread of its own: pages and pushes of real workshops wait for none of it. A server without a rehearsal
asks its own memory each time, and nothing else.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import Context
from functools import partial
from typing import TypeVar

from workshop.actions.paces import rest
from workshop.actions.rehearsing.playing import Clock, play_on
from workshop.live.hub import hub
from workshop.live.reading import unit
from workshop.live.watched import Watched, watched
from workshop.models import Workshop
from workshop.models.paces import SPEEDS
from workshop.models.rehearsals import cast_of

log = logging.getLogger(__name__)
BEAT = 1.5  # seconds
TOLD = 12.0  # seconds after which it is said again which simulated leaders are here; forgotten after 40
PROCESS = "rehearsal"  # who says so
Here = list[str]
T = TypeVar("T")


@contextmanager
def apart(workshop_id: int) -> Iterator[None]:
    """Note what goes wrong with one rehearsal, so that it keeps no other from going on."""
    try:
        yield
    except Exception:
        log.exception("Rehearsal %s could not go on; the others do.", workshop_id)


class Beats:
    """The rehearsals that this process plays, each with its clock."""

    def __init__(self, watched: Watched = watched) -> None:
        self.watched = watched
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rehearsal")
        self.clocks: dict[int, Clock] = {}
        self.real: set[int] = set()  # workshops with a line here that are no rehearsals
        self.told: dict[int, float] = {}
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Beat on this loop until it ends."""
        self.task = asyncio.get_running_loop().create_task(self.run(), context=Context())

    def stop(self) -> None:
        """Beat no more."""
        if self.task:
            self.task.cancel()

    async def run(self) -> None:
        """Beat again and again, whatever one beat meets."""
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self.beat()
            except Exception:
                log.exception("A beat of the rehearsals failed; the next one tries again.")

    async def beat(self) -> None:
        """Play what is looked at, and let rest what nobody looks at any more."""
        for one in hub.subscriptions.keys() - self.real:
            if not self.watched.knows(one):  # its pages were loaded before this process began
                with apart(one):
                    await self._do(self.meet, one)
        running, over = self.watched.now()
        for one in over:
            self.clocks.pop(one, None)
            with apart(one):
                await self._do(rest, one)
        for one in running:
            with apart(one):
                if here := await self._do(self.play, one):
                    await self.tell(one, here)

    async def _do(self, work: Callable[[int], T], workshop_id: int) -> T:
        return await asyncio.wrap_future(self.thread.submit(unit, partial(work, workshop_id)))

    def meet(self, workshop_id: int) -> None:
        """Find out whether a workshop with a line is a rehearsal; that never changes."""
        rows = Workshop.objects.filter(pk=workshop_id, purpose=Workshop.Purpose.REHEARSAL)
        if rows.exists():
            self.watched.look(workshop_id)
        else:
            self.real.add(workshop_id)

    def play(self, workshop_id: int) -> Here:
        """Let a rehearsal go on; return the uids of its leaders once the workshop is on."""
        workshop = Workshop.objects.filter(pk=workshop_id).first()
        if workshop is None:
            return []
        play_on(workshop, self.clocks.setdefault(workshop_id, Clock()), time.monotonic())
        if not workshop.is_live or workshop.pace not in SPEEDS or not self._is_due(workshop_id):
            return []
        return [seat.uid.hex for seat in cast_of(workshop).values()]

    def _is_due(self, workshop_id: int) -> bool:
        return time.monotonic() - self.told.get(workshop_id, -TOLD) >= TOLD

    async def tell(self, workshop_id: int, here: Here) -> None:
        """Say that simulated leaders are in the room, as a process says of those whose lines it holds."""
        self.told[workshop_id] = time.monotonic()
        message = {"type": "live.here", "process": PROCESS, "seats": here}
        await hub.tell(f"workshop.{workshop_id}", message)


beats = Beats()
