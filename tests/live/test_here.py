"""Who is here is told to the room by name and to the wall as a count, without a number or a storm."""

from typing import Any

import pytest

from tests.live.support import Browser, Wire, idle, quiet, settle, socket_on, visit, wait_until
from tests.support import House, make_house
from workshop.live import fragments, presence
from workshop.live.doors import Place
from workshop.live.hub import Hub
from workshop.live.numbers import seqs_of
from workshop.live.reading import in_thread
from workshop.models import Workshop
from workshop.models.audiences import PARTICIPANTS

NAMES = ("Ada", "Ben", "Fay")


def house(promise: str) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2, promise=promise)


async def doors(hub: Hub, house: House) -> dict[str, Browser]:
    """Open a socket for Ada in the room, and for Fay at her desk and at the wall screen."""
    found = {}
    for door, seat in {"room": house.ada, "desk": house.fay, "screen": house.fay}.items():
        found[door] = await visit(hub, seat, f"/ws/w/{house.workshop.slug}/{door}/")
        await found[door].until("hello")
    await quiet(hub)
    return found


def told(browser: Browser) -> str:
    """What the frames of who is here say, the newest of those that have come."""
    frames = [frame["html"] for frame in browser.heard() if frame["type"] == "here"]
    return str(frames[-1]) if frames else ""


@pytest.mark.django_db(transaction=True)
async def test_the_room_is_told_names_and_the_wall_how_many(hub: Hub, transactional_db: None) -> None:
    named = await in_thread(house, Workshop.Promise.NAMED)
    browsers = await doors(hub, named)
    room, wall = told(browsers["room"]), told(browsers["screen"])
    assert "2 here now" in room
    assert "Ada and Fay" in room
    assert "2 here now" in wall
    assert not any(name in wall for name in NAMES)
    assert not told(browsers["desk"])


@pytest.mark.django_db(transaction=True)
async def test_where_names_are_hidden_nobody_in_the_room_is_told_any(
    hub: Hub, transactional_db: None
) -> None:
    hidden = await in_thread(house, Workshop.Promise.HIDDEN)
    browsers = await doors(hub, hidden)
    room = told(browsers["room"])
    assert "2 here now" in room
    seats = [str(seat.uid) for seat in (hidden.ada, hidden.fay)]
    assert not any(word in room for word in (*NAMES, *seats, "P1"))


@pytest.mark.django_db(transaction=True)
async def test_comings_and_goings_take_no_number_of_the_rooms(hub: Hub, transactional_db: None) -> None:
    """Else each browser that comes back after a restart would find itself behind, and ask for everything."""
    named = await in_thread(house, Workshop.Promise.NAMED)
    browsers = await doors(hub, named)
    before = await in_thread(seqs_of, named.workshop.pk)
    ben = await visit(hub, named.others[0], f"/ws/w/{named.workshop.slug}/room/")
    await ben.until("hello")
    await quiet(hub)
    assert "3 here now" in told(browsers["room"])
    after = await in_thread(seqs_of, named.workshop.pk)
    assert {name: after[name] for name in ("participants", "screen")} == {
        name: before[name] for name in ("participants", "screen")
    }
    await ben.disconnect()


@pytest.mark.django_db(transaction=True)
async def test_a_page_that_is_loaded_again_is_told_who_is_here_and_is_no_news(
    hub: Hub, transactional_db: None
) -> None:
    named = await in_thread(house, Workshop.Promise.NAMED)
    browsers = await doors(hub, named)
    told(browsers["room"])
    again = await visit(hub, named.ada, f"/ws/w/{named.workshop.slug}/room/")
    await again.until("hello")
    await settle()
    assert "2 here now" in told(again)
    await quiet(hub)
    assert not told(browsers["room"])


async def crowd(hub: Hub, people: int) -> list[Wire]:
    """Let people come into a room; return their lines."""
    hub.people_moved = lambda workshop_id: None
    wires = [Wire() for _ in range(people)]
    for seat, wire in enumerate(wires):
        await hub.join(socket_on(wire, Place(7, PARTICIPANTS, seat, f"{seat:032x}", seat)))
    return wires


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were here each time that the room was read."""
    counts: list[int] = []

    def render(workshop_id: int, wanted: dict[str, Any]) -> dict[str, str]:
        counts.append(len(presence.present(workshop_id)))
        return dict.fromkeys(wanted, f"{counts[-1]} here")

    monkeypatch.setattr(fragments, "render", render)
    return counts


async def test_a_few_are_told_at_once_and_a_crowd_in_a_while(hub: Hub, reads: list[int]) -> None:
    await crowd(hub, 50)
    ear = hub.subscriptions[7]
    await ear.tell_presence()
    await wait_until(lambda: reads == [50])
    await crowd(hub, 60)
    await ear.tell_presence()
    await settle(50)
    assert reads == [50]
    assert ear.showing is not None


async def test_what_was_told_already_is_not_sent_again(hub: Hub, reads: list[int]) -> None:
    [wire] = await crowd(hub, 1)
    ear = hub.subscriptions[7]
    for _ in range(3):
        await ear.show_here()
    assert reads == [0, 0, 0]
    assert len([text for text in wire.texts() if '"here"' in text]) == 1
    await idle()
