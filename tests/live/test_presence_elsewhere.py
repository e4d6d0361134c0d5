"""Who leaves the last line of a process is away on the others soon, not when that process is forgotten."""

from collections.abc import AsyncIterator

import pytest

from tests.live.support import never, quiet, settle, visit, wait_until
from tests.support import House, make_house
from workshop.live.hub import Hub
from workshop.live.lately import Lately

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben."""
    return make_house(2)


@pytest.fixture
async def other(hub: Hub) -> AsyncIterator[Hub]:
    """The hub of another process, which tells at once of comings and goings."""
    other = Hub(sleep=never, presence_gap=0.0, lately=Lately())
    yield other
    for subscription in list(other.subscriptions.values()):
        await subscription.close()


def here(house: House, process: Hub) -> set[str]:
    """Return who has a line as a process knows it."""
    return set(process.subscriptions[house.workshop.pk].people.here())


async def test_whose_line_was_the_last_of_its_process_is_away_on_the_others_soon(
    hub: Hub, other: Hub, house: House
) -> None:
    told: list[int] = []
    hub.people_moved, hub.presence_gap = told.append, 0.0
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await desk.until("hello")
    room = await visit(other, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await room.until("hello")
    await wait_until(lambda: here(house, hub) == {house.fay.uid.hex, house.ada.uid.hex})
    await quiet(hub)
    told.clear()
    await room.disconnect()
    await wait_until(lambda: here(house, hub) == {house.fay.uid.hex})
    await wait_until(lambda: told == [house.workshop.pk])  # the desk here writes its people again


async def test_a_page_that_is_loaded_again_meanwhile_is_no_news(hub: Hub, other: Hub, house: House) -> None:
    other.presence_gap = 3600
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await desk.until("hello")
    room = await visit(other, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await room.until("hello")
    await quiet(other)
    await room.disconnect()
    await settle()
    again = await visit(other, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await again.until("hello")
    await other.tell_of_nobody(house.workshop.pk)
    await quiet(hub)
    assert here(house, hub) == {house.fay.uid.hex, house.ada.uid.hex}
