"""Requests gathered: where a whole room asks at once, a request each is what makes them wait."""

import asyncio
import io
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import RequestAborted
from django.db import connection
from django.http import parse_cookie
from django.http.response import HttpResponseBase

from config.handler import Call, PooledHandler
from workshop.models.languages import ENGLISH, language_of, offered
from workshop.views import regions, votes
from workshop.views.put_off import MAY_WAIT, PutOff, Work

GATHER = 0.01  # seconds: what comes within it is answered together
MOST = 10_000  # bytes of a form; a vote has a few hundred
Scope = dict[str, Any]
Answer = HttpResponseBase | Work
log = logging.getLogger(__name__)


@dataclass
class _Waiting:
    scope: Scope
    body: bytes
    answer: "asyncio.Future[Answer]"


class Gathering:
    """Hands requests of one kind to one thread in groups; those that need it go the long way, as all others.

    Each request goes through the whole stack of middlewares by itself; only what its view would look up and
    write is done for all at once. Each is answered after the commit.

    Args:
        pages: answers one request.
        otherwise: where requests of another kind go.
        is_ours: whether a request may be of the kind; what it is in truth, its view knows.
        answer_all: gives many their answers.
        sleep: waiting for seconds; tests bring their own.
    """

    def __init__(
        self,
        pages: PooledHandler,
        otherwise: Call,
        is_ours: Callable[[Scope], bool],
        answer_all: Callable[[Sequence[Any]], None],
        sleep: Callable[[float], Any] = asyncio.sleep,
    ) -> None:
        self.pages, self.otherwise, self.is_ours = pages, otherwise, is_ours
        self.answer_all, self.sleep = answer_all, sleep
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="gathered")
        self.waiting: list[_Waiting] = []
        self.gathering: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Call, send: Call) -> None:
        """Answer one request."""
        if not self.is_ours(scope):
            await self.otherwise(scope, receive, send)
            return
        try:
            body = await self.pages.read_body(receive)
        except RequestAborted:
            return
        answer = await self.put(scope, body.read())
        if not isinstance(answer, HttpResponseBase):
            answer = await asyncio.wrap_future(self.pages.threads.submit(Context().run, answer))
        await self.pages.send_response(answer, send)

    def put(self, scope: Scope, body: bytes) -> "asyncio.Future[Answer]":
        """Let a request wait for its group."""
        loop = asyncio.get_running_loop()
        mine = _Waiting(scope, body, loop.create_future())
        self.waiting.append(mine)
        if self.gathering is None or self.gathering.done():
            self.gathering = loop.create_task(self.gather(), context=Context())
        return mine.answer

    async def gather(self) -> None:
        """Answer group after group until nobody waits."""
        while self.waiting:
            await self.sleep(GATHER)
            group, self.waiting = self.waiting, []
            answers = await asyncio.wrap_future(self.thread.submit(self.answers, group))
            for mine, answer in zip(group, answers, strict=True):
                if not mine.answer.done():
                    mine.answer.set_result(answer)

    def answers(self, group: Sequence[_Waiting]) -> list[Answer]:
        """Return for each its response, or what makes it on a thread for pages."""
        responses = [self.begun(one) for one in group]
        try:
            self.answer_all([each for each in responses if isinstance(each, PutOff)])
        except Exception:
            log.exception("Requests could not be answered together, so each is answered alone")
        finally:
            if connection.vendor != "sqlite" or connection.errors_occurred:
                connection.close()
        return [self.ended(one, response) for one, response in zip(group, responses, strict=True)]

    def begun(self, one: _Waiting) -> HttpResponseBase:
        """Return what the middlewares make of a request whose view puts it off."""
        work = partial(self.pages.respond, one.scope | {MAY_WAIT: True}, io.BytesIO(one.body))
        return Context().run(work)

    def ended(self, one: _Waiting, response: HttpResponseBase) -> Answer:
        """Return the answer; without one, the request goes the long way, whole."""
        if not isinstance(response, PutOff):
            return response
        return response.answer or partial(self.pages.respond, one.scope, io.BytesIO(one.body))


def is_vote(scope: Scope) -> bool:
    """Whether a request may be a vote that can wait for others."""
    ours = scope["method"] == "POST" and scope["path"].endswith("/ballot/")
    return ours and _is_small(scope) and _in_english(scope)


def asks_regions(scope: Scope) -> bool:
    """Whether a request may ask for the live regions of a page that many have open."""
    ours = scope["method"] == "GET" and scope["path"].endswith(("/room/regions/", "/pack/regions/"))
    return ours and _in_english(scope)


def _is_small(scope: Scope) -> bool:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return all(length.isdigit() and int(length) <= MOST for length in lengths[:1] or [b"-"])


def _in_english(scope: Scope) -> bool:
    """Whether an answer is in English, as those are that are written for many at once."""
    if len(offered()) == 1:
        return True
    cookies = [value.decode("latin1") for name, value in scope["headers"] if name == b"cookie"]
    return language_of(parse_cookie("; ".join(cookies))) == ENGLISH


def gathered(pages: PooledHandler) -> Gathering:
    """Return what gathers votes and regions, on a thread each, and hands all else to ``pages``."""
    catching_up = Gathering(pages, pages, asks_regions, regions.answer_together)
    return Gathering(pages, catching_up, is_vote, votes.answer_together)
