"""Django's handler for ASGI, with its whole synchronous stack on a few long-lived threads.

Django's own gives each request a new thread, and so a new database connection. This one leans on parts of
Django that are not documented, so Django is pinned, and `tests/test_handler.py` asks the same of both.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import IO, Any

from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.signals import request_started
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

THREADS = 8  # one that waits for a mail server must not hold up the rest; more would wait for the database
Call = Callable[..., Awaitable[Any]]


class PooledHandler(ASGIHandler):
    """Answers each request in one piece of work on one thread.

    A response that streams is read to its end there, for a connection belongs to its thread: nothing that
    Roundel streams is large.
    """

    def __init__(self, threads: int = THREADS) -> None:
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="pages")
        super().__init__()

    def load_middleware(self, is_async: bool = False) -> None:
        """Build the chain for threads, whatever is asked."""
        super().load_middleware(is_async=False)

    async def __call__(self, scope: dict[str, Any], receive: Call, send: Call) -> None:
        """Read the body, have a thread answer, send what it answered."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        work = self.threads.submit(Context().run, self.respond, scope, body)
        await self.send_response(await asyncio.wrap_future(work), send)

    def respond(self, scope: dict[str, Any], body: IO[bytes]) -> HttpResponseBase:
        """Return the response, its resources closed."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        response: Any = self.get_response(request) if request else refusal
        response._handler_class = self.__class__
        if response.streaming:
            response.streaming_content = _at_once(b"".join(response))
        response.close()
        body.close()
        return response


async def _at_once(content: bytes) -> AsyncIterator[bytes]:
    yield content
