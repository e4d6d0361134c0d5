"""Join first, read second: a change that falls between the two is heard. A restart misses nothing either."""

import asyncio
import json
from collections.abc import Collection
from typing import Any

import pytest

from tests.live.support import Wire, settle, socket_on, visit
from tests.support import House, make_house
from workshop.actions.kit import take_numbers
from workshop.live import consumers, frames, pacing, publishing
from workshop.live.consumers import Door
from workshop.live.doors import Place
from workshop.live.gathered import Gathered
from workshop.live.hub import Hub
from workshop.live.numbers import seq_of
from workshop.live.reading import in_thread
from workshop.live.sockets import Socket
from workshop.models.audiences import PARTICIPANTS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada."""
    return make_house(1)


class ReadsFirst(Door):
    """The twin without the guard."""

    async def serve(self, socket: Socket) -> None:
        """Read the number before joining."""
        audience = (socket.place.workshop_id, socket.place.audience)
        seq, name = (await in_thread(consumers._greetings, [audience]))[audience]
        await self.hub.join(socket)
        socket.put("hello", frames.hello(seq, 1, name))


class Seam:
    """Makes one change after the first of a door's two steps, whichever that is."""

    def __init__(self, hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hub, self.workshop_id, self.loop = hub, house.workshop.pk, asyncio.get_running_loop()
        self.join, self.greet, self.made = hub.join, consumers._greetings, False
        monkeypatch.setattr(hub, "join", self.join_then_change)
        monkeypatch.setattr(consumers, "_greetings", self.greet_then_change)
        monkeypatch.setattr(consumers, "GREETINGS", Gathered(self.greet_then_change))
        monkeypatch.setattr(pacing, "catch_up", lambda workshop_id: None)

    def change(self) -> None:
        """Take a number and publish its push, in the live thread."""
        if not self.made:
            self.made = True
            seq = take_numbers(self.workshop_id, [PARTICIPANTS])[PARTICIPANTS]
            pushes = {PARTICIPANTS: (seq, frames.push(seq, seq - 1, ""))}
            asyncio.run_coroutine_threadsafe(self.hub.publish(self.workshop_id, pushes), self.loop).result(5)

    async def join_then_change(self, socket: Socket) -> bool:
        """Join, and let the change come."""
        await self.join(socket)
        await in_thread(self.change)
        return False

    def greet_then_change(self, audiences: Collection[Any]) -> dict[Any, tuple[int, str]]:
        """Read, and let the change come."""
        greetings = self.greet(audiences)
        self.change()
        return greetings


async def hears_of_it(hub: Hub, house: House, door: type[Door], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether a page that held the number before the change is told of another one."""
    held = await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)
    seam, wire = Seam(hub, house, monkeypatch), Wire()
    place = Place(house.workshop.pk, PARTICIPANTS, house.ada.pk, house.ada.uid.hex, link_id=1)
    await door("room", hub).serve(socket_on(wire, place))
    await settle(50)
    assert seam.made
    return any(json.loads(text)["seq"] != held for text in wire.texts())


async def test_a_change_between_joining_and_reading_is_heard(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await hears_of_it(hub, house, Door, monkeypatch)


async def test_with_reading_first_it_would_be_missed(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not await hears_of_it(hub, house, ReadsFirst, monkeypatch)


async def test_what_a_server_owed_when_it_died_is_told_to_the_first_socket_after(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        publishing,
        "render",
        lambda _workshop, wanted: {who: " ".join(names) for who, names in wanted.items()},
    )
    held = await in_thread(seq_of, house.workshop.pk, PARTICIPANTS)
    browser = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    push = await browser.until("push")
    assert (push["since"], push["seq"]) == (held, held + 1)
    assert set(push["html"].split()) == {"stage", "tally", "proposal", "changes", "hands"}
