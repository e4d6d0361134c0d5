"""A facilitator's note at the desk: saved as it is typed, and left alone while the stage moves."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import gather, lead
from .server import Live
from .watch import assert_no_axe_violations


def other_tab(page: Page) -> Page:
    """Return the same page in another tab of the same person."""
    tab = page.context.new_page()
    tab.goto(page.url)
    return tab


def test_a_note_follows_the_stage_but_not_from_under_ones_hands(live: Live, open_page: OpenPage) -> None:
    links: dict[str, Any] = live.demo()
    meeting = gather(open_page, links, live, "desk", "welcome")
    desk = meeting.desk
    tab = other_tab(desk)
    box = desk.locator("#desk-note textarea")
    box.fill("Everybody is a little tired")
    expect(desk.locator("#desk-note")).to_contain_text("Saved at")
    lead(tab, "Next: Opening poll")
    expect(desk.locator("#live-stage")).to_contain_text("Which three")
    expect(box).to_be_focused()
    expect(desk.locator("#desk-note-title")).to_contain_text("at “Welcome”")
    desk.keyboard.press("Shift+Tab")
    expect(desk.locator("#desk-note-title")).to_contain_text("at “Opening poll”")
    expect(box).to_have_value("")
    assert_no_axe_violations(desk)
    lead(desk, "Reveal the result", "Next: card 1")
    expect(desk.locator("#desk-note-title")).to_contain_text("on card 1")
    box.fill("Money comes up again")
    expect(desk.locator("#desk-note")).to_contain_text("Saved at")
    desk.get_by_role("link", name="All notes on moments").click()
    expect(desk.locator("main")).to_contain_text("Everybody is a little tired")
    expect(desk.locator("main")).to_contain_text("card 1")
