"""The chair parks a comment on another card and brings it back, and two rooms see both at once."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import Meeting, gather, lead
from .server import Live
from .watch import assert_no_axe_violations


@pytest.fixture
def meeting(live: Live, open_page: OpenPage) -> Meeting:
    """The desk, and two rooms, with card 1 in front."""
    links: dict[str, Any] = live.demo()
    return gather(open_page, links, live, at="card 1")


def test_a_parked_comment_shows_in_both_places_live_and_comes_back(meeting: Meeting) -> None:
    desk, ada, ben = meeting.desk, meeting.ada, meeting.ben
    ada.locator("#say-body").fill("This is about money")
    ada.get_by_label("What kind of comment it is").select_option("evidence")
    ada.get_by_role("button", name="Send to the group").click()
    said = desk.locator("#live-comments .said__one", has_text="This is about money")
    said.get_by_role("link", name="Park").click()
    assert_no_axe_violations(desk)
    desk.get_by_label("Card to park it on").select_option(label="2. Power and reciprocity")
    desk.get_by_role("button", name="Park it there").click()
    expect(desk.locator(":focus")).to_have_text(re.compile("^Bring it back"))
    expect(ben.locator("#live-comments")).to_contain_text("Parked on card 2")
    expect(ben.locator("#status")).to_contain_text("1 is parked on another card.")
    lead(desk, "Next: card 2")
    parked = ben.locator("#live-comments .said__parked")
    expect(parked).to_contain_text("From card 1")
    expect(parked).to_contain_text("This is about money")
    assert_no_axe_violations(ben)
    desk.locator(".said__parked").get_by_role("link", name="Bring it back").click()
    desk.get_by_role("button", name="Bring it back to card 1 alone").click()
    expect(parked).to_have_count(0)
