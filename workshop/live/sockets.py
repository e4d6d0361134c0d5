"""One browser's socket: the newest frame of each kind waits for it, never a queue."""

import asyncio
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextvars import Context
from typing import Any

from workshop.models.languages import ENGLISH

from . import frames
from .doors import Place

Send = Callable[[dict[str, Any]], Awaitable[None]]
PATIENCE = 10.0  # seconds that one frame may take
TRY_AGAIN, REFUSED, UNWANTED = 1013, 4403, 1003


class Socket:
    """Made by the task that serves the browser; ending the socket cancels that task.

    Args:
        send: the server's own.
        place: whose it is and what it may hear.
        language: what its page is in. Pushes are in English, so another hears numbers and asks itself.
        patience: seconds after which a socket that takes nothing is closed.
    """

    def __init__(
        self, send: Send, place: Place, *, language: str = ENGLISH, patience: float = PATIENCE
    ) -> None:
        self.send, self.place, self.patience = send, place, patience
        self.language = language
        self.reader = (place.audience, language)
        self.task = asyncio.current_task()
        self.newest: dict[str, str] = {}
        self.sending: asyncio.Task[None] | None = None
        self.is_dead = False
        self.ending: tuple[int, str] | None = None

    def put(self, kind: str, text: str) -> None:
        """Send a frame, or let it take the place of the one of its kind that waits behind a busy line."""
        if self.sending is None and self.ending is None:
            self._give(text)
        else:
            self.newest[kind] = text

    def end(self, code: int, bye: str = "") -> None:
        """Close the socket with a code, after a last frame if the line is free."""
        if self.ending is None:
            self.ending = (code, bye)
            if self.task:
                self.task.cancel()

    async def say_goodbye(self) -> None:
        """Send what `end` asked for; a line that is blocked is left to the server to drop."""
        if self.sending:
            self.sending.cancel()
        elif self.ending and not self.is_dead:
            code, bye = self.ending
            if bye:
                await self.send({"type": "websocket.send", "text": bye})
            await self.send({"type": "websocket.close", "code": code})

    def refuse(self) -> None:
        """Close it for good: the browser does not come back."""
        self.end(REFUSED, frames.bye(frames.GONE, 0))

    def _give(self, text: str) -> None:
        if self.is_dead:
            return
        try:
            rest = started(self.send({"type": "websocket.send", "text": text}))
        except Exception:
            self.is_dead = True  # gone; its own task hears that from the server
            return
        if rest:
            self._wait_for(rest)

    def _wait_for(self, rest: Coroutine[Any, Any, None]) -> None:
        loop = asyncio.get_running_loop()
        timer = loop.call_later(self.patience, self.end, TRY_AGAIN)
        self.sending = loop.create_task(rest, context=Context())
        self.sending.add_done_callback(lambda task: self._sent(task, timer))

    def _sent(self, task: asyncio.Task[None], timer: asyncio.TimerHandle) -> None:
        timer.cancel()
        if task.cancelled() or task.exception():
            self.is_dead = True
            return
        self.sending = None
        while self.newest and self.sending is None:
            self._give(self.newest.pop(next(iter(self.newest))))


def started(sending: Awaitable[None]) -> Coroutine[Any, Any, None] | None:
    """Run a send to its first suspension; return what is left of it, or nothing if it is done.

    Most sends never suspend, so a room is served without a task for each socket, and a browser that
    does not read holds up nobody.
    """
    run = sending.__await__()
    try:
        waits_for = next(run)
    except StopIteration:
        return None
    return _rest(run, waits_for)


async def _rest(run: Generator[Any, Any, None], waits_for: Any) -> None:
    await _resumed(run, waits_for)


@types.coroutine
def _resumed(run: Generator[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    while True:
        thrown = None
        try:
            yield waits_for
        except BaseException as reason:  # a cancellation too: it belongs to the send
            thrown = reason
        try:
            waits_for = run.throw(thrown) if thrown else next(run)
        except StopIteration:
            return
