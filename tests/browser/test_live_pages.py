"""The meeting itself, in real browsers: the chair leads, everybody follows, nobody is interrupted."""

import re
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, enter_room, gather, key_press, lead, nominate, tab_to
from .server import Live

POLL = "Which three should we talk about first?"
RESEARCH = "Research vs"


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk, two rooms and the wall of a demonstration."""
    return gather(open_page, links, live)


def heading(page: Page) -> Any:
    """What is on the stage."""
    return page.locator("#now")


def test_everybody_follows_the_stage_and_the_poll_orders_the_agenda(meeting: Meeting) -> None:
    lead(meeting.desk, "Begin: Welcome", "Next: Opening poll")
    for page in (meeting.ada, meeting.ben, meeting.wall):
        expect(heading(page)).to_have_text(POLL)
    nominate(meeting.ada, POWER, RESEARCH)
    nominate(meeting.ben, POWER)
    for page in (meeting.desk, meeting.ada, meeting.wall):
        expect(page.locator("#live-tally")).to_contain_text("2 of 5 have answered")
    expect(meeting.desk.locator(".tally__row")).to_have_count(0)
    lead(meeting.desk, "Reveal the result")
    for page in (meeting.ada, meeting.ben, meeting.wall):
        expect(heading(page)).to_have_text("“Power and reciprocity” comes first")
        expect(page.locator(".tally__row .num").first).to_have_text("2")
    expect(meeting.ada.locator(".tally__row--mine")).to_have_count(2)
    expect(meeting.ben.locator(".tally__row--mine")).to_have_count(1)
    order = meeting.ben.locator("#live-agenda .num", has_text=re.compile(r"\d"))
    expect(order).to_have_text(["2", "4", "1", "3", "5", "6"])


def to_card(meeting: Meeting) -> None:
    """Bring the card with most nominations to the front."""
    lead(meeting.desk, "Begin: Welcome", "Next: Opening poll")
    expect(heading(meeting.ada)).to_have_text(POLL)
    nominate(meeting.ada, POWER)
    lead(meeting.desk, "Reveal the result", "Next: card 2")
    expect(heading(meeting.ada)).to_contain_text(POWER)
    expect(meeting.ada.locator("#say-body")).to_be_visible()


def test_a_comment_appears_on_anothers_page_and_the_box_is_empty_again(meeting: Meeting) -> None:
    to_card(meeting)
    meeting.ada.locator("#say-body").fill("It depends on the board.")
    meeting.ada.keyboard.press("Control+Enter")
    for page in (meeting.ben, meeting.desk):
        expect(page.locator("#live-comments")).to_contain_text("It depends on the board.")
    expect(meeting.ada.locator("#say-body")).to_have_value("")
    expect(meeting.ada.locator("#say-body")).to_be_focused()
    expect(meeting.wall.locator("body")).not_to_contain_text("It depends")


def test_an_answer_that_comes_late_does_not_hide_what_was_pushed_meanwhile(meeting: Meeting) -> None:
    to_card(meeting)
    late: list[tuple[Route, APIResponse]] = []
    meeting.desk.route("**/stage/*", lambda route: late.append((route, route.fetch())))
    control(meeting.desk, "Next: card 1").click()
    expect(meeting.ada.locator("#say")).to_contain_text("card 1")
    meeting.ada.locator("#say-body").fill("Pushed before the answer.")
    meeting.ada.keyboard.press("Control+Enter")
    said = meeting.desk.locator("#live-comments", has_text="Pushed before the answer.")
    expect(said).to_be_visible()
    [(route, answer)] = late
    with meeting.desk.expect_event("requestfinished"):
        route.fulfill(response=answer)
    expect(meeting.desk.locator(".htmx-request")).to_have_count(0)
    expect(said).to_be_visible()


def test_a_reply_stands_under_what_it_answers(meeting: Meeting) -> None:
    to_card(meeting)
    meeting.ada.locator("#say-body").fill("Who pays?")
    meeting.ada.get_by_role("button", name="Send to the group").click()
    meeting.ben.get_by_role("link", name="Reply").first.click()
    expect(meeting.ben.locator("[data-replying]")).to_contain_text("Who pays?")
    meeting.ben.locator("#say-body").fill("We do.")
    meeting.ben.keyboard.press("Control+Enter")
    expect(meeting.ada.locator(".said__replies")).to_contain_text("We do.")


def test_nobody_who_is_typing_is_moved_away(meeting: Meeting) -> None:
    to_card(meeting)
    box = meeting.ada.locator("#say-body")
    box.press_sequentially("Half a thou")
    lead(meeting.desk, "Next: card 1")
    expect(meeting.ada.locator("#mine-offer")).to_contain_text("The group is on card 1 now.")
    expect(box).to_be_focused()
    box.press_sequentially("ght")
    expect(box).to_have_value("Half a thought")
    meeting.ada.get_by_role("button", name="Go there").click()
    expect(meeting.ada.locator("#say")).to_contain_text("Say something about card 1")
    meeting.desk.locator("#live-agenda").get_by_role("button", name="Power and reciprocity").click()
    expect(meeting.ada.locator("#say-body")).to_have_value("Half a thought")


def test_ticks_that_are_not_sent_stay_when_the_round_closes(meeting: Meeting) -> None:
    lead(meeting.desk, "Begin: Welcome", "Next: Opening poll")
    meeting.ada.get_by_role("checkbox", name=POWER).check()
    lead(meeting.desk, "Close without revealing")
    expect(meeting.ada.locator("#mine-offer")).to_contain_text("The chair has closed this round.")
    expect(meeting.ada.get_by_role("checkbox", name=POWER)).to_be_checked()
    meeting.ada.get_by_role("button", name="Send my").click()
    expect(meeting.ada.locator("#mine [role=alert]")).to_contain_text("so it was not counted")
    expect(meeting.ada.locator("#mine [role=alert]")).to_contain_text("We kept it here: 2.")


def test_a_ballot_counts_and_stops_at_its_limit(meeting: Meeting) -> None:
    lead(meeting.desk, "Begin: Welcome", "Next: Opening poll")
    boxes = meeting.ada.get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    for n in range(3):
        boxes.nth(n).check()
    expect(meeting.ada.locator("[data-count]")).to_contain_text("You have chosen 3 of 3.")
    expect(meeting.ada.locator("#status")).to_contain_text("Take one away to choose another.")
    expect(boxes.nth(3)).to_be_disabled()
    expect(meeting.ada.locator("[data-send]")).to_have_text("Send my three cards")
    boxes.nth(0).uncheck()
    expect(meeting.ada.locator("[data-count]")).to_have_text("2 of 3 chosen. You have one left.")


def test_a_late_joiner_and_a_reload_land_where_the_group_is(
    meeting: Meeting, live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    to_card(meeting)
    late = enter_room(open_page, links, live, 2)
    expect(heading(late)).to_contain_text(POWER)
    meeting.ben.reload()
    expect(meeting.ben.locator("#say")).to_contain_text("Say something about card 2")


def test_the_whole_meeting_can_be_led_and_answered_from_the_keyboard(meeting: Meeting) -> None:
    for name in ("Begin: Welcome", "Next: Opening poll"):
        key_press(meeting.desk, control(meeting.desk, name))
        expect(control(meeting.desk, name)).to_have_count(0)
    expect(heading(meeting.ada)).to_have_text(POLL)
    key_press(meeting.ada, meeting.ada.get_by_role("checkbox", name=POWER), "Space")
    key_press(meeting.ada, meeting.ada.get_by_role("button", name="Send my card"))
    expect(meeting.ada.locator("#mine [data-focus]")).to_be_focused()
    key_press(meeting.desk, control(meeting.desk, "Reveal the result"))
    key_press(meeting.desk, meeting.desk.get_by_role("dialog").get_by_role("button").first)
    expect(heading(meeting.ada)).to_have_text("“Power and reciprocity” comes first")
    expect(meeting.desk.locator("#live-stage :focus")).to_have_count(1)
    key_press(meeting.desk, control(meeting.desk, "Next: card 2"))
    expect(heading(meeting.ada)).to_contain_text(POWER)
    tab_to(meeting.ada, meeting.ada.locator("#say-body"))
    meeting.ada.keyboard.type("From the keyboard.")
    meeting.ada.keyboard.press("Control+Enter")
    expect(meeting.ben.locator("#live-comments")).to_contain_text("From the keyboard.")


def test_a_discussion_is_moved_up_and_keeps_the_focus(meeting: Meeting) -> None:
    to_card(meeting)
    up = meeting.desk.get_by_role("button", name="Move Language up")
    up.click()
    expect(meeting.ada.locator("#live-agenda .agenda__title").nth(3)).to_have_text("Language")
    expect(up).to_be_focused()
