"""One long-lived thread for the live room's database work.

A thread for each piece of work would open a connection for each. SQLite's connection stays open; PostgreSQL's
goes back to its pool after each piece, or the pool would run dry.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import connection

P = ParamSpec("P")
T = TypeVar("T")
THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")


async def in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do synchronous work that needs the database, in the order in which it was asked for."""
    return await asyncio.wrap_future(THREAD.submit(unit, partial(work, *args, **kwargs)))


def unit(work: Callable[[], T]) -> T:
    """Do one piece of work on a long-lived thread, and leave its connection as such a thread should."""
    try:
        return work()
    finally:
        if connection.vendor != "sqlite" or connection.errors_occurred:
            connection.close()
