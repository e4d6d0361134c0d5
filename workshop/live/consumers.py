"""The doors for sockets. They only push: whatever a browser wants to change goes over HTTP."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from typing import Any

from django.utils.functional import SimpleLazyObject

from workshop.models.languages import ENGLISH, language_of
from workshop.models.passes import pass_name

from . import doors, frames, pacing
from .build import build
from .doors import Knock, Place
from .gathered import Gathered
from .hub import Hub
from .numbers import numbers_at
from .reading import in_thread
from .signed_in import user_of
from .sockets import REFUSED, TRY_AGAIN, UNWANTED, Socket
from .trouble import Trouble

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
RETRY_AFTER = 5.0
BY_LINK = ("room", "pack", "screen")  # doors at which a personal link comes before who is signed in


def _greetings(audiences: Collection[tuple[int, str]]) -> dict[tuple[int, str], tuple[int, str]]:
    """Return what each audience is greeted with: its number, and the code's name."""
    return {one: (seq, build()) for one, seq in numbers_at(audiences).items()}


ARRIVALS = Gathered(doors.places_at)
GREETINGS = Gathered(_greetings)


class Door:
    """Serves one socket: who it is, join, read, then nothing but pushes until it closes.

    Args:
        name: ``room``, ``pack``, ``desk``, ``screen``, or ``wall`` for a wall screen's link.
        hub: where sockets gather.
    """

    def __init__(self, name: str, hub: Hub) -> None:
        self.name, self.hub = name, hub
        self.trouble = Trouble("A live page could not be let in")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Accept first, even whom this door is shut for: the code 4403 tells the browser not to come back."""
        await receive()
        await send({"type": "websocket.accept"})
        try:
            place = await self.place(scope)
        except Exception as reason:
            self.trouble.begins(reason)
            await send({"type": "websocket.send", "text": frames.bye(frames.RESTART, RETRY_AFTER)})
            await send({"type": "websocket.close", "code": TRY_AGAIN})
            return
        self.trouble.ends()
        if place is None:
            await send({"type": "websocket.close", "code": REFUSED})
            return
        language = ENGLISH if place.facilitates else language_of(scope["cookies"])
        await self.seat(Socket(send, place, language=language), receive)

    async def place(self, scope: Scope) -> Place | None:
        """Return the place of whoever stands at this door, found with others if they have a pass."""
        slug = scope["url_route"]["kwargs"].get("slug", "")
        key = scope["cookies"].get(pass_name(slug), "")
        together = await ARRIVALS(Knock(self.name, slug, key)) if key and self.name in BY_LINK else None
        return together or await in_thread(self.find, scope)

    def find(self, scope: Scope) -> Place | None:
        """Return the place of whoever stands at this door; ``None``: it is shut."""
        address = scope["url_route"]["kwargs"]
        if self.name == "wall":
            found = doors.wall_for(address["secret"])
            return found[1] if found else None
        cookies = scope["cookies"]
        user: Any = SimpleLazyObject(partial(user_of, cookies))  # as on a page: read where it is asked for
        return doors.place_at(self.name, address["slug"], cookies, user)

    async def seat(self, socket: Socket, receive: Receive) -> None:
        """Serve the socket until the browser or the server ends it."""
        try:
            await self.serve(socket)
            if (await receive())["type"] != "websocket.disconnect":
                socket.end(UNWANTED)
                await asyncio.sleep(0)  # this task stops here
        except asyncio.CancelledError:
            if socket.ending is None:
                raise
        finally:
            self.hub.leave(socket)
        await socket.say_goodbye()

    async def serve(self, socket: Socket) -> None:
        """Join first, read second: a change between the two is heard, never missed."""
        pacing.pacer.start(asyncio.get_running_loop())
        if await self.hub.join(socket):
            pacing.catch_up(socket.place.workshop_id)
        place = socket.place
        greeting = await GREETINGS((place.workshop_id, place.audience))
        seq, name = greeting or (0, "")
        socket.put("hello", frames.hello(seq, self.hub.spread(), name))
        self.hub.greet(socket)


async def nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    """Close a socket whose address leads nowhere."""
    await receive()
    await send({"type": "websocket.close", "code": REFUSED})
