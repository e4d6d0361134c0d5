"""One process's ear for one workshop: its sockets, its place in the channel layer, its beats."""

import asyncio
import random
import time
from collections.abc import Coroutine
from contextvars import Context
from typing import TYPE_CHECKING, Any

from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS, SCREEN
from workshop.models.languages import ENGLISH

from . import doors, frames, presence
from .fragments import Reader, render_here
from .numbers import seqs_of
from .reading import in_thread
from .sockets import Socket

if TYPE_CHECKING:
    from .hub import Hub


CROWD, CROWD_GAP = 50, 5  # above so many people, what tells who is here waits so many times longer


class LayerDown(ConnectionError):
    """The channel layer does not answer, so a socket would be deaf."""


class Subscription:
    """Hears what is published for a workshop and hands each frame to the sockets of its audience."""

    def __init__(self, hub: "Hub", workshop_id: int) -> None:
        self.hub, self.workshop_id = hub, workshop_id
        self.sockets: dict[str, set[Socket]] = {audience: set() for audience in AUDIENCES}
        self.sent = dict.fromkeys(AUDIENCES, 0)  # newest number handed out
        self.giving = 0.0  # seconds that giving the last push to the sockets took
        self.echo_due = False
        self.told: frozenset[str] = frozenset()  # who was here when the pages last heard
        self.told_lately: frozenset[str] = frozenset()  # who of them has no line
        self.telling: asyncio.TimerHandle | None = None
        self.shown: dict[Reader, str] = {}  # who is here, as each audience was last told in each language
        self.showing: asyncio.TimerHandle | asyncio.Task[None] | None = None
        self.tasks: set[asyncio.Task[Any]] = set()
        self.people = presence.tables[workshop_id] = presence.Presence(workshop_id, lately=hub.lately)
        self.opening = self.spawn(self.open())

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run something for as long as the subscription lasts, in a fresh context."""
        task = asyncio.get_running_loop().create_task(work, context=Context())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    @property
    def group(self) -> str:
        """The workshop's group in the channel layer."""
        return f"workshop.{self.workshop_id}"

    def all_sockets(self) -> list[Socket]:
        """Return the sockets of every audience."""
        return [socket for sockets in self.sockets.values() for socket in sockets]

    async def open(self) -> None:
        """Join the group, then listen and beat until closed."""
        layer = self.hub.layer
        async with asyncio.timeout(self.hub.layer_patience):
            self.name = await layer.new_channel("live")
            await layer.group_add(self.group, self.name)
        self.spawn(self.listen())
        self.spawn(self.beats())

    async def close(self) -> None:
        """Leave the group; a layer that is down need not hear of it."""
        for timer in (self.telling, self.showing):
            if timer:
                timer.cancel()
        for task in list(self.tasks):
            task.cancel()
        if presence.tables.get(self.workshop_id) is self.people:
            del presence.tables[self.workshop_id]
        if hasattr(self, "name"):
            async with asyncio.timeout(self.hub.layer_patience):
                await self.hub.layer.group_discard(self.group, self.name)

    async def listen(self) -> None:
        """Hear one message after another."""
        while True:
            message = await self.hub.layer.receive(self.name)
            self.hear(message)

    def hear(self, message: dict[str, Any]) -> None:
        """Hand pushes on, and note who is where."""
        if message["type"] == "live.push":
            began = time.monotonic()
            for audience, (seq, text) in message["pushes"].items():
                self.hand_out("push", audience, seq, text)
                if "live-here" in text:
                    self.shown.clear()  # the promise or the names may be others now
            self.giving = time.monotonic() - began
        else:
            ages, lines = message.get("lately", {}), message.get("lines", {})
            self.note(presence.Said(message["process"], message["seats"], ages, lines))
            self.echo_due = self.echo_due and message["process"] != self.hub.name

    def note(self, said: presence.Said) -> None:
        """Note what a process said of who is where; tell the room of it, a crowd in a while."""
        before = self.people.everybody()
        is_news, now = self.people.note(said), self.people.everybody()
        if is_news or (now != before and not said.seats):  # a process without a line writes no desk's people
            self.moved()
        if now != before and self.showing is None:
            wait = self.hub.presence_gap * CROWD_GAP if len(now) > CROWD else 0
            self.showing = asyncio.get_running_loop().call_later(wait, self._show_soon)

    def _show_soon(self) -> None:
        self.showing = self.spawn(self.show_here())

    async def show_here(self) -> None:
        """Tell the room and the wall who is here; without a number, so nobody has missed anything by it."""
        self.showing = None  # who comes while this is read is in the next one
        readers = {one.reader for who in (PARTICIPANTS, SCREEN) for one in self.sockets[who]}
        try:
            html = await in_thread(render_here, self.workshop_id, readers)
        except Exception as reason:
            self.hub.database.begins(reason)
            return
        for reader, text in html.items():
            frame = frames.here(text)
            if frame != self.shown.get(reader):
                self.shown[reader] = frame
                for socket in list(self.sockets[reader[0]]):
                    if socket.reader == reader:
                        socket.put("here", frame)

    def hand_out(self, kind: str, audience: str, seq: int, text: str) -> None:
        """Give the same text to each socket of an audience; the number alone to one that reads no English."""
        self.sent[audience] = max(self.sent[audience], seq)
        for socket in list(self.sockets[audience]):
            socket.put(kind, text if socket.language == ENGLISH else frames.beat(seq))

    async def beats(self) -> None:
        """Beat every 12 to 15 seconds; a beat that cannot be heard ends the sockets."""
        while True:
            await self.hub.sleep(random.uniform(*self.hub.beat_every))  # noqa: S311 - only to spread the work
            try:
                await self.beat()
            except LayerDown as reason:
                self.hub.layer_failed(reason)

    async def beat(self) -> None:
        """Tell each audience its number, end who may no longer listen, and try the layer.

        Raises:
            LayerDown: what was published at the last beat did not come back.
        """
        if self.echo_due:
            raise LayerDown("A message to the live pages did not come back")
        self.echo_due = True
        await self.tell_presence()
        places = {socket.place for socket in self.all_sockets()}
        try:
            seqs, gone = await in_thread(_facts, self.workshop_id, places)
        except Exception as reason:
            self.hub.database.begins(reason)
            return
        self.hub.database.ends()
        for socket in self.all_sockets():
            if socket.place in gone:
                socket.refuse()
        await self.show_here()
        for audience in AUDIENCES:
            seq = max(self.sent[audience], seqs.get(audience, 0))  # a push may have overtaken the reading
            self.hand_out("beat", audience, seq, frames.beat(seq))

    def moved(self) -> None:
        """Somebody came or went here: tell soon, so that a page loaded again is not news."""
        if self.telling is None:
            self.telling = asyncio.get_running_loop().call_later(self.hub.presence_gap, self._tell_soon)

    def _tell_soon(self) -> None:
        self.telling = None
        self.spawn(self.tell_presence())

    async def tell_presence(self) -> None:
        """Tell every process whose sockets are here, and facilitators if that is news."""
        seats = frozenset(socket.place.seat_uid for socket in self.all_sockets() if socket.place.counted)
        own = presence.Said(self.hub.name, seats)
        self.note(own)  # before the layer brings it back: the page is rendered here
        ages, lines = self.hub.lately.ages(self.workshop_id), self.people.lines_to_tell()
        who = {"seats": list(seats), "lately": ages, "lines": lines}
        await self.hub.tell(self.group, {"type": "live.here", "process": self.hub.name, **who})
        known = self.people.here() if self.sockets[FACILITATORS] else seats  # a desk here shows them all
        if (known, frozenset(ages)) != (self.told, self.told_lately):
            self.told, self.told_lately = known, frozenset(ages)
            self.hub.people_moved(self.workshop_id)


def _facts(workshop_id: int, places: set[doors.Place]) -> tuple[dict[str, int], set[doors.Place]]:
    return seqs_of(workshop_id), doors.expelled(workshop_id, places)
