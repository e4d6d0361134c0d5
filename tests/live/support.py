"""A clock that moves when told to, browsers that are channels' communicators, and frames as dictionaries."""

import asyncio
import json
from collections.abc import Callable
from itertools import count
from typing import Any

from channels.routing import URLRouter
from channels.sessions import CookieMiddleware
from channels.testing import WebsocketCommunicator

from tests.support import client_of
from workshop.live import doors, pacing
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.live.routing import doors as routes
from workshop.live.sockets import Socket
from workshop.live.subscription import Subscription
from workshop.models import Seat
from workshop.models.audiences import PARTICIPANTS
from workshop.models.languages import COOKIE, ENGLISH

PATIENCE = 20  # seconds that a test waits for what must come
AGAIN = 500  # turns after which a process that did not hear itself speaks again


class Clock:
    """Seconds that pass only by `sleep`, which returns at once after the loop has run."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let others run, and move on by so many seconds."""
        self.slept.append(round(seconds, 6))
        self.now += seconds
        await settle()


async def settle(turns: int = 20) -> None:
    """Let everything that is ready run."""
    for _ in range(turns):
        await asyncio.sleep(0)


async def wait_until(is_so: Callable[[], bool]) -> None:
    """Let everything else run until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():
            await asyncio.sleep(0.001)


async def quiet(hub: Hub) -> None:
    """Wait until every push that is due has been made and has come round through the layer."""
    for _ in range(2):  # the first time may be news of who is here
        for ear in list(hub.subscriptions.values()):
            await idle()
            await echo(ear)
        await idle()
    await in_thread(bool)  # who is here was read before this
    await settle()


async def echo(ear: Subscription) -> None:
    """Wait until a subscription has heard itself through the layer.

    Redis may take up what is published a moment before it takes up a new subscription, as they come by two
    lines. A browser catches up by its next number; a test speaks again.
    """
    ear.echo_due = True
    async with asyncio.timeout(PATIENCE):
        for turn in count():
            if not ear.echo_due:
                return
            if turn % AGAIN == 0:
                await ear.tell_presence()
            await asyncio.sleep(0.001)


async def idle() -> None:
    """Wait until no push is being made."""
    await settle()
    await wait_until(lambda: not pacing.pacer.running)


async def never(seconds: float) -> None:
    """A beat that does not come: tests call `beat` themselves."""
    await asyncio.Event().wait()


class Wire:
    """The server's end of a line: it keeps what was sent, and can be blocked or broken."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.free = asyncio.Event()
        self.free.set()
        self.broken = False

    async def send(self, message: dict[str, Any]) -> None:
        """Take a message, once the line is free."""
        if self.broken:
            raise OSError("gone")
        if not self.free.is_set():
            await self.free.wait()
        self.sent.append(message)

    def texts(self) -> list[str]:
        """Return the frames that went out."""
        return [message["text"] for message in self.sent if "text" in message]


def place(workshop_id: int = 7, audience: str = PARTICIPANTS, seat: int = 1) -> doors.Place:
    """Return a place that needs no database."""
    return doors.Place(workshop_id, audience, seat, f"{seat:032x}", link_id=seat)


def socket_on(wire: Wire, where: doors.Place | None = None, patience: float = 10) -> Socket:
    """Return a socket that no task serves."""
    socket = Socket(wire.send, where or place(), patience=patience)
    socket.task = None
    return socket


def cookies_of(seat: Seat | None, language: str = ENGLISH) -> list[tuple[bytes, bytes]]:
    """Return the header by which a browser shows its seat, and what it reads in."""
    jar = client_of(seat).cookies
    jar[COOKIE] = language
    return [(b"cookie", "; ".join(f"{name}={jar[name].value}" for name in jar).encode())]


class Browser(WebsocketCommunicator):
    """One page's socket."""

    def __init__(self, hub: Hub, path: str, headers: list[tuple[bytes, bytes]]) -> None:
        super().__init__(CookieMiddleware(URLRouter(routes(hub))), path, headers=headers)

    async def frame(self) -> dict[str, Any]:
        """Return the next frame; a close is ``{"type": "close", "code": ...}``."""
        message = await self.receive_output(PATIENCE)
        if message["type"] == "websocket.close":
            return {"type": "close", "code": message["code"]}
        frame: dict[str, Any] = json.loads(message["text"])
        return frame

    async def until(self, kind: str) -> dict[str, Any]:
        """Return the next frame of a kind, past all others."""
        while (frame := await self.frame())["type"] != kind:
            pass
        return frame

    def heard(self) -> list[dict[str, Any]]:
        """Return the frames that have come and were not read yet, and forget them."""
        waiting = [self.output_queue.get_nowait() for _ in range(self.output_queue.qsize())]
        return [json.loads(message["text"]) for message in waiting if "text" in message]


async def visit(hub: Hub, seat: Seat | None, path: str, language: str = ENGLISH) -> Browser:
    """Open a socket as somebody, from a page in a language."""
    browser = Browser(hub, path, await in_thread(cookies_of, seat, language))
    accepted, _ = await browser.connect(PATIENCE)
    assert accepted
    return browser
