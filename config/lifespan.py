"""Check the settings when a server starts, so that a wrong one is told at once and not to a visitor."""

import asyncio
from typing import Any

from asgiref.sync import sync_to_async

from config.checks import problems
from config.keeping import serving
from config.memory import settle
from config.origin import App
from config.rehearsing import beats
from workshop.live.pacing import pacer


async def lifespan(scope: dict[str, Any], receive: App, send: App) -> None:
    """Answer the server's start and stop; a failed check refuses the start and says why."""
    while (await receive())["type"] != "lifespan.shutdown":
        wrong = await sync_to_async(problems)() or ("" if serving.hold() else serving.WAIT)
        verdict = {"type": "lifespan.startup.complete"}
        if wrong:
            verdict = {"type": "lifespan.startup.failed", "message": f"Roundel cannot start. {wrong}"}
        settle()
        pacer.start(asyncio.get_running_loop())
        beats.start()
        await send(verdict)
    beats.stop()
    await send({"type": "lifespan.shutdown.complete"})
