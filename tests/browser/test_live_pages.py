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
    return gather(open_page, links, live, "desk ada ben wall")


@pytest.fixture
def at_poll(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk and a room, with the poll on the stage."""
    return gather(open_page, links, live, "desk ada", "poll")


@pytest.fixture
def at_card(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk, two rooms and the wall, with card 2 in front."""
    return gather(open_page, links, live, "desk ada ben wall", "card 2")


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


def test_a_comment_appears_on_anothers_page_and_the_box_is_empty_again(at_card: Meeting) -> None:
    at_card.ada.locator("#say-body").fill("It depends on the board.")
    at_card.ada.keyboard.press("Control+Enter")
    for page in (at_card.ben, at_card.desk):
        expect(page.locator("#live-comments")).to_contain_text("It depends on the board.")
    expect(at_card.ada.locator("#say-body")).to_have_value("")
    expect(at_card.ada.locator("#say-body")).to_be_focused()
    expect(at_card.wall.locator("body")).not_to_contain_text("It depends")


def test_an_answer_that_comes_late_does_not_hide_what_was_pushed_meanwhile(at_card: Meeting) -> None:
    late: list[tuple[Route, APIResponse]] = []
    at_card.desk.route("**/stage/*", lambda route: late.append((route, route.fetch())))
    control(at_card.desk, "Next: card 1").click()
    expect(at_card.ada.locator("#say")).to_contain_text("card 1")
    at_card.ada.locator("#say-body").fill("Pushed before the answer.")
    at_card.ada.keyboard.press("Control+Enter")
    said = at_card.desk.locator("#live-comments", has_text="Pushed before the answer.")
    expect(said).to_be_visible()
    [(route, answer)] = late
    with at_card.desk.expect_event("requestfinished"):
        route.fulfill(response=answer)
    expect(at_card.desk.locator(".htmx-request")).to_have_count(0)
    expect(said).to_be_visible()


def test_a_reply_stands_under_what_it_answers(at_card: Meeting) -> None:
    at_card.ada.locator("#say-body").fill("Who pays?")
    at_card.ada.get_by_role("button", name="Send to the group").click()
    at_card.ben.get_by_role("link", name="Reply").first.click()
    expect(at_card.ben.locator("[data-replying]")).to_contain_text("Who pays?")
    at_card.ben.locator("#say-body").fill("We do.")
    at_card.ben.keyboard.press("Control+Enter")
    expect(at_card.ada.locator(".said__replies")).to_contain_text("We do.")


def test_nobody_who_is_typing_is_moved_away(at_card: Meeting) -> None:
    box = at_card.ada.locator("#say-body")
    box.press_sequentially("Half a thou")
    lead(at_card.desk, "Next: card 1")
    expect(at_card.ada.locator("#mine-offer")).to_contain_text("The group is on card 1 now.")
    expect(box).to_be_focused()
    box.press_sequentially("ght")
    expect(box).to_have_value("Half a thought")
    at_card.ada.get_by_role("button", name="Go there").click()
    expect(at_card.ada.locator("#say")).to_contain_text("Say something about card 1")
    at_card.desk.locator("#live-agenda").get_by_role("button", name="Power and reciprocity").click()
    expect(at_card.ada.locator("#say-body")).to_have_value("Half a thought")


def test_ticks_that_are_not_sent_stay_when_the_round_closes(at_poll: Meeting) -> None:
    at_poll.ada.get_by_role("checkbox", name=POWER).check()
    lead(at_poll.desk, "Close without revealing")
    expect(at_poll.ada.locator("#mine-offer")).to_contain_text("The chair has closed this round.")
    expect(at_poll.ada.get_by_role("checkbox", name=POWER)).to_be_checked()
    at_poll.ada.get_by_role("button", name="Send my").click()
    expect(at_poll.ada.locator("#mine [role=alert]")).to_contain_text("so it was not counted")
    expect(at_poll.ada.locator("#mine [role=alert]")).to_contain_text("We kept it here: 2.")


def test_a_ballot_counts_and_stops_at_its_limit(at_poll: Meeting) -> None:
    boxes = at_poll.ada.get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    for n in range(3):
        boxes.nth(n).check()
    expect(at_poll.ada.locator("[data-count]")).to_contain_text("You have chosen 3 of 3.")
    expect(at_poll.ada.locator("#status")).to_contain_text("Take one away to choose another.")
    expect(boxes.nth(3)).to_be_disabled()
    expect(at_poll.ada.locator("[data-send]")).to_have_text("Send my three cards")
    boxes.nth(0).uncheck()
    expect(at_poll.ada.locator("[data-count]")).to_have_text("2 of 3 chosen. You have one left.")


def test_a_late_joiner_and_a_reload_land_where_the_group_is(
    at_card: Meeting, live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    late = enter_room(open_page, links, live, 2)
    expect(heading(late)).to_contain_text(POWER)
    at_card.ben.reload()
    expect(at_card.ben.locator("#say")).to_contain_text("Say something about card 2")


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


def test_a_discussion_is_moved_up_and_keeps_the_focus(at_card: Meeting) -> None:
    up = at_card.desk.get_by_role("button", name="Move Language up")
    up.click()
    expect(at_card.ada.locator("#live-agenda .agenda__title").nth(3)).to_have_text("Language")
    expect(up).to_be_focused()
