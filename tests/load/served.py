"""Roundel as it is served, and one more address, which only the load script knows: a push of a given size.

`POST /load/push/?workshop=1&size=2000` hands a frame through the channel layer and the hub, as a push goes.
"""

import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

from config.asgi import application as roundel
from workshop.live.hub import hub
from workshop.models.audiences import PARTICIPANTS

Call = Callable[..., Awaitable[Any]]


async def application(scope: dict[str, Any], receive: Call, send: Call) -> None:
    """Serve Roundel, except for that one address."""
    if scope["type"] != "http" or scope["path"] != "/load/push/":
        await roundel(scope, receive, send)
        return
    asked = dict(parse_qsl(scope["query_string"].decode()))
    await hub.publish(int(asked["workshop"]), {PARTICIPANTS: (0, timed_frame(int(asked["size"])))})
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})


def timed_frame(size: int) -> str:
    """Return a frame of so many characters that carries the moment it was made: one clock on one machine."""
    return json.dumps({"type": "load", "at": time.monotonic(), "html": "x" * (size - 60)})
