"""The client's two lines, as lean as they can be: the client must not be what is measured."""

import asyncio
import os
import struct
from collections.abc import Callable
from typing import cast

import httptools

TEXT, CLOSE, PING = 1, 8, 9
HANDSHAKE = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: c2VhdC1hdC1hLXRhYmxlIQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Cookie: {cookie}\r\n\r\n"
)


class SocketLine(asyncio.Protocol):
    """A websocket that only listens: `hear(text)` gets each frame, `ended(code)` the close."""

    def __init__(self, hello: bytes, hear: Callable[[bytes], None], ended: Callable[[int], None]) -> None:
        self.hello, self.hear, self.ended = hello, hear, ended
        self.buffer = bytearray()
        self.is_open = False
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(self.hello)

    def data_received(self, data: bytes) -> None:
        """Take the answer to the handshake, then frames."""
        self.buffer += data
        if not self.is_open:
            head, end, rest = self.buffer.partition(b"\r\n\r\n")
            self.is_open = bool(end)
            if not self.is_open:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                self.ended(0)
            self.buffer = rest
        while (frame := self._frame()) is not None:
            self._take(*frame)

    def connection_lost(self, reason: Exception | None) -> None:
        """The server has gone."""
        self.ended(0)

    def _frame(self) -> tuple[int, bytes] | None:
        if len(self.buffer) < 2:
            return None
        length, start = self.buffer[1] & 127, 2
        if length > 125:
            start = 4 if length == 126 else 10
            if len(self.buffer) < start:
                return None
            length = int.from_bytes(self.buffer[2:start], "big")
        if len(self.buffer) < start + length:
            return None
        opcode, body = self.buffer[0] & 15, bytes(self.buffer[start : start + length])
        del self.buffer[: start + length]
        return opcode, body

    def _take(self, opcode: int, body: bytes) -> None:
        if opcode == TEXT:
            self.hear(body)
        elif opcode == PING and self.transport:
            mask = os.urandom(4)
            masked = bytes(byte ^ mask[n % 4] for n, byte in enumerate(body))
            self.transport.write(bytes([0x8A, 0x80 | len(body)]) + mask + masked)
        elif opcode == CLOSE:
            self.ended(struct.unpack("!H", body[:2])[0] if body else 1005)


class HttpLine(asyncio.Protocol):
    """A kept-alive HTTP connection that answers one request at a time."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.is_open = False
        self.waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self.headers: dict[bytes, bytes] = {}
        self._fresh()

    def _fresh(self) -> None:
        self.parser = httptools.HttpResponseParser(self)
        self.parts: list[bytes] = []
        self.headers = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the line."""
        self.is_open = True
        self.transport = cast("asyncio.Transport", transport)

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request; return the status and the body of its answer."""
        assert self.transport
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self.waiting

    def data_received(self, data: bytes) -> None:
        """Hand bytes to the parser."""
        self.parser.feed_data(data)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header; called by the parser."""
        self.headers[name.lower()] = value

    def on_body(self, body: bytes) -> None:
        """Keep a part of the body; called by the parser."""
        self.parts.append(body)

    def on_message_complete(self) -> None:
        """Give the answer to who waits for it; called by the parser."""
        status, body = self.parser.get_status_code(), b"".join(self.parts)
        waiting, self.answer_headers = self.waiting, self.headers
        self._fresh()
        if waiting and not waiting.done():
            waiting.set_result((status, body))

    def connection_lost(self, reason: Exception | None) -> None:
        """Nobody will answer any more."""
        self.is_open = False
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(reason or ConnectionResetError("the server closed the connection"))
