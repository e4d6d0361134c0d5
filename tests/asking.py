"""Asking an ASGI application for one answer, as a server does."""

import asyncio
from collections.abc import Callable
from typing import Any

FORM = [(b"host", b"testserver"), (b"content-type", b"application/x-www-form-urlencoded")]


async def ask(
    handler: Callable[[], Any], method: str, path: str, body: bytes = b"", headers: Any = FORM
) -> dict[str, Any]:
    """Return the status, headers and body of a handler's answer, once it has done with the request."""
    address, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": address,
        "query_string": query.encode(),
        "headers": headers,
    }
    coming = [{"type": "http.request", "body": body}]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return coming.pop() if coming else await asyncio.Event().wait()  # type: ignore[return-value]  # it never does

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await asyncio.wait_for(handler()(scope, receive, send), 10)
    return {**sent[0], "body": b"".join(message.get("body", b"") for message in sent)}
