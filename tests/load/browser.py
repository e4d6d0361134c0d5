"""One person's browser, as the server sees it: a socket, the number it holds, and a line for its requests."""

import asyncio
import json
import random
import socket
import time
from contextlib import suppress
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from .wire import HANDSHAKE, HttpLine, SocketLine

TOKEN = "a" * 32
SETTLE = 0.3  # seconds, as in static/js/live/keeper.js
LONGEST, PLAIN = 30.0, 4  # seconds, and tries that wait no longer than the last, as in static/js/live/line.js
NARROW = 4096  # bytes that a socket which will not be read may hold


@lru_cache(maxsize=64)
def read(text: bytes) -> dict[str, Any]:
    """Parse a frame; each browser gets the same bytes."""
    frame: dict[str, Any] = json.loads(text)
    return frame


class Browser:
    """Follows a page's regions by the rules of the live protocol.

    Args:
        port: of the server.
        address, regions: of its socket, and of what it fetches when it is behind.
        cookie: whose browser it is.
        wanted: what the count says when everybody has voted.
    """

    def __init__(self, port: int, address: str, regions: str, cookie: str, wanted: str) -> None:
        self.host, self.socket, self.regions = f"127.0.0.1:{port}", address, regions
        self.port, self.cookie, self.wanted = port, f"{cookie}; csrftoken={TOKEN}".lstrip("; "), wanted
        self.held = self.told = -1
        self.right_at = 0.0
        self.spread = 0.25
        self.refetches = self.closed = self.bytes = 0
        self.arrived: list[float] = []
        self.early: dict[int, dict[str, Any]] = {}  # by the number that each follows
        self.greeted = asyncio.Event()
        self.catching_up: asyncio.Task[None] | None = None
        self.http, self.asking = HttpLine(), asyncio.Lock()
        self.line: SocketLine | None = None
        self.narrow = self.comes_back = False
        self.fails, self.greeted_at = 0, 0.0

    async def open(self) -> None:
        """Open the socket and wait for its hello."""
        await self.dial()
        await asyncio.wait_for(self.greeted.wait(), 60)
        assert not self.closed, f"{self.socket} was refused"

    async def dial(self) -> None:
        """Open the socket; ``narrow`` lets little wait in it, so that it is soon blocked when not read."""
        hello = HANDSHAKE.format(path=self.socket, host=self.host, cookie=self.cookie).encode()
        loop, end = asyncio.get_running_loop(), socket.socket()
        if self.narrow:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, NARROW)
        end.setblocking(False)
        await loop.sock_connect(end, ("127.0.0.1", self.port))
        line = SocketLine(hello, self.hear, lambda code: self.ended(line))
        await loop.create_connection(lambda: line, sock=end)
        self.line = line

    def pause(self) -> None:
        """Read nothing more."""
        if self.line and self.line.transport:
            self.line.transport.pause_reading()

    def resume(self) -> None:
        """Read on."""
        if self.line and self.line.transport:
            self.line.transport.resume_reading()

    async def connect(self) -> None:
        """Open the line for requests."""
        self.http = HttpLine()
        await asyncio.get_running_loop().create_connection(lambda: self.http, "127.0.0.1", self.port)

    def ended(self, line: SocketLine | None) -> None:
        """Count a socket that closed, once; come back if that is wanted, else none should close."""
        if line is not self.line:
            return
        self.line = None
        self.closed += 1
        self.greeted.set()
        if self.comes_back:
            asyncio.get_running_loop().create_task(self.come_back())

    async def come_back(self) -> None:
        """Open the socket again after a while, as static/js/live/line.js does."""
        self.fails += 1
        longer = 2 ** max(0, self.fails - PLAIN)
        await asyncio.sleep(random.random() * min(LONGEST, self.spread * longer))
        try:
            await self.dial()
        except OSError:
            self.ended(None)

    def hear(self, text: bytes) -> None:
        """Take a frame: swap, ignore, or fetch afresh a little later."""
        self.bytes += len(text)
        frame = read(text)
        if frame["type"] == "load":
            self.arrived.append(time.monotonic() - frame["at"])
        elif frame["type"] == "push":
            self.push(frame)
        elif frame["type"] in ("hello", "beat"):
            self.compare(frame)

    def push(self, frame: dict[str, Any]) -> None:
        """Show a push that follows on, and what came before it; note one that does not."""
        if frame["seq"] <= self.held:
            return
        self.told = max(self.told, frame["seq"])
        if frame["since"] > self.held:
            self.early[frame["since"]] = frame
            self.behind()
            return
        self.held = frame["seq"]
        self.show(frame["html"])
        if following := self.early.pop(self.held, None):
            self.push(following)

    def compare(self, frame: dict[str, Any]) -> None:
        """Take the server's number; the first is the page's own."""
        if frame["type"] == "hello":
            self.spread = frame["spread"]
            self.held = frame["seq"] if self.held < 0 else self.held
            self.fails, self.greeted_at = 0, time.monotonic()
            self.greeted.set()
        self.told = frame["seq"]
        self.behind()

    def show(self, html: str) -> None:
        """Look whether this screen is right now."""
        if not self.right_at and self.wanted in html:
            self.right_at = time.monotonic()

    def behind(self) -> None:
        """Fetch the regions in a while, unless the missing push comes first."""
        if self.held != self.told and self.catching_up is None:
            self.catching_up = asyncio.get_running_loop().create_task(self.catch_up())

    async def catch_up(self) -> None:
        """Fetch what was missed."""
        await asyncio.sleep(SETTLE + random.random() * self.spread)
        if self.held != self.told:
            self.refetches += 1
            await self.fetch()
        self.catching_up = None
        self.behind()

    async def fetch(self) -> None:
        """Fetch the regions; a server that is down is asked again in a while."""
        try:
            _status, body = await self.ask("GET", f"{self.regions}?seq={self.held}")
        except OSError:
            return
        self.held = int(self.http.answer_headers[b"x-roundel-seq"])
        self.early.clear()
        self.show(body.decode())

    async def vote(self, path: str, cards: list[str]) -> tuple[int, float]:
        """Cast a ballot as the page's form does; return the status and the seconds it took."""
        began = time.monotonic()
        status, _body = await self.ask("POST", path, urlencode([("card", card) for card in cards]))
        return status, time.monotonic() - began

    async def ask(self, method: str, path: str, form: str = "") -> tuple[int, bytes]:
        """Make one request on the kept line; one that the server has closed is opened again."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}", f"Cookie: {self.cookie}"]
        lines += [f"Origin: http://{self.host}", f"X-CSRFToken: {TOKEN}", "HX-Request: true"]
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(form)}"]
        request = "\r\n".join([*lines, "", form]).encode()
        async with self.asking:
            if self.http.is_open:
                with suppress(ConnectionError):  # closed just now, as idle: a browser tries once more
                    return await self.http.ask(request)
            await self.connect()
            return await self.http.ask(request)
