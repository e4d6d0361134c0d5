"""The live pages are for everybody: axe finds nothing, no script is needed, and they fit wall and phone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, enter_desk, enter_room, gather, lead, nominate
from .server import Live
from .watch import assert_no_axe_violations

WALK = ((), ("Begin: Welcome",), ("Next: Opening poll",), ("Reveal the result",), ("Next: card 1",))


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk and the wall of a demonstration."""
    return gather(open_page, links, live, "desk wall")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_live_page_in_any_state(
    live: Live, open_page: OpenPage, links: dict[str, Any], scheme: str
) -> None:
    meeting = gather(open_page, links, live, "desk ada wall", color_scheme=scheme)
    pages = {"desk": meeting.desk, "room": meeting.ada, "wall": meeting.wall}
    check(pages)
    for name in ("Begin: Welcome", "Next: Opening poll"):
        lead(meeting.desk, name)
        check(pages)
    nominate(meeting.ada, POWER)
    check(pages)
    for name in ("Reveal the result", "Next: card 2"):
        lead(meeting.desk, name)
        check(pages)


def check(pages: dict[str, Page]) -> None:
    """Wait until every page shows the same stage, and let axe look at it."""
    for page in pages.values():
        stage = pages["desk"].locator("#live-stage")
        expect(page.locator("#live-stage")).to_have_attribute(
            "data-step-rev", stage.get_attribute("data-step-rev") or ""
        )
        assert_no_axe_violations(page)


def test_the_room_needs_no_script(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    desk = gather(open_page, links, live, "desk", "poll").desk
    room = enter_room(open_page, links, live, 3, java_script_enabled=False)
    room.get_by_role("checkbox", name=POWER).check()
    room.get_by_role("button", name="Send my").click()
    expect(room.locator("#mine")).to_contain_text("Your card is in: 2.")
    room.get_by_role("link", name="Change my choice").click()
    room.get_by_role("button", name="I would rather not choose").click()
    expect(room.locator("#mine")).to_contain_text("You would rather not choose.")
    lead(desk, "Reveal the result", "Next: card 1")
    room.get_by_role("link", name="See where the group is now").click()
    room.locator("#say-body").fill("Without a script.")
    room.get_by_role("button", name="Send to the group").click()
    expect(desk.locator("#live-comments")).to_contain_text("Without a script.")


def test_the_desk_needs_no_script(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    desk = enter_desk(open_page, links, live, java_script_enabled=False)
    for name in ("Begin: Welcome", "Next: Opening poll"):
        control(desk, name).click()
    control(desk, "Reveal the result").click()
    desk.get_by_role("button", name="Reveal the result").click()
    expect(desk.locator("#now")).to_have_text("Nobody answered")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_the_wall_never_scrolls(meeting: Meeting, width: int, height: int) -> None:
    meeting.wall.set_viewport_size({"width": width, "height": height})
    for names in WALK:
        lead(meeting.desk, *names)
        revs = meeting.desk.locator("#live-stage").get_attribute("data-step-rev") or ""
        expect(meeting.wall.locator("#live-stage")).to_have_attribute("data-step-rev", revs)
        page = "document.documentElement"
        sizes = meeting.wall.evaluate(f"[{page}.scrollWidth, {page}.scrollHeight]")
        assert sizes == [width, height], names


def test_the_room_fits_a_small_phone(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    meeting = gather(open_page, links, live, "desk ada", viewport={"width": 320, "height": 640})
    for names in WALK:
        lead(meeting.desk, *names)
        revs = meeting.desk.locator("#live-stage").get_attribute("data-step-rev") or ""
        expect(meeting.ada.locator("#live-stage")).to_have_attribute("data-step-rev", revs)
        assert meeting.ada.evaluate("document.documentElement.scrollWidth") == 320, names
