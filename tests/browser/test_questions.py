"""A question in real browsers: answered alone, shown at once, one text written together and agreed to."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .meeting import Meeting, control, gather
from .server import Live
from .watch import assert_no_axe_violations

ASKED = "What will we try first?"


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk, two rooms and the wall, with a question on the stage."""
    meeting = gather(open_page, links, live, "desk ada ben wall")
    desk = meeting.desk
    desk.get_by_text("Add to the agenda").click()
    desk.get_by_text("A question", exact=True).click()
    desk.get_by_label("A question, in your own words").fill(ASKED)
    desk.get_by_role("button", name="Add the question").click()
    desk.get_by_role("button", name=f"Put on the stage: {ASKED}").click()
    for page in (meeting.ada, meeting.ben, meeting.wall):
        expect(page.locator("#now")).to_have_text(ASKED)
    return meeting


def answer(room: Page, words: str) -> None:
    """Write one's own answer and wait until it is saved."""
    room.get_by_label("Your own answer").fill(words)
    room.locator("#now").click()
    expect(room.locator("#answer .save")).to_contain_text("Saved")


def write(room: Page, words: str) -> None:
    """Save the text for everybody."""
    room.get_by_label("The text we agree on").fill(words)
    room.get_by_role("button", name="Save for everybody").click()


def show(meeting: Meeting) -> None:
    """Show the answers to everybody."""
    control(meeting.desk, "Show the answers").click()
    asks = meeting.desk.get_by_role("dialog")
    expect(asks).to_contain_text("Nobody has pressed “Ready”. Everybody sees all the answers")
    asks.get_by_role("button").first.click()
    for room in (meeting.ada, meeting.ben):
        expect(room.get_by_label("The text we agree on")).to_be_visible()


def look(page: Page) -> None:
    """Let axe look at a page from its end, where the foot of the room covers nothing."""
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    assert_no_axe_violations(page)


def test_each_answers_alone_and_all_write_one_text(meeting: Meeting) -> None:
    answer(meeting.ada, "Share the budget.")
    answer(meeting.ben, "Meet on their ground.")
    expect(meeting.wall.locator("#live-tally")).to_contain_text("2 of 5 have answered")
    pages = (meeting.desk, meeting.ada, meeting.ben, meeting.wall)
    assert not any("Share the budget." in page.content() for page in pages if page is not meeting.ada)
    for page in pages:
        look(page)
    meeting.ben.get_by_label("Your own answer").focus()
    show(meeting)
    for page in (meeting.desk, meeting.ada, meeting.ben):
        expect(page.locator("#live-comments")).to_contain_text("Share the budget.")
    expect(meeting.ben.locator("#now")).to_be_focused()  # and not the box that everybody reads
    meeting.ben.get_by_label("The text we agree on").focus()
    write(meeting.ada, "We share the budget.")
    expect(meeting.wall.locator("#live-tally")).to_contain_text("We share the budget.")
    expect(meeting.ben.get_by_label("The text we agree on")).to_have_value("We share the budget.")
    expect(meeting.ben.locator("[data-behind]")).to_be_hidden()
    meeting.ben.get_by_label("I dissent").check()
    meeting.ben.get_by_label("A word of why").fill("Not all of it.")
    meeting.ben.get_by_role("button", name="Tell the group").click()
    expect(meeting.ada.locator(".agreed")).to_contain_text("Not all of it.")
    expect(meeting.wall.locator("#live-tally")).to_contain_text("1 dissents.")
    for page in pages:
        look(page)
    assert "Share the budget." not in meeting.wall.content()
    assert "Bram" not in meeting.wall.content()


def test_words_on_the_way_stay_when_others_save_or_the_answers_are_shown(meeting: Meeting) -> None:
    meeting.ada.context.set_offline(True)
    meeting.ada.get_by_label("Your own answer").fill("Nearly said.")
    show_to_others(meeting)
    meeting.ada.context.set_offline(False)
    expect(meeting.ada.locator("#mine-offer")).to_be_visible()
    expect(meeting.ada.get_by_label("Your own answer")).to_have_value("Nearly said.")
    meeting.ada.locator("#mine-offer").get_by_role("button").click()
    expect(meeting.ada.get_by_label("Your own answer")).to_have_value("Nearly said.")
    meeting.ada.get_by_role("button", name="Send to everybody").click()
    expect(meeting.ben.locator("#live-comments")).to_contain_text("Nearly said.")
    meeting.ada.get_by_label("The text we agree on").fill("Half of")
    write(meeting.ben, "Ben was first.")
    expect(meeting.ada.locator("[data-behind]")).to_be_visible()
    expect(meeting.ada.get_by_label("The text we agree on")).to_have_value("Half of")
    box = meeting.ben.get_by_label("The text we agree on")
    box.press("End")
    box.press_sequentially(" And")
    meeting.ada.get_by_role("button", name="Save for everybody").click()
    expect(meeting.ada.locator("#mine")).to_contain_text("Yours is kept beside it")
    expect(meeting.ben.locator(".agreed__text")).to_have_text("Ben was first.")
    hears_of_both(meeting, box)
    meeting.ada.locator("#mine .kept").get_by_role("button", name="Keep both").click()
    expect(meeting.ben.locator(".agreed__text")).to_have_text("Ben was first.\n\nHalf of")
    expect(meeting.ben.locator("#text-others .kept")).to_have_count(0)
    box.press_sequentially(" more")
    expect(box).to_have_value("Ben was first. And more")


def hears_of_both(meeting: Meeting, box: Locator) -> None:
    """See that two texts wait, on the desk and beside the box that Ben types in, without losing his place."""
    expect(meeting.desk.locator("#live-tally")).to_contain_text("Another version of this text waits")
    expect(meeting.ben.locator("#text-others .kept")).to_contain_text("Half of")
    expect(meeting.ben.locator("#status")).to_contain_text("Another version of this text waits")
    expect(box).to_be_focused()
    expect(box).to_have_value("Ben was first. And")


def show_to_others(meeting: Meeting) -> None:
    """Show the answers while Ada is offline."""
    control(meeting.desk, "Show the answers").click()
    meeting.desk.get_by_role("dialog").get_by_role("button").first.click()
    expect(meeting.ben.get_by_label("The text we agree on")).to_be_visible()
