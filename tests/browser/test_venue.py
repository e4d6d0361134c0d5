"""A link that a facilitator writes just before reaches who waits in the room, and fits the smallest phone."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

CALL = f"https://teams.video.example.org/l/meetup-join/{'19%3ameeting_' * 11}?p=1"


def fits(page: Page) -> bool:
    """Whether nothing stands out at the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_link_written_in_set_up_comes_to_who_waits_in_the_room(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    base, phone = f"{live.url}/w/{links['code']}", {"width": 320, "height": 640}
    leader = live.take(links["participants"][0])
    room = open_page(f"{base}/room/", leader, viewport=phone, color_scheme="dark")
    link = room.get_by_role("link", name="teams.video.example.org/…")
    expect(link).to_have_count(0)
    setup = open_page(f"{base}/setup/", live.take(links["facilitator"]))
    setup.get_by_label("Where you meet").fill(f"Room 4, Worsley Building, or {CALL}, passcode 4711")
    setup.get_by_role("button", name="Save the set-up").click()
    expect(setup.get_by_text("The set-up is saved.")).to_be_visible()
    expect(link).to_have_attribute("href", CALL)
    expect(link).to_have_attribute("target", "_blank")
    assert fits(room)
    assert_no_axe_violations(room)
    room.goto(f"{base}/pack/")
    expect(link).to_be_visible()
    assert fits(room)
    assert_no_axe_violations(room)
