"""Two processes on one layer: a page loaded through one, a line or the desk at the other."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from tests.live.support import Browser, Clock, never, quiet, settle, visit
from tests.live.test_lately import people
from tests.support import House, make_house
from workshop.live import looking, pacing, presence
from workshop.live.hub import Hub
from workshop.live.lately import LATELY, Lately, lately
from workshop.models import Seat

Enter = Callable[[Hub, Seat, str], Awaitable[Browser]]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which loaded pages grow old, in both processes."""
    clock = Clock()
    monkeypatch.setattr(lately, "clock", clock)
    return clock


@pytest.fixture
async def other(hub: Hub, clock: Clock) -> AsyncIterator[Hub]:
    """The hub of another process, which knows only what it is told and what is loaded through it."""
    other = Hub(sleep=never, presence_gap=3600, lately=Lately(clock))
    yield other
    for subscription in list(other.subscriptions.values()):
        await subscription.close()


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada, and Ben, who runs no scripts."""
    return make_house(2)


@pytest.fixture
def enter() -> Enter:
    """Open a line at a door of a process, and wait until it is heard there."""
    held: list[Browser] = []

    async def enter(process: Hub, seat: Seat, door: str) -> Browser:
        held.append(await visit(process, seat, f"/ws/w/{seat.workshop.slug}/{door}/"))
        await held[-1].until("hello")
        return held[-1]

    return enter


async def load(monkeypatch: pytest.MonkeyPatch, process: Hub, seat: Seat) -> None:
    """Let a seat load the room through a process."""
    ear = process.subscriptions.get(seat.workshop_id)
    with monkeypatch.context() as inside:
        inside.setattr(looking, "lately", process.lately)
        inside.setattr(presence, "tables", {seat.workshop_id: ear.people} if ear else {})
        inside.setattr(pacing, "hub", process)
        looking.looked_in(seat, "room")
    await settle()


def here(house: House, process: Hub) -> set[str]:
    """Return who is here as a process with sockets knows it."""
    return set(process.subscriptions[house.workshop.pk].people.everybody())


async def all_quiet(*processes: Hub) -> None:
    """Wait until each has told what it knows, and heard what the others said to that."""
    for _ in range(2):
        for process in processes:
            await quiet(process)


async def test_who_goes_on_loading_pages_is_here_for_a_desk_of_another_process(
    hub: Hub, other: Hub, house: House, clock: Clock, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fay, ben = house.fay, house.others[0]
    await enter(hub, fay, "desk")
    await quiet(hub)
    for _five_minutes in range(12):
        await load(monkeypatch, other, ben)
        await quiet(hub)
        assert presence.present(house.workshop.pk) == {fay.uid, ben.uid}
        clock.now += 300
    assert presence.present(house.workshop.pk) == {fay.uid, ben.uid}
    clock.now += LATELY - 300
    assert presence.present(house.workshop.pk) == {fay.uid}


async def test_what_is_told_late_is_as_old_as_it_is_and_nothing_if_a_line_was_opened(
    hub: Hub, other: Hub, house: House, clock: Clock, enter: Enter
) -> None:
    await enter(hub, house.fay, "desk")
    for seat in (house.ada, house.others[0]):
        other.lately.load(house.workshop.pk, seat.uid.hex)
    other.lately.had_line(house.workshop.pk, {house.ada.uid.hex: 0.0})
    clock.now += 50
    for seat in (house.ada, house.others[0]):
        await other.tell_looked_in(house.workshop.pk, seat.uid.hex)
    await quiet(hub)
    assert lately.ages(house.workshop.pk) == {house.others[0].uid.hex: 50}


async def test_who_left_their_line_at_one_process_does_not_come_back_by_a_page_from_another(
    hub: Hub, other: Hub, house: House, clock: Clock, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fay, ada = house.fay, house.ada
    await enter(other, fay, "desk")
    await load(monkeypatch, hub, ada)
    await quiet(other)
    assert here(house, other) == {fay.uid.hex, ada.uid.hex}
    line = await enter(other, ada, "room")
    await quiet(other)
    clock.now += 30
    await load(monkeypatch, hub, ada)  # this process has heard of no line
    await line.disconnect()
    await settle()
    await quiet(other)
    assert here(house, other) == {fay.uid.hex}
    clock.now += 30
    await enter(hub, fay, "desk")
    await all_quiet(hub, other)
    assert here(house, hub) == here(house, other) == {fay.uid.hex}
    assert presence.present(house.workshop.pk) == {fay.uid}
    clock.now += 1
    await load(monkeypatch, hub, ada)  # a page loaded since is another matter
    await all_quiet(hub, other)
    assert here(house, hub) == here(house, other) == {fay.uid.hex, ada.uid.hex}


async def test_the_desk_is_put_right_when_a_process_that_knew_of_nobody_else_wrote_its_people(
    hub: Hub, other: Hub, house: House, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hub, "listens", lambda hub, workshop_id, audience: True)  # as with Redis
    other.people_moved = pacing.people_moved
    desk = await enter(other, house.fay, "desk")
    await enter(other, house.ada, "room")
    await all_quiet(other)
    ear = other.subscriptions[house.workshop.pk]
    monkeypatch.setattr(ear, "telling", None)  # that was told just now
    await enter(hub, house.others[0], "room")
    await quiet(hub)
    assert "1 of 2 leaders here" in people(desk)  # a new process has heard of Ben alone
    assert ear.telling  # so who hears of a new one tells it soon
    await all_quiet(other)
    assert "2 of 2 leaders here" in people(desk)
    assert len(here(house, other)) == 3


async def test_a_line_that_opens_elsewhere_ends_what_a_page_said(
    hub: Hub, other: Hub, house: House, clock: Clock, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fay, ada = house.fay, house.ada
    await enter(hub, fay, "desk")
    await load(monkeypatch, hub, ada)
    line = await enter(other, ada, "room")
    await all_quiet(other, hub)
    assert lately.ages(house.workshop.pk) == {}
    assert here(house, hub) == {fay.uid.hex, ada.uid.hex}
    await enter(other, fay, "desk")
    await line.disconnect()
    await all_quiet(other, hub)
    assert here(house, hub) == here(house, other) == {fay.uid.hex}
