"""The rules of the server's sockets and its ear, each with its twin: without the rule, it goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.live.support import Wire, place, settle, socket_on
from workshop.live.hub import Hub
from workshop.live.sockets import Socket
from workshop.live.subscription import LayerDown, Subscription


class Queue(Socket):
    """The twin that keeps every frame for a busy line."""

    def put(self, kind: str, text: str) -> None:
        """Let a frame take nobody's place."""
        super().put(f"{kind} {len(self.newest)}", text)


@pytest.mark.parametrize(("kind", "most"), [(Socket, 2), (Queue, 1000)])
async def test_what_waits_for_a_busy_line_is_bounded(kind: type[Socket], most: int) -> None:
    wire = Wire()
    socket = kind(wire.send, place())
    wire.free.clear()
    for number in range(500):
        socket.put("push", f"push {number}")
        socket.put("beat", f"beat {number}")
    assert (len(socket.newest) <= 2) is (most == 2)
    wire.free.set()
    await settle(3000)
    assert (len(wire.sent) <= 3) is (most == 2)


async def by_steps(sockets: list[Socket], text: str) -> None:
    """Give a frame to each socket as the hub does."""
    for socket in sockets:
        socket.put("push", text)


async def one_by_one(sockets: list[Socket], text: str) -> None:
    """The twin that waits for each before the next."""
    for socket in sockets:
        await socket.send({"type": "websocket.send", "text": text})


@pytest.mark.parametrize(("give", "reached"), [(by_steps, [1, 0, 1]), (one_by_one, [1, 0, 0])])
async def test_a_line_that_is_blocked_holds_up_no_other(
    give: Callable[[list[Socket], str], Awaitable[None]], reached: list[int]
) -> None:
    wires = [Wire() for _ in range(3)]
    wires[1].free.clear()
    giving = asyncio.ensure_future(give([socket_on(wire) for wire in wires], "news"))
    await settle()
    assert [len(wire.sent) for wire in wires] == reached
    giving.cancel()


class Impatient(Hub):
    """A hub whose layer counts who joins its groups."""

    joins = 0

    @property
    def layer(self) -> Any:
        """The layer, its door watched."""
        hub, inner = self, super().layer

        class Counting:
            def __getattr__(self, name: str) -> Any:
                return getattr(inner, name)

            async def group_add(self, group: str, channel: str) -> None:
                hub.joins += 1
                await inner.group_add(group, channel)

        return Counting()


class ForEach(Impatient):
    """The twin that subscribes anew for every socket."""

    async def join(self, socket: Socket) -> bool:
        """Open one more subscription."""
        self.subscriptions.pop(socket.place.workshop_id, None)
        return await super().join(socket)


@pytest.mark.parametrize(("kind", "joins"), [(Impatient, 1), (ForEach, 20)])
async def test_a_process_listens_once_to_a_workshop(hub: Hub, kind: type[Impatient], joins: int) -> None:
    counted = kind(sleep=hub.sleep, presence_gap=3600)
    for _ in range(20):
        await counted.join(socket_on(Wire()))
    assert counted.joins == joins


@pytest.mark.parametrize("forgets", [False, True])
async def test_a_deaf_subscription_is_found_out(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, forgets: bool
) -> None:
    monkeypatch.setattr("workshop.live.subscription._facts", lambda workshop_id, places: ({}, set()))
    hub.people_moved = lambda workshop_id: None
    await hub.join(socket_on(Wire()))
    ear = hub.subscriptions[7]
    monkeypatch.setattr(Subscription, "hear", lambda ear, message: None)
    await ear.beat()
    await settle(50)
    ear.echo_due = ear.echo_due and not forgets
    if forgets:
        await ear.beat()
    else:
        with pytest.raises(LayerDown):
            await ear.beat()
