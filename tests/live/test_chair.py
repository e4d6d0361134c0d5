"""Handing the chair is pushed at once: to the desk and the room, and not to the wall."""

import re

import pytest

from tests.chairs import give_back, lend
from tests.live.support import quiet, visit
from tests.stagecraft import put
from tests.support import House, make_house
from workshop.actions.workshops import close_workshop
from workshop.live.hub import Hub
from workshop.live.reading import in_thread

pytestmark = pytest.mark.django_db(transaction=True)
DOORS = ("room", "desk", "screen")


@pytest.fixture
def house(transactional_db: None) -> House:
    """Fay's workshop at its welcome, names hidden, with Ada and Ben."""
    house = make_house(2, promise="hidden")
    put(house, "welcome")
    return house


async def test_the_room_and_the_desk_hear_at_once_who_is_in_the_chair_and_the_wall_nothing(
    hub: Hub, house: House
) -> None:
    seats = {"room": house.others[0], "desk": house.fay, "screen": house.fay}
    browsers = {door: await visit(hub, seats[door], f"/ws/w/{house.workshop.slug}/{door}/") for door in DOORS}
    for act, room, desk in (
        (
            lambda: lend(house, house.fay, house.ada),
            "A participant is in the chair for this step",
            "Ada is in",
        ),
        (lambda: give_back(house, house.ada), "Fay is in the chair", "Fay is in the chair"),
    ):
        await quiet(hub)
        for browser in browsers.values():
            browser.heard()
        await in_thread(act)
        await quiet(hub)
        html = {
            door: "".join(frame.get("html", "") for frame in browser.heard())
            for door, browser in browsers.items()
        }
        assert room in html["room"]
        assert "Ada" not in html["room"]
        assert desk in html["desk"]
        assert html["screen"] == ""


async def test_a_loan_that_the_stage_ends_is_told_with_the_stage(hub: Hub, house: House) -> None:
    await in_thread(lend, house, house.fay, house.ada)
    ben = await visit(hub, house.others[0], f"/ws/w/{house.workshop.slug}/room/")
    await quiet(hub)
    ben.heard()
    await in_thread(put, house, "results")
    await quiet(hub)
    pushes = [frame["html"] for frame in ben.heard() if frame["type"] == "push"]
    assert any('id="live-stage"' in html and "Fay is in the chair." in html for html in pushes)


async def test_nobody_is_in_the_chair_of_a_workshop_that_is_closed(hub: Hub, house: House) -> None:
    ben = await visit(hub, house.others[0], f"/ws/w/{house.workshop.slug}/room/")
    await quiet(hub)
    ben.heard()
    await in_thread(close_workshop, house.fay)
    await quiet(hub)
    told = "".join(frame.get("html", "") for frame in ben.heard())
    [line] = re.findall(r'<p [^>]*id="live-chair"[^>]*>', told)
    assert " hidden" in line
