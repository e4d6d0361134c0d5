"""The desk on a phone: who asks stays in view, each part is one tap away, and nothing in use is covered."""

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import gather
from .server import Live
from .watch import assert_no_axe_violations

BARS = [".jump", ".lead-bar"]
SEEN = """bars => {
  const here = document.activeElement;
  if (here === document.body) return true;
  return bars.map((bar) => document.querySelector(bar)).every((bar) => {
    const [one, other] = [here, bar].map((each) => each.getBoundingClientRect());
    return bar.contains(here) || one.bottom > other.bottom || one.top < other.top;
  });
}"""
BETWEEN = """parts => {
  const boxes = parts.map((part) => document.querySelector(part).getBoundingClientRect());
  const [one, head, foot] = boxes;
  return one.top >= head.bottom && one.bottom <= foot.top;
}"""


def assert_between_the_bars(desk: Page, selector: str) -> None:
    """Wait until something stands whole between the strip at the head and the bar at the foot."""
    desk.wait_for_function(BETWEEN, arg=[selector, *BARS])


def test_a_chair_on_a_phone_sees_who_asks_and_is_at_each_part_by_one_tap(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, at="welcome")
    desk = meeting.desk
    desk.set_viewport_size({"width": 390, "height": 844})
    meeting.ben.locator("#gestures").get_by_role("button", name="Hand up").click()
    meeting.ada.locator("#gesture-ask summary").click()
    meeting.ada.locator("#gesture-pause").click()
    asks = desk.locator(".jump").get_by_role("link", name="1 hand up: Bram Okafor 1 asks for a pause")
    desk.get_by_role("link", name="Table", exact=True).click()
    assert_between_the_bars(desk, "#people")
    expect(asks).to_be_in_viewport(ratio=1)
    asks.click()
    for part in ("#gestures-title", ".queue__lower", "#heard-pause"):
        assert_between_the_bars(desk, part)
    assert_no_axe_violations(desk)
    desk.get_by_role("link", name="Agenda", exact=True).focus()
    desk.keyboard.press("Enter")
    assert_between_the_bars(desk, "#agenda")
    for _stop in range(30):
        desk.keyboard.press("Tab")
        desk.wait_for_function(SEEN, arg=BARS)  # the browser scrolls a moment after the focus moved
    meeting.ben.locator("#gestures").get_by_role("button", name="Hand up").click()
    expect(desk.locator("#live-hands")).to_have_text("1 asks for a pause")
    desk.set_viewport_size(
        {"width": 390, "height": 420}
    )  # as with a larger letter: nothing stands in the way
    assert desk.locator(".jump").evaluate("one => getComputedStyle(one).position") == "static"
