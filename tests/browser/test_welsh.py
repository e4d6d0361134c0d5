"""In Welsh on a phone: the way in, the pack, the sort and the room, and nothing is too wide or unclear."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import enter_desk, lead
from .server import Live, serving
from .watch import assert_no_axe_violations

PHONE = {"width": 390, "height": 844}
PLACES = ("pack/information/", "pack/", "rounds/1/sort/", "pack/finish/", "my-data/", "room/", "results/")


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server whose host offers Welsh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WELSH", "true")
        with serving(tmp_path_factory.mktemp("welsh")) as server:
            yield server


def assert_welsh(page: Page) -> None:
    """Fail unless the page says that it is Welsh, fits the phone and is clear to whoever hears it."""
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    for width in (320, PHONE["width"]):
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    assert_no_axe_violations(page)


def come_in(open_page: OpenPage, server: Live, link: str) -> Page:
    """Open a personal link, choose Welsh before there is a seat, and take it."""
    page = open_page(link, viewport=PHONE)
    page.get_by_role("button", name="Cymraeg").click()
    assert_welsh(page)
    page.locator("main form button").first.click()
    expect(page.get_by_role("button", name="English")).to_be_visible()
    for question in page.locator("main fieldset").all():
        question.get_by_role("radio").first.check()
    return page


def test_a_phone_goes_through_the_workshop_in_welsh(open_page: OpenPage, offering: Live) -> None:
    links: dict[str, Any] = offering.demo()
    page = come_in(open_page, offering, links["participants"][0])
    assert_welsh(page)
    page.get_by_role("button", name="English").click()  # and back: what was chosen is not lost by it
    expect(page.locator("html")).to_have_attribute("lang", "en-gb")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    for question in page.locator("main fieldset").all():
        expect(question.get_by_role("radio").first).to_be_checked()
    page.locator("main form button").last.click()
    for place in PLACES:
        page.goto(f"{offering.url}/w/{links['code']}/{place}")
        assert_welsh(page)
    page.goto(f"{offering.url}/w/{links['code']}/room/")
    desk = enter_desk(open_page, links, offering)
    lead(desk, "Begin: Welcome")
    expect(page.locator("#live-agenda")).to_contain_text("nawr")  # by its number, and in its own language
    expect(page.locator("#live-stage")).to_have_attribute("data-step-rev", "1")
    assert_welsh(page)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en-gb")
    expect(page).to_have_url(f"{offering.url}/w/{links['code']}/room/")
