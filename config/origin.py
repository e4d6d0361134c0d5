"""Refuse a websocket that a page of another site tries to open."""

from collections.abc import Awaitable, Callable
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

App = Callable[..., Awaitable[Any]]
SECURE_SCHEMES = {"wss", "https"}


class OwnOrigin:
    """Let a websocket through if its Origin (scheme, host and port) is the server's own, else answer 403."""

    def __init__(self, inner: App) -> None:
        self.inner = inner

    async def __call__(self, scope: dict[str, Any], receive: App, send: App) -> None:
        """Pass the socket on, or close it before it opens."""
        if is_own(scope):
            await self.inner(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 4403})


def is_own(scope: dict[str, Any]) -> bool:
    """Say whether the page that opens this socket came from here, by the rule of Django's CSRF check."""
    headers = dict(scope.get("headers", []))
    origin = headers.get(b"origin", b"").decode("latin1").lower()
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    host = headers.get(b"host", b"").decode("latin1").lower()
    allowed = settings.ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
    scheme = "https" if scope.get("scheme") in SECURE_SCHEMES else "http"
    return validate_host(split_domain_port(host)[0], allowed) and origin == f"{scheme}://{host}"
