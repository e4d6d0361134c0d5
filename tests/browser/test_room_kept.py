"""What a leader has begun in the room stays theirs: ticks come back, a saved comment keeps the focus."""

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, gather, lead, nominate
from .server import Live

CLOSE = (
    "from django.utils import timezone; from workshop.models import Workshop; "
    "Workshop.objects.filter(slug='{slug}').update(closed_at=timezone.now())"
)
KEPT = "You had ticked these and not sent them yet."


@pytest.fixture
def meeting(live: Live, open_page: OpenPage) -> Meeting:
    """The desk and two rooms, with the poll on the stage."""
    links: dict[str, Any] = live.demo()
    found = gather(open_page, links, live, at="poll")
    expect(found.ada.get_by_role("checkbox")).to_have_count(6)
    return found


def test_ticks_that_were_not_sent_come_back_and_are_sent_by_nobody_else(meeting: Meeting) -> None:
    room, power = meeting.ada, meeting.ada.get_by_role("checkbox", name=POWER)
    power.check()
    room.reload()
    expect(power).to_be_checked()
    expect(room.locator("#mine").get_by_text(KEPT)).to_be_visible()
    expect(room.locator("#status")).to_contain_text(KEPT)
    expect(room.locator("[data-count]")).to_contain_text("1 of 3 chosen.")
    expect(meeting.desk.locator("#live-tally")).to_contain_text("0 of 5 have answered")
    room.get_by_role("button", name="Send my card").click()
    expect(room.locator("#mine")).to_contain_text("Your card is in: 2.")
    room.get_by_role("link", name="Change my choice").click()
    expect(power).to_be_checked()
    expect(room.locator("#mine").get_by_text(KEPT)).to_be_hidden()


def test_ticks_outlast_a_poll_that_closes_and_opens_again_and_go_at_the_reveal(meeting: Meeting) -> None:
    room, power = meeting.ben, meeting.ben.get_by_role("checkbox", name=POWER)
    power.check()
    room.goto("about:blank")
    lead(meeting.desk, "Close without revealing")
    room.go_back()
    expect(room.locator("#mine")).to_contain_text("You had not sent a choice")
    lead(meeting.desk, "Open again")
    expect(power).to_be_checked()
    lead(meeting.desk, "Reveal the result")
    expect(room.locator("#mine")).to_contain_text("You had not sent a choice")
    assert room.evaluate("() => Object.keys(localStorage)") == []


def test_ticks_after_an_abstention_come_back_too(meeting: Meeting) -> None:
    room, power = meeting.ada, meeting.ada.get_by_role("checkbox", name=POWER)
    room.get_by_role("button", name="I would rather not choose").click()
    room.get_by_role("link", name="Change").click()
    power.check()
    room.reload()
    room.get_by_role("link", name="Change").click()
    expect(power).to_be_checked()
    room.get_by_role("button", name="I would rather not choose").click()
    expect(room.locator("#mine")).to_contain_text("You would rather not choose.")
    assert room.evaluate("() => Object.keys(localStorage)") == []


def test_a_step_that_leaves_the_poll_takes_the_ballot_along_and_keeps_its_ticks(
    meeting: Meeting,
) -> None:
    room, power = meeting.ada, meeting.ada.get_by_role("checkbox", name=POWER)
    power.check()
    control(meeting.desk, "Next: Results").click()
    dialog = meeting.desk.get_by_role("dialog")
    expect(dialog).to_contain_text("0 of 5 have answered. It stays open:")
    dialog.get_by_role("button").first.click()
    expect(room.locator("#live-stage")).to_contain_text("What we found")
    expect(power).to_have_count(0)
    expect(room.locator("#mine-offer")).to_be_hidden()
    room.locator("#mine").get_by_role("link", name="Which three").click()
    expect(power).to_be_checked()
    expect(room.locator("#mine").get_by_text(KEPT)).to_be_visible()


def test_after_the_close_what_is_half_written_can_be_copied_and_not_sent(
    meeting: Meeting, live: Live
) -> None:
    lead(meeting.desk, "Reveal the result", "Next: card 1")
    room = meeting.ada
    room.locator("#say-body").fill("Half a thought")
    slug = room.url.split("/w/")[1].split("/")[0]
    live.manage("shell", "-v", "0", "-c", CLOSE.format(slug=slug))
    room.locator("#say").get_by_role("button").click()
    expect(room.locator("#say [data-save]")).to_contain_text("The workshop is closed")
    expect(room.locator("#say").get_by_role("button")).to_be_disabled()
    expect(room.locator("#say-body")).to_have_value("Half a thought")
    room.reload()
    expect(room.locator("#kept")).to_contain_text("Half a thought")


def test_a_saved_change_is_said_and_leaves_the_focus_at_its_comment(meeting: Meeting) -> None:
    nominate(meeting.ada, POWER)
    lead(meeting.desk, "Reveal the result", "Next: card 2")
    room = meeting.ada
    for words in ("First", "Other"):
        room.locator("#say-body").fill(words)
        room.keyboard.press("Control+Enter")
        expect(room.locator("#say-body")).to_have_value("")
    room.get_by_text("Your 2 comments on this card").click()
    own = room.locator("#own .said__one").nth(1)
    own.get_by_label("Your comment").fill("Other, changed")
    own.get_by_role("button", name="Save the change").click()
    expect(room.locator("#status")).to_contain_text("Your comment is saved.")
    expect(own.get_by_role("button", name="Save the change")).to_be_focused()
    expect(own).to_contain_text("Saved")
    expect(own.get_by_label("Your comment")).to_have_value("Other, changed")
