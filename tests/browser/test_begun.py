"""The workshop begins while a leader has the pack open: the way to the room comes, and takes nothing away."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import enter_room, lead
from .server import Live
from .watch import assert_no_axe_violations


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own."""
    return live.demo()


@pytest.fixture
def desk(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Page:
    """A facilitator's desk."""
    page = open_page(links["facilitator"])
    page.locator("main form button").first.click()
    page.goto(f"{live.url}/w/{links['code']}/desk/")
    return page


def test_an_open_pack_and_an_open_sort_learn_that_the_workshop_has_begun(
    live: Live, open_page: OpenPage, links: dict[str, Any], desk: Page
) -> None:
    pack = enter_room(open_page, links, live.url, 0, viewport={"width": 390, "height": 800})
    pack.goto(f"{live.url}/w/{links['code']}/pack/")
    sort = pack.context.new_page()
    sort.goto(f"{live.url}/w/{links['code']}/rounds/1/sort/")
    box = pack.get_by_label("Your comment on card 3", exact=True)
    box.press_sequentially("Half a thou")
    where = box.bounding_box()
    lead(desk, "Begin: Welcome")
    for page in (pack, sort):
        expect(page.locator("#live-begun")).to_contain_text("The workshop has begun.")
        expect(page.locator("#status")).to_contain_text("The workshop has begun.")
    expect(box).to_be_focused()
    assert box.bounding_box() == where
    box.press_sequentially("ght")
    expect(box).to_have_value("Half a thought")
    assert_no_axe_violations(pack)
    pack.get_by_role("link", name="Go to the room").click()
    expect(pack.locator("#live-stage")).to_be_visible()
