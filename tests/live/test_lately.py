"""Whoever runs no scripts opens no line: a page of the room that they load counts for some minutes."""

from typing import Any

import pytest

from tests.live.support import Browser, Clock, quiet, settle, visit
from tests.stagecraft import page
from tests.support import House, make_house
from workshop.actions.people import remove_seat
from workshop.live import presence
from workshop.live.fragments import regions
from workshop.live.hub import Hub
from workshop.live.lately import LATELY, Lately, lately
from workshop.live.reading import in_thread
from workshop.models import Seat, Workshop

NOT_LIVE = "here, not connected live"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which loaded pages grow old."""
    clock = Clock()
    monkeypatch.setattr(lately, "clock", clock)
    return clock


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop with Ada and Ben, who runs no scripts."""
    return make_house(2, promise=Workshop.Promise.NAMED)


def test_a_page_counts_for_some_minutes_from_the_last_time_it_was_loaded() -> None:
    clock = Clock()
    table = Lately(clock)
    assert table.note(7, {"a": 0.0})
    clock.now = LATELY - 1
    assert set(table.ages(7)) == {"a"}
    assert not table.note(7, {"a": 0.0})  # no news
    clock.now += LATELY - 1
    assert table.ages(7) == {"a": LATELY - 1}
    assert table.ages(8) == {}
    clock.now += 1
    assert table.ages(7) == {}
    assert table.loaded == {}


def test_what_another_process_says_is_as_old_as_it_says_and_makes_nothing_older() -> None:
    clock = Clock()
    table = Lately(clock)
    table.note(7, {"a": 0.0})
    assert table.note(7, {"a": 500.0, "b": 500.0, "c": LATELY})
    assert table.ages(7) == {"a": 0.0, "b": 500.0}
    assert table.had_line(7, {"a": 0.0, "z": 0.0})
    assert set(table.ages(7)) == {"b"}


def test_it_is_told_again_when_a_minute_has_passed_however_often_the_page_is_loaded() -> None:
    clock = Clock()
    table = Lately(clock)
    told = []
    for _second in range(0, 200, 20):
        told.append(table.load(7, "a"))
        clock.now += 20
    assert told == [True, False, False] * 3 + [True]
    table.had_line(7, {"a": 0.0})
    assert table.load(7, "a")  # news again
    clock.now += LATELY
    assert table.load(7, "a")


def test_a_page_says_nothing_once_its_person_had_a_line_and_the_next_one_does() -> None:
    clock = Clock()
    table = Lately(clock)
    assert not table.had_line(7, {"a": 100.0})
    assert not table.note(7, {"a": 100.0})
    assert table.ages(7) == {}
    assert table.note(7, {"a": 99.0})
    assert table.had_line(7, {"a": 50.0})
    assert table.lines_ago(7) == {"a": 50.0}
    assert table.load(7, "a")
    assert table.ages(7) == {"a": 0.0}
    clock.now += LATELY
    assert table.lines_ago(7) == {}


def people(desk: Browser) -> str:
    """Return what the newest push says of the people round the table."""
    frames: list[dict[str, Any]] = [frame for frame in desk.heard() if "live-people" in frame.get("html", "")]
    return " ".join(frames[-1]["html"].split()) if frames else ""


@pytest.mark.django_db(transaction=True)
async def test_facilitators_see_who_is_here_without_a_line_until_some_minutes_have_passed(
    hub: Hub, house: House, clock: Clock
) -> None:
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await desk.until("hello")
    await quiet(hub)
    assert NOT_LIVE not in people(desk)
    await in_thread(page, house, house.others[0])
    await quiet(hub)
    told = people(desk)
    assert NOT_LIVE in told.split("Ben")[1]
    assert NOT_LIVE not in told.split("Ben")[0]
    assert "1 of 2 leaders here" in told
    clock.now += LATELY
    await quiet(hub)
    assert "0 of 2 leaders here" in people(desk)


@pytest.mark.django_db(transaction=True)
async def test_whose_line_has_closed_is_away_though_they_loaded_the_page_a_moment_ago(
    hub: Hub, house: House, clock: Clock
) -> None:
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await in_thread(page, house, house.ada)
    room = await visit(hub, house.ada, f"/ws/w/{house.workshop.slug}/room/")
    await room.until("hello")
    await quiet(hub)
    assert presence.connected(house.workshop.pk) == {house.fay.uid, house.ada.uid}
    people(desk)
    await in_thread(page, house, house.ada)  # she loads it again while its line is open
    await room.disconnect()
    await settle()
    await quiet(hub)
    assert presence.present(house.workshop.pk) == {house.fay.uid}
    assert "0 of 2 leaders here" in people(desk)


@pytest.mark.django_db(transaction=True)
async def test_a_process_without_a_line_of_the_workshop_tells_the_others(
    hub: Hub, house: House, clock: Clock
) -> None:
    other = Hub(lately=Lately(clock))
    assert other.lately.load(house.workshop.pk, house.others[0].uid.hex)
    await other.tell_looked_in(house.workshop.pk, house.others[0].uid.hex)  # nobody listens yet
    desk = await visit(hub, house.fay, f"/ws/w/{house.workshop.slug}/desk/")
    await quiet(hub)
    people(desk)
    other.looked_in(house.workshop.pk, house.others[0].uid.hex)
    await settle()
    await quiet(hub)
    assert NOT_LIVE in people(desk).split("Ben")[1]


def here(house: House, audience: str) -> str:
    """Return what an audience is told of who is here."""
    return regions(Workshop.objects.get(pk=house.workshop.pk), audience, ["here"])["here"]


@pytest.mark.django_db
@pytest.mark.parametrize("promise", [Workshop.Promise.NAMED, Workshop.Promise.HIDDEN])
def test_the_room_and_the_wall_count_them_and_the_promise_names_them_or_not(promise: str) -> None:
    house = make_house(2, promise=promise)
    ben: Seat = house.others[0]
    assert "1 here now" in page(house, ben)
    assert ("Ben" in here(house, "participants")) == (promise == Workshop.Promise.NAMED)
    assert "1 here now" in here(house, "screen")
    assert "Ben" not in here(house, "screen")
    remove_seat(house.fay, ben)
    assert "1 here now" not in here(house, "participants")


@pytest.mark.django_db
def test_who_reads_the_pack_before_the_workshop_is_not_in_the_room() -> None:
    house = make_house(2)
    page(house, house.ada, "pack")
    assert presence.present(house.workshop.pk) == set()
