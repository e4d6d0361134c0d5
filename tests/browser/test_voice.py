"""An observer's open page follows the chair, and half-typed words stay to be copied."""

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import gather
from .server import Live

WATCHES = """
from workshop.models import Seat
seats = Seat.objects.filter(workshop__slug="{slug}", role="participant").order_by("pk")
Seat.objects.filter(pk=seats[1].pk).update(role="observer")
"""


def lend(desk: Page) -> None:
    """Hand the chair to Bram, who watches, for this step."""
    desk.locator("#chair-hand").click()
    choice = desk.locator("#chair-to")
    choice.select_option(choice.locator("option", has_text="Bram Okafor").get_attribute("value"))
    desk.get_by_role("main").get_by_role("button", name="Hand over the chair").click()
    expect(desk.locator("#live-chair")).to_contain_text("Bram Okafor is in the chair")


def test_an_observer_loses_the_forms_with_the_chair_and_no_words(live: Live, open_page: OpenPage) -> None:
    links = live.demo()
    meeting = gather(open_page, links, live, "desk ben", "welcome")
    desk, ben = meeting.desk, meeting.ben
    live.manage("shell", "-v", "0", "-c", WATCHES.format(slug=links["code"]))
    ben.reload()
    box = ben.get_by_label("Add a ground rule")
    expect(box).to_have_count(0)
    lend(desk)
    expect(box).to_be_visible()  # without a reload
    desk.locator("#chair-back").click()
    expect(box).to_have_count(0)
    lend(desk)
    box.fill("Half a rule")
    desk.locator("#chair-back").click()
    expect(ben.locator("#mine [data-watch]")).to_be_visible()
    expect(box).to_have_value("Half a rule")
    expect(box).not_to_be_editable()
    ben.route("**/room/mine/", lambda route: route.abort(), times=1)
    lend(desk)
    expect(box).to_be_editable(timeout=10_000)  # after a fetch that failed
    desk.locator("#chair-back").click()
    expect(box).not_to_be_editable()
    ben.get_by_role("link", name="Go on without it").click()
    expect(box).to_have_count(0)
