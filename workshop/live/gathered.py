"""The same looked up for many who ask at once: a thousand do when a server comes back."""

import asyncio
from collections.abc import Callable, Collection, Hashable, Mapping
from contextvars import Context
from typing import Generic, TypeVar

from .reading import in_thread

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Gathered(Generic[K, V]):
    """Looks up many keys in one piece of work on the live room's thread.

    The first is looked up at once; those that come while it is are looked up together after it.

    Args:
        work: returns what it finds, by key.
    """

    def __init__(self, work: Callable[[Collection[K]], Mapping[K, V]]) -> None:
        self.work = work
        self.waiting: list[tuple[K, asyncio.Future[V | None]]] = []
        self.running: asyncio.Task[None] | None = None

    async def __call__(self, key: K) -> V | None:
        """Return what was found for a key, or nothing; what the work raises is raised to all who wait."""
        loop = asyncio.get_running_loop()
        found: asyncio.Future[V | None] = loop.create_future()
        self.waiting.append((key, found))
        if self.running is None or self.running.done() or self.running.get_loop() is not loop:
            self.running = loop.create_task(self.run(), context=Context())
        return await found

    async def run(self) -> None:
        """Look up group after group until nobody waits."""
        while self.waiting:
            group, self.waiting = self.waiting, []
            try:
                answers = await in_thread(self.work, {key for key, _found in group})
            except Exception as reason:
                _fail([found for _key, found in group], reason)
                continue
            for key, found in group:
                if not found.done():
                    found.set_result(answers.get(key))


def _fail(waiting: Collection["asyncio.Future[V | None]"], reason: Exception) -> None:
    for found in waiting:
        if not found.done():
            found.set_exception(reason)
