"""What the room does under a leader's hands: the focus moves on, an error goes when it is mended."""

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, gather, lead, nominate
from .server import Live

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def meeting(live: Live, open_page: OpenPage) -> Meeting:
    """A meeting with the poll on the stage; the leaders sit at phones."""
    links: dict[str, Any] = live.demo()
    return gather(open_page, links, live, at="poll", **PHONE)


def test_an_error_about_a_ballot_goes_when_a_card_is_chosen(meeting: Meeting) -> None:
    meeting.ada.get_by_role("button", name="Send my").click()
    expect(meeting.ada.locator("#mine [role=alert]")).to_contain_text("Choose")
    meeting.ada.get_by_role("checkbox", name=POWER).check()
    expect(meeting.ada.locator("#mine [role=alert]")).to_have_count(0)


def test_a_choice_that_did_not_arrive_says_so_beside_its_button_until_it_is_sent_again(
    meeting: Meeting,
) -> None:
    room, says = meeting.ada, "That did not work: the server did not answer."
    room.get_by_role("checkbox", name=POWER).check()
    room.route("**/ballot/", lambda route: route.abort())
    room.get_by_role("button", name="Send my card").click()
    expect(room.locator("#mine").get_by_text(says)).to_be_in_viewport()
    expect(room.locator("#alert")).to_contain_text(says)
    room.unroute("**/ballot/")
    room.get_by_role("button", name="Send my card").click()
    expect(room.locator("#mine")).to_contain_text("Your card is in")
    expect(room.get_by_text(says)).to_have_count(0)


def test_a_leader_in_an_empty_box_goes_along_to_the_results(meeting: Meeting) -> None:
    nominate(meeting.ada, POWER)
    lead(meeting.desk, "Reveal the result", "Next: card 2")
    box = meeting.ada.locator("#say-body")
    expect(meeting.ada.get_by_text("Ctrl and Enter")).to_be_hidden()
    box.focus()
    meeting.desk.locator("#live-agenda").get_by_role("button", name="Results").click()
    expect(box).to_have_count(0)
    expect(meeting.ada.locator("#now")).to_be_focused()


def test_a_pause_is_said_in_the_strip_where_the_eye_is_and_ends_there_too(meeting: Meeting) -> None:
    room, strip = meeting.ada, meeting.ada.locator(".foot")
    room.get_by_role("button", name="Pause updates").tap()
    expect(strip.get_by_text("Updates are paused.")).to_be_in_viewport()
    lead(meeting.desk, "Reveal the result")
    expect(meeting.ben.locator("#now")).to_have_text("Nobody answered")
    expect(room.locator("#now")).not_to_have_text("Nobody answered")
    strip.get_by_role("button", name="Go on with updates").tap()
    expect(strip.get_by_text("Updates are paused.")).to_be_hidden()
    expect(room.locator("#now")).to_have_text("Nobody answered")
    expect(room.locator(".masthead__pause")).to_be_focused()
