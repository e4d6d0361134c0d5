"""A meeting in browsers: a facilitator's desk, leaders' rooms, and ways to press what stands there."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .server import Live

POWER = "Power differences"
TABS = 80  # no page has more stops than this


@dataclass
class Meeting:
    """The pages of those who were gathered, each in a browser of its own."""

    pages: dict[str, Page]

    @property
    def desk(self) -> Page:
        """The facilitator's desk."""
        return self.pages["desk"]

    @property
    def ada(self) -> Page:
        """The first leader's room."""
        return self.pages["ada"]

    @property
    def ben(self) -> Page:
        """The second leader's room."""
        return self.pages["ben"]

    @property
    def wall(self) -> Page:
        """The wall screen."""
        return self.pages["wall"]


def gather(
    open_page: OpenPage,
    links: dict[str, Any],
    live: Live,
    who: str = "desk ada ben",
    at: str = "",
    **options: Any,
) -> Meeting:
    """Bring people to a demonstration's live pages; the leaders have agreed to everything.

    Args:
        who: whose pages are opened; each costs as much as most of what a journey does.
        at: how far the demonstration has been led already; `taking.reach` says.
        options: of the leaders' browsers.
    """
    come = dict(zip(("desk", "ada", "ben"), [links["facilitator"], *links["participants"]], strict=False))
    taken = {name: live.take(come[name]) for name in who.split() if name in come}
    if at:  # and before a page is there that would have to be told
        live.taking("reach", links["code"], at)
    pages = dict[str, Page]()
    for name, cookies in taken.items():
        address, own = ("desk", {}) if name == "desk" else ("room", options)
        pages[name] = open_page(f"{live.url}/w/{links['code']}/{address}/", cookies, **own)
    if "wall" in who:
        pages["wall"] = open_page(links["screen"], viewport={"width": 1280, "height": 720})
    return Meeting(pages)


def enter_desk(open_page: OpenPage, links: dict[str, Any], live: Live, **options: Any) -> Page:
    """Open the desk as the facilitator."""
    return open_page(f"{live.url}/w/{links['code']}/desk/", live.take(links["facilitator"]), **options)


def enter_room(open_page: OpenPage, links: dict[str, Any], live: Live, n: int, **options: Any) -> Page:
    """Open the room as a leader who has agreed to everything."""
    return open_page(f"{live.url}/w/{links['code']}/room/", live.take(links["participants"][n]), **options)


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
