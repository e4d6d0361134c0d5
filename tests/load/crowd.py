"""The client, a process of its own: `python -m tests.load.crowd`, with its task as JSON on stdin."""

import asyncio
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import uvloop

from . import crash, stalled
from .browser import Browser
from .measure import cpu_seconds, memory_kb, middle, percentile, thousandths

AT_ONCE = 40  # sockets opened together
ROUNDS, SIZE = 20, 2000  # pushes measured, characters each
LEAST = 20_000  # deliveries measured: the processor's time is counted in hundredths of a second
PATIENCE = 60.0
QUIET = 3.0  # seconds until nobody's coming is news any more


class Crowd:
    """Everybody in the room, and the two screens that watch: the desk and the wall.

    Args:
        task: what the parent knows: ports, the server's process, and what `seed` returned.
    """

    def __init__(self, task: dict[str, Any]) -> None:
        self.task, self.n = task, len(task["people"])
        room, desk = (f"/w/{task['slug']}/{door}/" for door in ("room", "desk"))
        wall = f"/screen/{task['screen']}/"
        self.people = [self.browser(room, f"/ws{room}", cookie) for cookie in task["people"]]
        self.watchers = [self.browser(desk, f"/ws{desk}", task["desk"]), self.browser(wall, f"/ws{wall}", "")]
        for browser in self.people[: round(self.n * task["stalled"])]:
            browser.narrow = True
        self.rounds = max(ROUNDS, LEAST // self.n)
        self.bare = [Browser(task["bare_port"], "/", "/", "", "nothing") for _ in task["people"]]

    def browser(self, page: str, socket: str, cookie: str) -> Browser:
        """Return a browser on Roundel that is right once all have answered."""
        wanted = f"{self.n} of {self.n} have answered"
        return Browser(self.task["port"], socket, f"{page}regions/", cookie, wanted)

    @property
    def screens(self) -> list[Browser]:
        """Every screen that must end right."""
        return [*self.people, *self.watchers]

    async def measure(self) -> dict[str, Any]:
        """Do it all, in order, and return the figures."""
        random.seed(7)
        await self.warm_up()
        figures = {"kb_per_socket": await self.sit_down()}
        figures |= await self.pushes()
        if self.task["stalled"]:
            figures |= await stalled.measure(self, figures["push_ms"])
        used, began = own_cpu(), time.monotonic()
        figures |= await (crash.measure(self) if self.task["crash"] else self.storm())
        used, took = own_cpu() - used, time.monotonic() - began
        return figures | {"client_cpu_s": round(used, 2), "client_busy": round(used / took, 2)}

    async def warm_up(self) -> None:
        """Have the server load what it loads once, so that it is not counted."""
        first = self.browser(f"/w/{self.task['slug']}/room/", self.people[0].socket, self.people[0].cookie)
        await first.connect()
        for path in (f"/w/{self.task['slug']}/room/", first.regions):
            status, _body = await first.ask("GET", path)
            assert status == 200, f"{path} answered {status}"
        await first.open()

    async def sit_down(self) -> float:
        """Open every socket; return what one costs the server, in kB."""
        before = memory_kb(self.task["pid"])
        await in_batches([browser.open() for browser in self.screens])
        await asyncio.sleep(QUIET)
        return round((memory_kb(self.task["pid"]) - before) / len(self.screens), 1)

    async def pushes(self) -> dict[str, float]:
        """Time a push to everybody, in turn from a bare loop and from Roundel, until the last one has it."""
        for browser in self.bare:
            browser.greeted.set()
        await in_batches([browser.open() for browser in self.bare])
        bare_asker = self.bare[0]
        await asyncio.gather(self.watchers[1].connect(), bare_asker.connect())
        used, ours, theirs = 0.0, list[float](), list[float]()
        for _ in range(self.rounds):
            theirs.append(await last_arrival(self.bare, bare_asker, f"/?size={SIZE}"))
            before = cpu_seconds(self.task["pid"])
            ours.append(await self.push(self.people))
            used += cpu_seconds(self.task["pid"]) - before
        return {
            "push_ms": middle(ours),
            "bare_push_ms": middle(theirs),
            "push_ratio": round(middle(ours) / middle(theirs), 2),
            "push_cpu_us_each": round(1e6 * used / self.rounds / self.n, 1),
        }

    async def push(self, listeners: list[Browser], size: int = SIZE) -> float:
        """Have one frame sent to everybody; return the seconds until the last listener has it."""
        address = f"/load/push/?workshop={self.task['workshop']}&size={size}"
        return await last_arrival(listeners, self.watchers[1], address)

    async def connect(self) -> None:
        """Open everybody's line for requests."""
        await in_batches([browser.connect() for browser in self.people])
        await self.watchers[0].connect()

    async def storm(self) -> dict[str, Any]:
        """Have everybody vote within a few seconds; wait until every screen is right."""
        await self.connect()
        for browser in self.screens:
            browser.bytes = 0
        others = self.services_cpu()
        server = cpu_seconds(self.task["pid"])
        answers = await asyncio.gather(*[self.votes(browser) for browser in self.people])
        last = time.monotonic()
        await self.wait_until(lambda: all(browser.right_at for browser in self.screens))
        figures = self.outcome(answers, last)
        figures["server_cpu_s"] = round(cpu_seconds(self.task["pid"]) - server, 2)
        return figures | {"services_cpu_s": round(self.services_cpu() - others, 2)}

    def services_cpu(self) -> float:
        """Return the seconds of processor time that PostgreSQL and Redis have used."""
        return sum(cpu_seconds(pid, reaped=True) for pid in self.task["services"])

    async def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, or patience ends."""
        end = time.monotonic() + PATIENCE
        while not is_so() and time.monotonic() < end:
            await asyncio.sleep(0.005)

    async def votes(self, browser: Browser) -> tuple[int, float]:
        """Vote at some moment within the storm."""
        await asyncio.sleep(random.random() * self.task["within"])
        return await self.vote(browser)

    async def vote(self, browser: Browser) -> tuple[int, float]:
        """Vote for some cards; return the status and the seconds it took."""
        cards = random.sample(self.task["cards"], random.randint(1, self.task["k"]))
        return await browser.vote(f"/w/{self.task['slug']}/rounds/{self.task['round']}/ballot/", cards)

    def outcome(self, answers: list[tuple[int, float]], last: float) -> dict[str, Any]:
        """Return the figures of the storm."""
        took = [seconds for _status, seconds in answers]
        right = [browser.right_at for browser in self.screens]
        settled = max(0.0, max(right) - last) if all(right) else None
        return {
            "answer_p50_ms": thousandths(percentile(took, 0.5)),
            "answer_p99_ms": thousandths(percentile(took, 0.99)),
            "settled_ms": None if settled is None else thousandths(settled),
            "votes_refused": sum(status != 200 for status, _ in answers),
            "screens_wrong": sum(not at for at in right),
            "sockets_closed": sum(browser.closed for browser in self.screens),
            "refetches": sum(browser.refetches for browser in self.screens),
            "kb_heard_by_each": round(sum(browser.bytes for browser in self.people) / self.n / 1000, 1),
        }


async def in_batches(work: list[Any]) -> None:
    """Do many things, some at a time."""
    for start in range(0, len(work), AT_ONCE):
        await asyncio.gather(*work[start : start + AT_ONCE])


async def last_arrival(listeners: list[Browser], asker: Browser, path: str) -> float:
    """Ask for a push; return the seconds from its making until the last listener has it."""
    for browser in listeners:
        browser.arrived.clear()
    status, _body = await asker.ask("POST", path)
    assert status == 200, f"{path} answered {status}"
    async with asyncio.timeout(PATIENCE):
        while not all(browser.arrived for browser in listeners):
            await asyncio.sleep(0.005)
    return max(browser.arrived[0] for browser in listeners)


def own_cpu() -> float:
    """Return the seconds of processor time that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.stdout.write(json.dumps(uvloop.run(Crowd(json.load(sys.stdin)).measure())))
