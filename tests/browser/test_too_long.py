"""A comment over its limit is stopped at its box: one message, the focus, all in view, on a phone too."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .meeting import gather
from .server import Live
from .watch import assert_no_axe_violations

OVER = "This is 1 character over the limit of"
PHONE = {"width": 390, "height": 740}


@pytest.fixture
def room(live: Live, open_page: OpenPage) -> Page:
    """A leader's room on a phone, with a card in front."""
    links: dict[str, Any] = live.demo()
    return gather(open_page, links, live, "ada", "card 2", viewport=PHONE).ada


def type_too_much(box: Locator) -> None:
    """Fill a box with one character more than it takes."""
    most = int(box.get_attribute("data-limit") or 0)
    box.fill("a" * (most + 1))


def stopped_at(box: Locator) -> None:
    """Expect one message, in view, that belongs to the box with the focus."""
    page = box.page
    expect(box).to_be_focused()
    expect(page.locator(".field__wrong:visible")).to_have_count(1)
    expect(page.locator(".field__wrong:visible")).to_be_in_viewport(ratio=1)
    expect(box).to_have_accessible_description(re.compile(OVER))


def test_a_comment_over_its_limit_is_not_sent_and_its_box_says_why(room: Page) -> None:
    box = room.locator("#say-body")
    type_too_much(box)
    room.get_by_role("button", name="Send to the group").click()
    stopped_at(box)
    box.press("Control+Enter")
    expect(room.locator("#alert")).to_contain_text(OVER)
    assert_no_axe_violations(room)
    box.fill("Short enough")
    expect(room.locator(".field__wrong:visible")).to_have_count(0)
    box.press("Control+Enter")
    expect(box).to_have_value("")


def test_a_change_over_its_limit_is_not_sent_and_its_box_says_why(room: Page) -> None:
    room.locator("#say-body").fill("First")
    room.locator("#say-body").press("Control+Enter")
    room.get_by_text("Your 1 comment on this card").click()
    box = room.locator("#own textarea")
    type_too_much(box)
    room.get_by_role("button", name="Save the change").click()
    stopped_at(box)
