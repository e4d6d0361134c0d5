"""The workshop begins while a leader has the pack open: the way to the room comes, and takes nothing away."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import enter_desk, enter_room, lead
from .server import Live
from .watch import assert_no_axe_violations


@pytest.fixture
def desk(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Page:
    """A facilitator's desk."""
    return enter_desk(open_page, links, live)


def test_an_open_pack_and_an_open_sort_learn_that_the_workshop_has_begun(
    live: Live, open_page: OpenPage, links: dict[str, Any], desk: Page
) -> None:
    pack = enter_room(open_page, links, live, 0, viewport={"width": 390, "height": 800})
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


def test_an_open_sort_learns_that_it_closed_and_that_its_result_is_revealed(
    live: Live, open_page: OpenPage, links: dict[str, Any], desk: Page
) -> None:
    leader = enter_room(open_page, links, live, 0)
    lead(desk, "Begin: Welcome")
    leader.goto(f"{live.url}/w/{links['code']}/rounds/1/sort/")
    expect(desk.locator("#live-people")).to_contain_text("1 of 5 leaders here")
    inner = leader.get_by_role("radio", name="Inner")
    expect(inner.first).to_be_enabled()
    press(desk, f"{live.url}/w/{links['code']}/rounds/", "Close it")
    for place in ("#closed", "#status"):
        expect(leader.locator(place)).to_contain_text("The card sort closed on")
    press(desk, f"{live.url}/w/{links['code']}/rounds/", "Reveal the result")
    expect(leader.get_by_role("link", name="See the results")).to_be_visible()
    expect(inner).to_have_count(0)
    assert_no_axe_violations(leader)


def test_an_open_overview_follows_the_packs_in_all_its_parts(
    live: Live, open_page: OpenPage, links: dict[str, Any], desk: Page
) -> None:
    desk.goto(f"{live.url}/w/{links['code']}/overview/")
    expect(desk.get_by_text("Nobody has placed a card yet")).to_be_visible()
    leader = enter_room(open_page, links, live, 0)
    leader.goto(f"{live.url}/w/{links['code']}/rounds/1/sort/")
    leader.get_by_role("radio", name="Inner").first.check()
    expect(desk.get_by_text("Nobody has placed a card yet")).to_have_count(0)
    assert_no_axe_violations(desk)


def press(desk: Page, address: str, name: str) -> None:
    """Press the first button of that name on a page of the facilitator's, and say yes where it asks."""
    page = desk.context.new_page()
    page.goto(address)
    page.get_by_role("button", name=name).first.click()
    sure = page.locator("main form", has=page.locator("[name=confirmed]")).get_by_role("button")
    if sure.count():
        sure.first.click()
    expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.close()
