"""What one needs, said from the keyboard on a phone, and what pages are like from then on."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .test_pack import enter
from .watch import assert_no_axe_violations

PAGES = ("pack/", "rounds/1/sort/", "room/", "pack/finish/", "pack/files/own/", "my-data/", "needs/")


def root_size(page: Page) -> float:
    """Return how large the text of the page's root is, in pixels."""
    size: str = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    return float(size.removesuffix("px"))


def test_needs_are_said_once_from_the_keyboard_and_every_page_follows(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live, viewport={"width": 390, "height": 844})
    usual = root_size(page)
    assert_no_axe_violations(page)
    page.get_by_role("link", name="Say what you need").press("Enter")
    expect(page.get_by_role("heading", name="What would make this easier for you?")).to_be_visible()
    page.get_by_label("Larger text").press("Space")
    page.get_by_label("No countdowns").press("Space")
    page.get_by_label("Short, plain instructions").press("Space")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_text("Kept. You can change it at any time")).to_be_visible()
    expect(page.get_by_text("Read one card.")).to_be_visible()
    expect(page.get_by_role("link", name="Say what you need")).to_have_count(0)
    assert root_size(page) > usual * 1.25
    base = page.url.removesuffix("pack/")
    for name in PAGES:
        page.goto(base + name)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert root_size(page) > usual * 1.25, name
    assert_no_axe_violations(page)


def test_words_stand_where_a_timer_would_run(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    page = enter(open_page, links, live)
    page.get_by_role("link", name="Say what you need").press("Enter")
    page.get_by_label("No countdowns").press("Space")
    page.get_by_role("button", name="Save").press("Enter")
    live.manage("shell", "-v", "0", "-c", TIMER.format(slug=links["code"]))
    page.goto(f"{live.url}/w/{links['code']}/room/")
    timer = page.locator("#live-timer")
    expect(timer.get_by_text("Take the time you need.")).to_be_visible()
    expect(timer.locator("[data-left]")).to_be_hidden()
    page.evaluate("document.documentElement.removeAttribute('data-timers')")
    expect(timer.locator("[data-left]")).to_be_visible()
    expect(timer.get_by_text("Take the time you need.")).to_be_hidden()


TIMER = """
from workshop.actions.stage import move_stage
from workshop.actions.timing import start_timer
from workshop.models import Workshop
workshop = Workshop.objects.get(slug="{slug}")
fay = workshop.seats.filter(role="facilitator").first()
step = workshop.steps.order_by("position").first()
move_stage(fay, step, workshop.step_rev)
fay.workshop.refresh_from_db()
start_timer(fay, 5)
"""
