"""Your choices in a real browser: a press changes an answer, one that ends something asks and looks so."""

import re
from typing import Any

from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .test_pack import enter
from .watch import assert_no_axe_violations


def test_an_answer_is_changed_at_one_press_and_one_that_ends_something_asks_first(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live, viewport={"width": 390, "height": 844})
    page.get_by_role("link", name="Your choices").press("Enter")
    expect(page.get_by_role("heading", name="Who can see what")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name=re.compile("Change to this.*may not be quoted")).press("Enter")
    expect(page.get_by_text("You said: My words may not be quoted.")).to_be_visible()
    page.get_by_role("button", name="Change to No").first.press("Enter")
    dialog = page.get_by_role("dialog", name="Take part no more?")
    expect(dialog.get_by_role("button", name="Take part no more")).to_have_class("button button--bad")
    expect(dialog.get_by_role("button", name="Go back")).to_be_focused()
    assert_no_axe_violations(page)
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("You said: Yes").first).to_be_visible()
    page.get_by_role("button", name="Change to No").first.press("Enter")
    dialog.get_by_role("button", name="Take part no more").press("Enter")  # it sends what was asked
    expect(page.get_by_text("You said that you would rather not take part.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
