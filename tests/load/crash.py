"""The server is killed and started again: how soon everybody is back, and what a vote takes meanwhile."""

import asyncio
import os
import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

from .measure import cpu_seconds, family, percentile, thousandths

if TYPE_CHECKING:
    from .browser import Browser
    from .crowd import Crowd

LATE = 0.2  # of the people vote after the crash
MEANWHILE = 8.0  # seconds after the server listens, within which they vote


async def measure(crowd: "Crowd") -> dict[str, Any]:
    """Have most vote, kill the server, start it, have the rest vote while everybody comes back.

    Returns:
        seconds from when the server listened again until every socket was back, and until every screen was
        right; the answers to the votes meanwhile; how long the start took.
    """
    cut = int(len(crowd.people) * LATE)
    late, early = crowd.people[:cut], crowd.people[cut:]
    await crowd.connect()
    await asyncio.gather(*[crowd.votes(browser) for browser in early])
    for browser in crowd.screens:
        browser.comes_back = True
    killed = time.monotonic()
    for pid in family(crowd.task["pid"]):
        os.kill(pid, signal.SIGKILL)
    while await answers_at(crowd.task["port"]):  # the last of it goes a little later
        await asyncio.sleep(0.005)
    server = subprocess.Popen(crowd.task["command"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        up = await listening(crowd.task["port"])
        answers = await asyncio.gather(*[votes_late(crowd, browser) for browser in late])
        await crowd.wait_until(lambda: all(one.right_at and one.greeted_at > up for one in crowd.screens))
        return figures(crowd, answers, killed, up) | {"server_cpu_s": round(cpu_seconds(server.pid), 2)}
    finally:
        server.terminate()
        server.wait(timeout=30)


async def listening(port: int) -> float:
    """Return when the server listens."""
    while not await answers_at(port):
        await asyncio.sleep(0.02)
    return time.monotonic()


async def answers_at(port: int) -> bool:
    """Whether anybody listens on a port."""
    try:
        _reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def votes_late(crowd: "Crowd", browser: "Browser") -> tuple[int, float]:
    """Vote at some moment while everybody comes back."""
    await asyncio.sleep(random.random() * MEANWHILE)
    return await crowd.vote(browser)


def figures(crowd: "Crowd", answers: list[tuple[int, float]], killed: float, up: float) -> dict[str, Any]:
    """Return what was measured."""
    took = [seconds for _status, seconds in answers]
    right = [browser.right_at for browser in crowd.screens]
    back = [browser.greeted_at for browser in crowd.screens]
    return {
        "start_s": round(up - killed, 1),
        "all_back_s": round(max(back) - up, 1) if min(back) > up else None,
        "all_right_s": round(max(right) - up, 1) if all(right) else None,
        "answer_p50_ms": thousandths(percentile(took, 0.5)),
        "answer_p95_ms": thousandths(percentile(took, 0.95)),
        "votes_refused": sum(status != 200 for status, _ in answers),
        "screens_wrong": sum(not at for at in right),
        "refetches": sum(browser.refetches for browser in crowd.screens),
    }
