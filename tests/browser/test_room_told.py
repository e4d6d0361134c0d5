"""What a phone is told of while its person looks elsewhere: a step, a press that failed, the end."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, enter_room, gather, lead
from .server import Live
from .test_strip import PHONE, SEEN
from .watch import assert_no_axe_violations

ABOVE = """line => {
  const [said, foot] = [line, document.querySelector(".foot")].map((each) => each.getBoundingClientRect());
  return said.bottom <= foot.top;
}"""


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk and a room, with the poll on the stage."""
    return gather(open_page, links, live, "desk ben", "poll")


@pytest.fixture
def phone(meeting: Meeting, live: Live, open_page: OpenPage, links: dict[str, Any]) -> Page:
    """A third leader's room on a phone."""
    return enter_room(open_page, links, live, 2, **PHONE)


def test_a_step_that_comes_out_of_view_is_told_until_its_heading_is_seen(
    meeting: Meeting, phone: Page
) -> None:
    cue, panel = phone.locator("#stage-cue"), phone.locator("#gesture-ask")
    phone.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    panel.locator("summary").tap()
    panel.get_by_role("button").first.focus()
    lead(meeting.desk, "Reveal the result", "Next: card 1")
    expect(cue).to_contain_text("The group is on card 1 now.")
    expect(panel.get_by_role("button")).to_have_count(0)
    expect(panel.locator("summary")).to_be_focused()
    assert phone.evaluate("scrollY") > 0
    assert_no_axe_violations(phone)
    cue.get_by_role("link").tap()
    expect(phone.locator("#now")).to_be_focused()
    expect(phone.locator("#now")).to_be_in_viewport()
    expect(cue).to_be_hidden()


def test_what_did_not_work_is_said_beside_the_button_and_above_the_strip(phone: Page) -> None:
    phone.get_by_role("checkbox", name=POWER).check()
    phone.route("**/ballot/", lambda route: route.abort())
    send = phone.get_by_role("button", name="Send my card")
    send.tap()
    expect(phone.locator("[data-send] + [data-failed]")).to_contain_text("That did not work")
    assert phone.locator("[data-failed]").evaluate(ABOVE)


def test_the_open_panel_covers_nothing_that_the_keyboard_reaches(phone: Page) -> None:
    phone.locator("#gesture-ask summary").tap()
    phone.locator("body").press("Home")
    phone.locator("#main").evaluate("main => main.querySelector('input').focus({ preventScroll: true })")
    for _stop in range(10):
        phone.keyboard.press("Tab")
        phone.wait_for_function(SEEN)


def test_once_the_workshop_is_closed_nothing_is_offered_any_more(meeting: Meeting) -> None:
    ben = meeting.ben
    expect(ben.get_by_text("Suggest something for the agenda")).to_be_visible()
    for name in ("Next: Results", "Next: Close", "Close the workshop"):
        control(meeting.desk, name).click()
        if name != "Next: Close":
            meeting.desk.get_by_role("dialog").get_by_role("button").first.click()
    expect(ben.locator("#now")).to_have_text("The workshop is closed")
    expect(ben.locator("#live-chair")).to_be_hidden()
    expect(ben.get_by_text("Suggest something for the agenda")).to_have_count(0)
