"""One ear a workshop and process; each frame goes to its own audience; a deaf socket is a closed one."""

import json
from typing import Any

import pytest

from tests.live.support import Wire, place, settle, socket_on, wait_until
from workshop.live import subscription as subscriptions
from workshop.live.hub import Hub
from workshop.live.sockets import Socket
from workshop.live.subscription import LayerDown
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN


async def joined(
    hub: Hub, audience: str = PARTICIPANTS, workshop_id: int = 7, seat: int = 1
) -> tuple[Wire, Socket]:
    """Return a line and its socket, listening."""
    wire = Wire()
    socket = socket_on(wire, place(workshop_id, audience, seat))
    await hub.join(socket)
    return wire, socket


async def delivered(*wires: Wire) -> list[list[str]]:
    """Wait until something has come to the first line; return what came to each."""
    await wait_until(lambda: bool(wires[0].sent))
    await settle()
    return [wire.texts() for wire in wires]


class Layer:
    """A channel layer that can be down, or lose what it is given."""

    def __init__(self, inner: Any) -> None:
        self.inner, self.down, self.deaf = inner, False, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        if self.down:
            raise ConnectionRefusedError("the layer is down")
        if not self.deaf:
            await self.inner.group_send(group, message)


@pytest.fixture
def layer(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Layer:
    """The hub's layer, in a test's hand."""
    layer = Layer(hub.layer)
    monkeypatch.setattr(Hub, "layer", layer)
    return layer


@pytest.fixture(autouse=True)
def _no_database(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.people_moved = lambda workshop_id: None
    monkeypatch.setattr(subscriptions, "_facts", lambda workshop_id, places: ({PARTICIPANTS: 3}, set()))


async def test_a_frame_reaches_its_audience_and_no_other(hub: Hub) -> None:
    wires = [(await joined(hub, audience))[0] for audience in (FACILITATORS, PARTICIPANTS, SCREEN)]
    elsewhere, _ = await joined(hub, FACILITATORS, workshop_id=8)
    await hub.publish(7, {FACILITATORS: (4, "for the desk")})
    assert await delivered(*wires, elsewhere) == [["for the desk"], [], [], []]


async def test_all_sockets_of_a_workshop_share_one_subscription(hub: Hub) -> None:
    lines = [await joined(hub) for _ in range(20)]
    assert len(hub.subscriptions) == 1
    assert hub.count() == hub.count(7) == 20
    await hub.publish(7, {PARTICIPANTS: (4, "news")})
    assert await delivered(*[wire for wire, _ in lines]) == [["news"]] * 20


async def test_the_last_socket_to_leave_ends_the_subscription(hub: Hub) -> None:
    (_, one), (_, other) = await joined(hub), await joined(hub)
    ear = hub.subscriptions[7]
    hub.leave(one)
    hub.leave(one)
    assert hub.subscriptions == {7: ear}
    hub.leave(other)
    await settle(50)
    assert hub.subscriptions == {}
    assert not ear.tasks


async def test_who_comes_back_is_heard_again(hub: Hub) -> None:
    _, socket = await joined(hub)
    hub.leave(socket)
    wire, _ = await joined(hub)
    await settle(50)
    await hub.publish(7, {PARTICIPANTS: (5, "news")})
    assert await delivered(wire) == [["news"]]


async def test_a_layer_that_takes_nothing_ends_every_socket_and_says_when_to_come_back(
    hub: Hub, layer: Layer, caplog: pytest.LogCaptureFixture
) -> None:
    lines = [await joined(hub), await joined(hub, SCREEN, workshop_id=8)]
    layer.down = True
    await hub.publish(7, {PARTICIPANTS: (4, "news")})
    await hub.publish(7, {PARTICIPANTS: (5, "news")})
    for _, socket in lines:
        assert socket.ending is not None
        code, bye = socket.ending
        assert (code, json.loads(bye)) == (1013, {"type": "bye", "why": "layer", "retry_after": 5.0})
    assert hub.subscriptions == {}
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


async def test_a_layer_that_loses_what_it_takes_is_found_out_at_the_second_beat(
    hub: Hub, layer: Layer
) -> None:
    wire, socket = await joined(hub)
    await hub.subscriptions[7].beat()
    await delivered(wire)
    layer.deaf = True
    hub.subscriptions[7].echo_due = False
    await hub.subscriptions[7].beat()
    assert socket.ending is None
    with pytest.raises(LayerDown):
        await hub.subscriptions[7].beat()


async def test_nobody_joins_a_layer_that_is_down(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(layer: Any, name: str) -> str:
        raise ConnectionRefusedError("the layer is down")

    monkeypatch.setattr(type(hub.layer), "new_channel", refuse, raising=False)
    socket = socket_on(Wire(), place())
    with pytest.raises(LayerDown):
        await hub.join(socket)
    assert socket.ending is not None


async def test_a_beat_tells_each_audience_its_number_and_never_less_than_was_sent(hub: Hub) -> None:
    wire, _ = await joined(hub)
    await hub.subscriptions[7].beat()
    assert [json.loads(text) for text in wire.texts()] == [{"type": "beat", "seq": 3}]
    hub.subscriptions[7].hand_out("push", PARTICIPANTS, 9, "{}")
    await wait_until(lambda: not hub.subscriptions[7].echo_due)
    await hub.subscriptions[7].beat()
    assert json.loads(wire.texts()[-1]) == {"type": "beat", "seq": 9}


async def test_a_beat_without_a_database_is_left_out_and_told_once(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(workshop_id: int, places: Any) -> None:
        raise OSError("no database")

    monkeypatch.setattr(subscriptions, "_facts", fail)
    wire, socket = await joined(hub)
    for _ in range(3):
        hub.subscriptions[7].echo_due = False
        await hub.subscriptions[7].beat()
    assert (wire.sent, socket.ending) == ([], None)
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


@pytest.mark.parametrize(("sockets", "spread"), [(0, 0.25), (40, 0.25), (160, 1.0), (480, 3.0), (2000, 6.0)])
async def test_browsers_come_back_over_a_time_that_grows_with_the_room(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, sockets: int, spread: float
) -> None:
    monkeypatch.setattr(hub, "count", lambda: sockets)
    assert hub.spread() == spread
