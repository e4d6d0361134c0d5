"""The bar at the foot of the desk: the next step is in view, and hides nothing that has the focus."""

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import POWER, control, enter_desk, gather, lead, nominate
from .server import Live

HIDDEN = """() => {
  const here = document.activeElement, bar = document.querySelector(".lead-bar");
  if (here === document.body || bar.contains(here)) return "";
  return here.getBoundingClientRect().top >= bar.getBoundingClientRect().top ? here.outerHTML : "";
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 740)])
def test_the_next_step_is_in_view_and_covers_no_focus(
    live: Live, open_page: OpenPage, links: dict[str, Any], width: int, height: int
) -> None:
    desk = enter_desk(open_page, links, live, viewport={"width": width, "height": height})
    for name in ("Begin: Welcome", "Next: Opening poll"):
        expect(control(desk, name)).to_be_in_viewport(ratio=1)
        lead(desk, name)
    expect(control(desk, "Reveal the result")).to_be_in_viewport(ratio=1)
    desk.locator("body").press("Home")
    for _stop in range(40):
        desk.keyboard.press("Tab")
        assert desk.evaluate(HIDDEN) == ""


def test_a_low_window_is_not_filled_by_the_bar(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk = enter_desk(open_page, links, live, viewport={"width": 320, "height": 256})
    expect(control(desk, "Begin: Welcome")).not_to_be_in_viewport()
    assert desk.evaluate("document.documentElement.scrollWidth") == 320


def test_the_question_before_a_reveal_counts_as_it_opens(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    meeting = gather(open_page, links, live, "desk ada", "poll")
    nominate(meeting.ada, POWER)
    expect(meeting.desk.locator(".lead-bar")).to_contain_text("1 of 5 have answered.")
    for name in ("Reveal the result", "Close without revealing"):
        control(meeting.desk, name).click()
        expect(meeting.desk.get_by_role("dialog")).to_contain_text("1 of 5 have answered.")
        meeting.desk.get_by_role("button", name="Go back").click()
