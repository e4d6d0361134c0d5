"""A rehearsal in a browser: begun with two presses, played live beside who leads, by keys, on a phone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def now(page: Page, words: str) -> None:
    """Expect the band to say what the simulated leaders are at."""
    expect(page.locator("#rehearsal-now")).to_contain_text(re.compile(words))


@pytest.mark.browser
def test_a_facilitator_rehearses_alone_on_a_phone(
    open_page: OpenPage, live: Live, links: dict[str, Any]
) -> None:
    page = open_page(f"{live.url}/w/{links['code']}/overview/", live.take(links["facilitator"]), **PHONE)
    page.get_by_role("button", name="Rehearse it").click()
    now(page, "wait for you to open the pack")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Open the pack").first.click()
    page.get_by_role("button", name="Fast").press("Enter")
    expect(page.get_by_role("button", name="Fast")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Fast")).to_be_focused()
    expect(page.locator("#live-packs")).to_contain_text("Started")  # pushed: nobody loaded the page again
    page.get_by_role("button", name="All at once").press("Enter")
    now(page, "All packs are in")
    expect(page.locator("#live-packs")).to_contain_text("5 finished")
    page.get_by_role("link", name="Desk", exact=True).click()
    page.get_by_role("button", name="Begin: Welcome").click()
    expect(page.locator("#live-people")).to_contain_text("5 of 5 leaders here")
    assert_no_axe_violations(page)
    page.get_by_role("link", name="More").click()
    page.get_by_role("link", name="End the rehearsal").click()
    page.get_by_role("button", name="End the rehearsal").click()
    expect(page.get_by_text("everything in it is gone")).to_be_visible()
