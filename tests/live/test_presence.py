"""Who has a line is known from open sockets, told in batches, and shown to facilitators only."""

import pytest

from tests.live.support import Clock, Wire, quiet, settle, socket_on, visit, wait_until
from tests.support import House, make_house
from workshop.live import presence, publishing
from workshop.live.doors import Place
from workshop.live.hub import Hub
from workshop.models.audiences import SCREEN


def test_a_process_that_falls_silent_is_forgotten() -> None:
    clock = Clock()
    table = presence.Presence(7, clock)
    table.hear("one", ["a", "b"])
    clock.now = 30
    table.hear("other", ["b", "c"])
    assert table.here() == {"a", "b", "c"}
    clock.now = 41
    assert table.here() == {"b", "c"}


def test_a_process_says_anew_who_is_here_each_time() -> None:
    table = presence.Presence(7, Clock())
    table.hear("one", ["a", "b"])
    table.hear("one", ["b"])
    assert table.here() == {"b"}


def test_nobody_is_here_where_nobody_listens() -> None:
    assert presence.present(123456) == set()


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2)


@pytest.mark.django_db(transaction=True)
async def test_facilitators_are_told_who_came_and_who_went(
    hub: Hub, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def count(workshop_id: int, wanted: dict[str, set[str]]) -> dict[str, str]:
        return dict.fromkeys(wanted, f"{len(presence.present(workshop_id))} here")

    monkeypatch.setattr(publishing, "render", count)
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    room = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await room.until("hello")
    await quiet(hub)
    assert presence.present(house.workshop.pk) == {house.fay.uid, house.ada.uid}
    assert desk.heard()[-1]["html"] == "2 here"
    room.heard()
    await room.disconnect()
    await settle()
    await quiet(hub)
    assert desk.heard()[-1]["html"] == "1 here"


async def test_comings_and_goings_are_gathered_before_they_are_told(hub: Hub) -> None:
    told: list[int] = []
    hub.people_moved, hub.presence_gap = told.append, 0
    sockets = [socket_on(Wire(), Place(7, SCREEN, seat, f"{seat:032x}", 1)) for seat in range(30)]
    for socket in sockets:
        await hub.join(socket)
    ear = hub.subscriptions[7]
    await wait_until(lambda: len(ear.people.here()) == 30)
    await wait_until(lambda: bool(told) and ear.telling is None)
    assert len(told) < 5


async def test_a_wall_screen_is_nobody(hub: Hub) -> None:
    wall = Place(7, SCREEN, 1, f"{1:032x}", link_id=1, counted=False)
    await hub.join(socket_on(Wire(), wall))
    await hub.subscriptions[7].tell_presence()
    await settle(50)
    assert hub.subscriptions[7].told == frozenset()


@pytest.mark.django_db(transaction=True)
async def test_who_reads_the_pack_is_not_in_the_room(hub: Hub, house: House) -> None:
    beside = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/pack/")
    await beside.until("hello")
    await quiet(hub)
    assert presence.present(house.workshop.pk) == set()
