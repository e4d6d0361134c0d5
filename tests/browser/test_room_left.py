"""Words half typed when the group moves on stay in sight: what they are, and a way to send them."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .meeting import Meeting, gather, lead
from .server import Live
from .table import PHONE
from .test_questions import ASKED, answer, show_to_others
from .test_questions import meeting as asking
from .watch import assert_no_axe_violations

HALF = "These words are half"
STORED = "() => Object.keys(localStorage)"
__all__ = ["asking"]


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk and two rooms, on phones, with card 1 in front of the group."""
    return gather(open_page, links, live, at="card 1", **PHONE)


def go_there(room: Page) -> None:
    """Follow the group from what is half typed."""
    room.locator("#mine-offer").get_by_role("button", name="Go there").click()
    expect(room.locator("#mine-offer")).to_be_hidden()


def kept(room: Page, about: str) -> Locator:
    """Return the line about words that have no box here, unfolded."""
    line = room.locator("#left details", has_text=about)
    line.locator("summary").click()
    return line


def test_a_comment_left_half_typed_is_in_sight_after_a_reload_too_and_goes_to_its_card(
    meeting: Meeting,
) -> None:
    room = meeting.ada
    room.locator("#say-body").fill(HALF)
    lead(meeting.desk, "Next: card 2")
    go_there(room)
    expect(room.locator("#say-body")).to_have_value("")
    expect(room.locator("#status")).to_contain_text("You began a comment on card 1.")
    room.reload()
    line = kept(room, "You began a comment on card 1")
    expect(line.get_by_label("Your words")).to_have_value(HALF)
    assert_no_axe_violations(room)
    line.get_by_role("button", name="Send it").click()
    expect(room.locator("#status")).to_contain_text("Your comment is with card 1:")
    expect(room.locator("#now")).to_be_focused()
    expect(room.locator("#left")).to_be_hidden()
    assert room.evaluate(STORED) == []
    lead(meeting.desk, "Back: card 1")
    expect(meeting.ben.locator("#live-comments")).to_contain_text(HALF)


def test_a_reply_says_to_what_wherever_it_comes_back_and_can_be_thrown_away(meeting: Meeting) -> None:
    room = meeting.ada
    meeting.ben.locator("#say-body").fill("What Ben said")
    meeting.ben.get_by_role("button", name="Send to the group").click()
    room.locator("#live-comments").get_by_role("link", name="Reply").click()
    room.locator("#say-body").fill(HALF)
    room.reload()
    expect(room.locator("[data-replying]")).to_contain_text("What Ben said")
    expect(room.locator("#say-body")).to_have_value(HALF)
    lead(meeting.desk, "Next: card 2")
    go_there(room)
    line = kept(room, "You began a reply on card 1")
    expect(line).to_contain_text("What Ben said")
    line.get_by_role("button", name="Throw it away").click()
    dialog = room.get_by_role("dialog")
    dialog.get_by_role("button", name="Go back").click()
    expect(line.get_by_label("Your words")).to_have_value(HALF)
    line.get_by_role("button", name="Throw it away").click()
    dialog.get_by_role("button", name="Throw it away").click()
    expect(room.locator("#left")).to_be_hidden()
    assert room.evaluate(STORED) == []


def test_a_changed_comment_is_kept_and_saved_from_afar_and_own_boxes_have_names_of_their_own(
    meeting: Meeting,
) -> None:
    room = meeting.ada
    for words in ("First", "Other"):
        room.locator("#say-body").fill(words)
        room.get_by_role("button", name="Send to the group").click()
        expect(room.locator("#say-body")).to_have_value("")
    room.get_by_text("Your 2 comments on this card").click()
    room.get_by_label("Your comment 1", exact=True).fill("First, changed")
    expect(room.get_by_label("Your comment 2", exact=True)).to_have_value("Other")
    expect(room.get_by_label("Your comment", exact=True)).to_have_value("")
    lead(meeting.desk, "Next: card 2")
    go_there(room)
    kept(room, "You began to change your comment on card 1").get_by_role("button", name="Send it").click()
    expect(room.locator("#left")).to_be_hidden()
    lead(meeting.desk, "Back: card 1")
    expect(meeting.ben.locator("#live-comments")).to_contain_text("First, changed")


def test_an_answer_changed_after_the_others_were_shown_is_said_once_and_sent_when_the_group_is_elsewhere(
    asking: Meeting,
) -> None:
    room, desk = asking.ada, asking.desk
    answer(room, "Before.")
    room.context.set_offline(True)
    room.get_by_label("Your own answer").fill("Before and after.")
    show_to_others(asking)
    room.context.set_offline(False)
    go_there(room)
    expect(room.locator("#status")).to_contain_text("back in their box. They are not sent yet.")
    expect(room.locator("#status")).not_to_contain_text("being sent")
    expect(room.locator("#answer [data-draft-says]")).to_be_visible()
    expect(room.locator("#left")).to_be_hidden()
    lead(desk, "Next: Results")
    go_there(room)
    line = kept(room, f"You began an answer to “{ASKED}”")
    expect(line.get_by_label("Your words")).to_have_value("Before and after.")
    line.get_by_role("button", name="Send it").click()
    expect(room.locator("#left")).to_be_hidden()
    assert room.evaluate(STORED) == []
    lead(desk, f"Back: {ASKED}")
    expect(asking.ben.locator("#live-comments")).to_contain_text("Before and after.")


def test_words_of_which_the_server_keeps_two_versions_are_no_longer_called_not_sent(meeting: Meeting) -> None:
    room = meeting.ada
    room.locator("#say-body").fill(HALF)
    lead(meeting.desk, "Next: card 2")
    go_there(room)
    room.route("**/remarks/", lambda route: route.fulfill(status=409, json={"state": "conflict"}), times=1)
    kept(room, "You began a comment on card 1").get_by_role("button", name="Send it").click()
    expect(room.locator("#status")).to_contain_text("both versions are kept")
    expect(room.locator("#left")).to_be_hidden()
