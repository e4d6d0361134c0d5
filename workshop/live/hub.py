"""This process's sockets, workshop by workshop, and its way to the other processes."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Any

from channels.layers import InMemoryChannelLayer, get_channel_layer

from . import frames
from .lately import Lately, lately
from .sockets import TRY_AGAIN, Socket
from .subscription import LayerDown, Subscription
from .trouble import Trouble

Pushes = dict[str, tuple[int, str]]  # by audience: number, frame
RETRY_AFTER = 5.0  # seconds before a browser tries a layer that was down
LEAST_SPREAD, MOST_SPREAD, PER_SECOND = 0.25, 6.0, 160


class Hub:
    """Holds one subscription for each workshop that somebody here listens to.

    Args:
        beat_every: least and most seconds between beats.
        sleep: how to wait for the next beat; tests bring their own.
        layer_patience: seconds that the channel layer may take.
        presence_gap: seconds in which comings and goings are gathered.
        lately: who loaded a page through this process; tests bring that of another.
    """

    def __init__(
        self,
        *,
        beat_every: tuple[float, float] = (12.0, 15.0),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        layer_patience: float = 5.0,
        presence_gap: float = 2.0,
        lately: Lately = lately,
    ) -> None:
        self.beat_every, self.sleep = beat_every, sleep
        self.layer_patience, self.presence_gap = layer_patience, presence_gap
        self.lately = lately
        self.name = uuid.uuid4().hex
        self.subscriptions: dict[int, Subscription] = {}
        self.people_moved: Callable[[int], None] = lambda workshop_id: None
        self.trouble = Trouble("The channel layer does not answer")
        self.database = Trouble("A beat could not read the database")
        self.closing: set[asyncio.Task[None]] = set()

    @property
    def layer(self) -> Any:
        """The channel layer: in memory for one process, Redis for several."""
        return get_channel_layer()

    def count(self, workshop_id: int | None = None) -> int:
        """Return how many sockets this process holds, for one workshop or in all."""
        chosen = self.subscriptions if workshop_id is None else {workshop_id} & self.subscriptions.keys()
        return sum(len(self.subscriptions[one].all_sockets()) for one in list(chosen))

    def listens(self, workshop_id: int, audience: str) -> bool:
        """Whether anybody may hear a push; with Redis that cannot be known."""
        if not isinstance(self.layer, InMemoryChannelLayer):
            return True
        subscription = self.subscriptions.get(workshop_id)
        return bool(subscription and subscription.sockets[audience])

    def giving(self, workshop_id: int) -> float:
        """Return how many seconds it took to give the last push to the sockets here."""
        subscription = self.subscriptions.get(workshop_id)
        return subscription.giving if subscription else 0.0

    def spread(self) -> float:
        """Return over how many seconds browsers should come back, so that they do not come all at once."""
        return max(LEAST_SPREAD, min(MOST_SPREAD, self.count() / PER_SECOND))

    async def join(self, socket: Socket) -> bool:
        """Let a socket hear what is published from now on; return whether it is the workshop's first here.

        If the layer is down, the socket is ended instead.
        """
        workshop_id = socket.place.workshop_id
        is_first = workshop_id not in self.subscriptions
        if is_first:
            self.subscriptions[workshop_id] = Subscription(self, workshop_id)
        subscription = self.subscriptions[workshop_id]
        subscription.sockets[socket.place.audience].add(socket)
        try:
            await asyncio.shield(subscription.opening)
        except Exception as reason:
            self.layer_failed(reason)
            await asyncio.sleep(0)  # this task, whose socket has just been ended, stops here
            raise LayerDown from reason
        self.trouble.ends()
        subscription.moved()
        return is_first

    def greet(self, socket: Socket) -> None:
        """Tell a socket who is here, as its audience was told last: a page loaded again is no news."""
        subscription = self.subscriptions.get(socket.place.workshop_id)
        if subscription and (text := subscription.shown.get(socket.reader)):
            socket.put("here", text)

    def leave(self, socket: Socket) -> None:
        """Forget a socket; the subscription ends with the workshop's last."""
        subscription = self.subscriptions.get(socket.place.workshop_id)
        if subscription is None or socket not in subscription.sockets[socket.place.audience]:
            return
        subscription.sockets[socket.place.audience].discard(socket)
        subscription.moved()
        if not subscription.all_sockets():
            self._close(subscription)
            loop = asyncio.get_running_loop()
            loop.call_later(self.presence_gap, self._tell_of_nobody_soon, socket.place.workshop_id)

    def _tell_of_nobody_soon(self, workshop_id: int) -> None:
        telling = self.tell_of_nobody(workshop_id)
        self._keep(asyncio.get_running_loop().create_task(telling, context=Context()))

    async def tell_of_nobody(self, workshop_id: int) -> None:
        """Tell the other processes that no line of a workshop is left here, unless one has opened since."""
        if workshop_id not in self.subscriptions:
            nobody = {"type": "live.here", "process": self.name, "seats": []}
            await self.tell(f"workshop.{workshop_id}", nobody)

    async def publish(self, workshop_id: int, pushes: Pushes) -> None:
        """Hand frames to every process that has sockets of the workshop."""
        await self.tell(f"workshop.{workshop_id}", {"type": "live.push", "pushes": pushes})

    async def tell(self, group: str, message: dict[str, Any]) -> None:
        """Send a message to a group; if the layer does not take it, no socket stays open and deaf."""
        try:
            async with asyncio.timeout(self.layer_patience):
                await self.layer.group_send(group, message)
        except Exception as reason:
            self.layer_failed(reason)

    def looked_in(self, workshop_id: int, uid: str) -> None:
        """Somebody loaded a page without a line so far: tell it with who is here, or alone; on the loop."""
        if subscription := self.subscriptions.get(workshop_id):
            subscription.moved()
            return
        telling = self.tell_looked_in(workshop_id, uid)
        self._keep(asyncio.get_running_loop().create_task(telling, context=Context()))

    async def tell_looked_in(self, workshop_id: int, uid: str) -> None:
        """Tell the other processes: this one has no sockets of the workshop."""
        age = self.lately.ages(workshop_id).get(uid)
        if age is None:
            return  # they have opened a line since
        message = {"type": "live.here", "process": self.name, "seats": [], "lately": {uid: age}}
        await self.tell(f"workshop.{workshop_id}", message)

    def layer_failed(self, reason: Exception) -> None:
        """End all sockets, so that their pages fetch what they show, and come back in a while."""
        self.trouble.begins(reason)
        for subscription in list(self.subscriptions.values()):
            for socket in subscription.all_sockets():
                socket.end(TRY_AGAIN, frames.bye(frames.LAYER, RETRY_AFTER))
            self._close(subscription)

    def _close(self, subscription: Subscription) -> None:
        if self.subscriptions.get(subscription.workshop_id) is subscription:
            del self.subscriptions[subscription.workshop_id]
        self._keep(asyncio.get_running_loop().create_task(self._closed(subscription), context=Context()))

    def _keep(self, task: asyncio.Task[None]) -> None:
        """Hold on to a task until it is done: the loop alone does not."""
        self.closing.add(task)
        task.add_done_callback(self.closing.discard)

    async def _closed(self, subscription: Subscription) -> None:
        try:
            await subscription.close()
        except Exception as reason:
            self.trouble.begins(reason)


hub = Hub()

__all__ = ["Hub", "LayerDown", "Pushes", "hub"]
