"""The open lines of a recorded workshop: every frame that each reader's socket hears."""

from tests.leaks.cast import Cast
from tests.leaks.recorder import Record
from tests.live.support import Browser, quiet, visit
from workshop.live.hub import Hub

# reader and door; the wall comes by its link.
LINES = (
    ("fay", "desk"),
    ("gus", "desk"),
    ("ben", "room"),
    ("ada", "room"),
    ("ada", "pack"),
    ("ada", "screen"),
    ("chair", "room"),
    ("observer", "room"),
    ("wall", ""),
)


async def listen(hub: Hub, cast: Cast) -> list[tuple[str, Browser]]:
    """Open every line."""
    slug = cast.house.workshop.slug
    lines = []
    for who, door in LINES:
        path = f"/ws/w/{slug}/{door}/" if door else f"/ws/screen/{cast.wall}/"
        lines.append((who, await visit(hub, cast.seats.get(who), path)))
    return lines


async def hear(hub: Hub, lines: list[tuple[str, Browser]], record: Record, moment: str) -> None:
    """Write down what has come over each line since the last time, as it came."""
    await quiet(hub)
    for who, browser in lines:
        waiting = [browser.output_queue.get_nowait() for _ in range(browser.output_queue.qsize())]
        record.hear(who, moment, f"a frame to {who}", "".join(map(str, waiting)))
