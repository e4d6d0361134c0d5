"""A leader withdraws in a real browser: asked twice, told so, and nothing is left on the device."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .test_pack import comment, enter, state_of
from .watch import assert_no_axe_violations

ON_DEVICE = """() => Object.keys(localStorage).filter((key) => key.startsWith("roundel-draft"))"""
ON_DISK = """() => new Promise((resolve) => {
    const asked = indexedDB.open("roundel", 1);
    asked.onsuccess = () => {
        const keys = asked.result.transaction("drafts").objectStore("drafts").getAllKeys();
        keys.onsuccess = () => { asked.result.close(); resolve(keys.result); };
    };
})"""
PLANT = """() => localStorage.setItem("roundel-draft|another-seat|/somewhere/|a-closed-tab", "{}")"""
KEEP = """async () => {
    const drafts = await import("/static/js/drafts.js");
    return drafts.keep("/somewhere/", { pairs: [["text", "late"]] });
}"""
OTHERS = ["roundel-draft|another-seat|/somewhere/|a-closed-tab"]


def look(page: Page, heading: str) -> None:
    """Wait for a page, and look at how it is built."""
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    assert_no_axe_violations(page)


def withdraw(page: Page) -> None:
    """Go from the pack to the end, with the keyboard alone where something is pressed."""
    page.get_by_role("link", name="My data: see it, take it along, take it back").press("Enter")
    look(page, "What this workshop holds about you")
    page.get_by_role("link", name="See what would go").press("Enter")
    look(page, "Withdraw from this workshop?")
    page.get_by_role("checkbox").press("Space")
    page.get_by_role("button", name="Go on to the last question").press("Enter")
    look(page, "Withdraw, for good?")
    page.get_by_role("button", name="Withdraw and erase it").press("Enter")
    look(page, "You have withdrawn")


@pytest.mark.parametrize("width", [390, 1280])
def test_whoever_withdraws_leaves_nothing_on_the_device(
    live: Live, open_page: OpenPage, links: dict[str, Any], width: int
) -> None:
    page = enter(open_page, links, live, viewport={"width": width, "height": 844})
    comment(page, 1).fill("Candid words.")
    expect(state_of(page, 1)).to_contain_text("Saved")
    other = page.context.new_page()
    other.goto(page.url)
    expect(comment(other, 1)).to_have_value("Candid words.")
    page.evaluate(PLANT)
    assert page.evaluate(KEEP) is True
    withdraw(page)
    assert page.evaluate(ON_DEVICE) == OTHERS
    assert other.evaluate(KEEP) is False  # a tab that is still open keeps nothing either
    assert page.evaluate(ON_DEVICE) == OTHERS
    page.reload()
    assert page.evaluate(ON_DISK) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_press_before_any_script_ran_leaves_nothing_on_the_device_either(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    page.evaluate(PLANT)
    assert page.evaluate(KEEP) is True
    page.goto(page.url.replace("/pack/", "/my-data/withdrawal/"))
    page.get_by_role("checkbox").check()
    page.route("**/static/js/**", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.get_by_role("button", name="Go on to the last question").click()
    page.get_by_role("button", name="Withdraw and erase it").click()
    expect(page.get_by_role("heading", name="You have withdrawn", level=1)).to_be_visible()
    page.unroute_all()
    page.reload()
    assert page.evaluate(ON_DEVICE) == OTHERS
    assert "left-" not in page.evaluate("document.cookie")
    page.wait_for_function(f"({ON_DISK})().then((keys) => keys.length === 0)")
