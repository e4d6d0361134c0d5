"""Eight browsers at once: one offline, one late, one asleep, one typing throughout. All of them end right."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, enter_room, gather, lead, nominate
from .server import Live
from .storm import COMPARE

HALF = "What I was about to say"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def freeze(page: Page, state: str) -> None:
    """Put a tab to sleep as the browser does, or wake it: frozen or active."""
    page.context.new_cdp_session(page).send("Page.setWebLifecycleState", {"state": state})


def say(room: Page, words: str) -> None:
    """Say something about the card on the stage."""
    room.locator("#say-body").fill(words)
    room.keyboard.press("Control+Enter")
    expect(room.locator("#say-body")).to_have_value("")


def ends_right(page: Page) -> None:
    """Expect a page to show what it shows when it is loaded afresh."""
    for _ in range(100):
        if not (wrong := page.evaluate(COMPARE)):
            return
        page.wait_for_timeout(200)
    assert wrong == []


def half_typed(room: Page) -> None:
    """Write half a thought, and leave the caret in the middle of it."""
    room.locator("#say-body").fill(HALF)
    room.locator("#say-body").evaluate("box => { box.focus(); box.setSelectionRange(5, 5); }")


def is_undisturbed(room: Page) -> None:
    """Expect the half thought, the focus and the caret to be as they were left."""
    expect(room.locator("#say-body")).to_have_value(HALF)
    expect(room.locator("#say-body")).to_be_focused()
    assert room.locator("#say-body").evaluate("box => box.selectionStart") == 5


def test_eight_browsers_end_right_and_none_is_disturbed(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    meeting: Meeting = gather(open_page, links, live, "desk ada ben wall", "poll")
    typing, offline = meeting.ada, meeting.ben
    asleep, awake = (enter_room(open_page, links, live, n) for n in (2, 3))
    phone = enter_room(open_page, links, live, 3, **PHONE)  # a second device
    nominate(awake, POWER)
    lead(meeting.desk, "Reveal the result", "Next: card 2")
    expect(typing.locator("#now")).to_contain_text(POWER)
    half_typed(typing)
    offline.context.set_offline(True)
    freeze(asleep, "frozen")
    say(awake, "While some were away.")
    meeting.desk.get_by_role("button", name="Move Language up").click()
    late = enter_room(open_page, links, live, 4)
    say(late, "I came late.")
    is_undisturbed(typing)
    expect(offline.locator("#live-comments")).not_to_contain_text("While some were away.")
    freeze(asleep, "active")
    offline.context.set_offline(False)
    for page in (meeting.desk, meeting.wall, typing, offline, asleep, awake, phone, late):
        ends_right(page)
    is_undisturbed(typing)
    typing.keyboard.press("Control+Enter")
    for page in (meeting.desk, offline, asleep, phone, late):
        expect(page.locator("#live-comments")).to_contain_text(HALF)
