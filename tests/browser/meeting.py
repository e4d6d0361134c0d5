"""A meeting in browsers: a facilitator's desk, leaders' rooms, and ways to press what stands there."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage

POWER = "Power differences"
TABS = 80  # no page has more stops than this


@dataclass
class Meeting:
    """The desk, two leaders' rooms and the wall, each in a browser of its own."""

    desk: Page
    ada: Page
    ben: Page
    wall: Page


def gather(open_page: OpenPage, links: dict[str, Any], url: str, **options: Any) -> Meeting:
    """Bring a facilitator and two leaders to a demonstration's live pages."""
    desk = open_page(links["facilitator"])
    with desk.expect_navigation():
        desk.locator("main form button").first.click()
    expect(desk.get_by_role("heading", level=1)).to_be_visible()
    desk.goto(f"{url}/w/{links['code']}/desk/")
    ada, ben = (enter_room(open_page, links, url, n, **options) for n in (0, 1))
    return Meeting(desk, ada, ben, open_page(links["screen"], viewport={"width": 1280, "height": 720}))


def enter_room(open_page: OpenPage, links: dict[str, Any], url: str, n: int, **options: Any) -> Page:
    """Come in by a leader's link, agree to everything, and go to the room."""
    page = open_page(links["participants"][n], **options)
    with page.expect_navigation():
        page.locator("main form button").first.click()
    for yes in page.locator("main input[type=radio][id^=first-]").all():
        yes.check()
    with page.expect_navigation():  # else the next address may come before the answers are sent
        page.locator("main form button").last.click()
    page.goto(f"{url}/w/{links['code']}/room/")
    return page


def control(desk: Page, name: str) -> Locator:
    """Return a button of the chair's by its words."""
    return desk.locator(".stage__controls").get_by_role("button", name=name)


def lead(desk: Page, *names: str) -> None:
    """Press the chair's buttons one after another, and answer yes where one asks."""
    for name in names:
        control(desk, name).click()
        if name.startswith(("Reveal", "Close")):
            desk.get_by_role("dialog").get_by_role("button").first.click()
        expect(control(desk, name)).to_have_count(0)
        expect(desk.locator(".htmx-request")).to_have_count(0)  # the push may come before the answer


def nominate(room: Page, *titles: str) -> None:
    """Tick cards in one's own ballot and send it."""
    for title in titles:
        room.get_by_role("checkbox", name=title).check()
    room.get_by_role("button", name="Send my").click()
    expect(room.locator("#mine")).to_contain_text("in:")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus.

    Raises:
        AssertionError: it cannot be reached.
    """
    for _ in range(TABS):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


def key_press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Reach a control with the keyboard alone and use it."""
    tab_to(page, target)
    page.keyboard.press(key)
