"""Some browsers stop reading: what the others lose by it, and what the server keeps for those."""

import asyncio
from typing import TYPE_CHECKING, Any

from .measure import memory_kb, middle

if TYPE_CHECKING:
    from .crowd import Crowd

FILL, BIG = 70, 50_000  # pushes, and characters each, that fill the system's buffers: 2.6 MB a socket


async def measure(crowd: "Crowd", push_ms: float) -> dict[str, Any]:
    """Have the narrow sockets stop reading; push as before; have them read again.

    Args:
        push_ms: what a push takes while everybody reads.

    Returns:
        how many stopped; how long a push took then until the last of the others had it, and against
        before; how many pushes the others missed; kB that the server kept for each; and the part of the
        pushes that those who stopped had missed when they read again, which shows that they were blocked.
    """
    stalled = [browser for browser in crowd.people if browser.narrow]
    readers = [browser for browser in crowd.people if not browser.narrow]
    before = memory_kb(crowd.task["pid"])
    for browser in stalled:
        browser.arrived.clear()
        browser.pause()
    for _ in range(FILL):
        await crowd.push(readers, BIG)
    kept = memory_kb(crowd.task["pid"]) - before
    took = [await crowd.push(readers) for _ in range(crowd.rounds)]
    open_still = sum(browser.line is not None for browser in stalled)
    for browser in stalled:
        browser.resume()
    await asyncio.sleep(1)
    heard = sum(len(browser.arrived) for browser in stalled) / len(stalled)
    return {
        "stalled": len(stalled),
        "stalled_open": open_still,
        "stalled_missed": round(1 - heard / (FILL + crowd.rounds), 2),
        "stalled_kb_each": round(kept / len(stalled), 1),
        "stalled_push_ms": middle(took),
        "stalled_push_ratio": round(middle(took) / push_ms, 2),
    }
