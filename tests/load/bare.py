"""A bare loop over sockets on the same server: what a push costs without Roundel."""

import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

Call = Callable[..., Awaitable[Any]]
sockets: set[Call] = set()


async def application(scope: dict[str, Any], receive: Call, send: Call) -> None:
    """Keep sockets open; a POST sends one frame to each."""
    if scope["type"] == "websocket":
        await keep(receive, send)
    elif scope["type"] == "http":
        await push(int(dict(parse_qsl(scope["query_string"].decode()))["size"]))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body"})
    else:
        while (await receive())["type"] != "lifespan.shutdown":
            await send({"type": "lifespan.startup.complete"})
        await send({"type": "lifespan.shutdown.complete"})


async def keep(receive: Call, send: Call) -> None:
    """Hold one socket until it closes."""
    await receive()
    await send({"type": "websocket.accept"})
    sockets.add(send)
    while (await receive())["type"] != "websocket.disconnect":
        pass
    sockets.discard(send)


async def push(size: int) -> None:
    """Send one frame to every socket, one after another."""
    text = json.dumps({"type": "load", "at": time.monotonic(), "html": "x" * (size - 60)})
    for send in list(sockets):
        await send({"type": "websocket.send", "text": text})
