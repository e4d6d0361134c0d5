"""A browser that does not read harms nobody, is held to its newest frames, and is closed in the end."""

import asyncio
from typing import Any

import pytest

from tests.live.support import Wire, place, settle, socket_on
from workshop.live.sockets import Socket, started


async def test_a_free_line_takes_a_frame_at_once_and_without_a_task() -> None:
    wire = Wire()
    socket = socket_on(wire)
    before = len(asyncio.all_tasks())
    socket.put("push", "one")
    assert wire.texts() == ["one"]
    assert len(asyncio.all_tasks()) == before


async def test_a_busy_line_keeps_only_the_newest_frame_of_each_kind() -> None:
    wire = Wire()
    socket = socket_on(wire)
    wire.free.clear()
    for number in range(100):
        socket.put("push", f"push {number}")
        socket.put("beat", f"beat {number}")
    assert len(socket.newest) <= 2
    wire.free.set()
    await settle()
    # The first was under way already; of the rest only the newest of each kind was kept.
    assert wire.texts() == ["push 0", "beat 99", "push 99"]


async def test_a_slow_socket_does_not_hold_up_the_others() -> None:
    wires = [Wire() for _ in range(5)]
    wires[2].free.clear()
    for wire in wires:
        socket_on(wire).put("push", "news")
    assert [wire.texts() for wire in wires] == [["news"], ["news"], [], ["news"], ["news"]]
    wires[2].free.set()
    await settle()
    assert wires[2].texts() == ["news"]


async def serve(socket: list[Socket], wire: Wire, patience: float) -> None:
    """Be the task of a socket, as the door is."""
    socket.append(Socket(wire.send, place(), patience=patience))
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        await socket[0].say_goodbye()


async def test_a_socket_that_stays_blocked_is_closed() -> None:
    wire, made = Wire(), list[Socket]()
    task = asyncio.create_task(serve(made, wire, patience=0))
    await settle()
    wire.free.clear()
    made[0].put("push", "news")
    await asyncio.wait_for(task, 5)
    assert made[0].ending == (1013, "")
    assert wire.sent == []  # nothing more is put into a full line


async def test_a_socket_that_wakes_in_time_is_not_closed() -> None:
    wire = Wire()
    socket = socket_on(wire, patience=3600)
    wire.free.clear()
    socket.put("push", "news")
    wire.free.set()
    await settle()
    assert (socket.sending, socket.ending) == (None, None)


async def test_the_last_frame_says_why_and_the_code_follows() -> None:
    wire, made = Wire(), list[Socket]()
    task = asyncio.create_task(serve(made, wire, patience=10))
    await settle()
    made[0].end(4403, "farewell")
    made[0].end(1013, "again")
    await task
    assert wire.sent == [
        {"type": "websocket.send", "text": "farewell"},
        {"type": "websocket.close", "code": 4403},
    ]


async def test_a_broken_line_is_left_alone() -> None:
    wire = Wire()
    socket = socket_on(wire)
    wire.broken = True
    socket.put("push", "one")
    wire.broken = False
    socket.put("push", "two")
    assert socket.is_dead
    assert wire.sent == []


@pytest.mark.parametrize("turns", [1, 3])
async def test_what_is_left_of_a_send_is_carried_on_by_a_task(turns: int) -> None:
    done: list[str] = []

    async def send() -> None:
        for _ in range(turns):
            await asyncio.get_running_loop().run_in_executor(None, lambda: None)
        done.append("sent")

    rest = started(send())
    assert rest is not None
    assert done == []
    await rest
    assert done == ["sent"]


async def test_an_error_in_the_rest_of_a_send_comes_out() -> None:
    async def send() -> None:
        await asyncio.sleep(0)
        raise OSError("gone")

    rest: Any = started(send())
    with pytest.raises(OSError, match="gone"):
        await rest
