"""The chair goes from a desk to a phone in the room and back, and the desk is led by single keys."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import Meeting, gather, key_press
from .server import Live
from .watch import assert_no_axe_violations

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def meeting(live: Live, open_page: OpenPage) -> Meeting:
    """A meeting at its welcome, with two leaders on their phones."""
    return gather(open_page, live.demo(), live, at="welcome", **PHONE)


def lend(desk: Page, name: str) -> None:
    """Hand the chair to somebody for this step, with the keyboard alone."""
    desk.locator("#now").focus()
    desk.keyboard.press("h")
    expect(desk.locator("#chair-to")).to_be_focused()
    desk.keyboard.type(name)
    expect(desk.locator("#chair-to option:checked")).to_have_text(name)
    assert_no_axe_violations(desk)
    key_press(desk, desk.get_by_role("main").get_by_role("button", name="Hand over the chair"))
    expect(desk.locator("#live-chair")).to_contain_text(f"{name} is in the chair for this step.")


def leads(room: Page, *, on: bool) -> None:
    """Expect a room to have the controls of the chair, or none."""
    expect(room.get_by_role("heading", name="You are in the chair")).to_have_count(int(on))
    expect(room.locator("#control-next")).to_have_count(int(on))


def test_the_chair_is_lent_to_a_phone_by_keys_and_goes_back_by_taps(meeting: Meeting) -> None:
    desk, ada, ben = meeting.desk, meeting.ada, meeting.ben
    other = ada.context.new_page()  # her second device
    other.goto(ada.url)
    lend(desk, (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip())
    leads(ada, on=True)
    leads(other, on=True)
    expect(other.locator("#led-title")).to_be_visible()
    assert other.evaluate("document.activeElement === document.body")
    leads(ben, on=False)
    expect(ben.locator("#live-chair")).to_contain_text("is in the chair for this step")
    assert_no_axe_violations(ada)
    ada.locator("#control-next").tap()
    expect(desk.locator(".lead-bar__stage")).to_have_text("Opening poll")
    for room in (ada, other):
        leads(room, on=False)
    desk.locator("#now").focus()
    desk.keyboard.press("b")
    leads(ada, on=True)
    ada.locator("#chair-back").tap()
    ada.get_by_role("dialog").get_by_role("button", name="Give it back").tap()
    leads(ada, on=False)
    leads(other, on=False)
    expect(desk.locator("#live-chair")).not_to_contain_text("for this step")


def test_whoever_is_handed_the_chair_further_down_sees_it_and_keeps_the_caret(
    meeting: Meeting,
) -> None:
    desk, ada = meeting.desk, meeting.ada
    box = ada.get_by_label("Add a ground rule")
    box.fill("Half a rule")
    box.evaluate("box => { box.setSelectionRange(4, 4); box.scrollIntoView({ block: 'end' }); }")
    notice = ada.locator(".foot").get_by_role("link", name="You are in the chair")
    expect(notice).to_be_hidden()
    lend(desk, (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip())
    expect(notice).to_be_in_viewport()
    expect(ada.locator("#status")).to_contain_text("You are in the chair for this step.")
    assert box.evaluate("box => [document.activeElement === box, box.selectionStart]") == [True, 4]
    notice.tap()
    expect(ada.get_by_role("heading", name="You are in the chair")).to_be_in_viewport()
    expect(meeting.ben.locator(".foot").get_by_text("You are in the chair")).to_be_hidden()


def test_a_key_presses_what_it_names_asks_where_that_asks_and_can_be_switched_off(meeting: Meeting) -> None:
    desk, dialog = meeting.desk, meeting.desk.get_by_role("dialog")
    where = desk.locator("#live-controls .lead-bar__stage")
    desk.locator("#now").focus()
    desk.keyboard.press("n")
    expect(where).to_have_text("Opening poll")
    for key in ("c", "r"):
        desk.keyboard.press(key)
        expect(dialog).to_be_visible()
        desk.keyboard.press("n")  # a question is open: no key acts behind it
        desk.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    desk.keyboard.press("f")
    expect(desk.locator("#front-card")).to_be_focused()
    desk.keyboard.press("c")  # in a field a letter is a letter
    desk.locator("#now").focus()
    desk.keyboard.press("?")
    desk.get_by_label("Use single keys on this device").uncheck()
    desk.locator("#now").focus()
    desk.keyboard.press("c")
    desk.reload()
    desk.locator("#now").focus()
    desk.keyboard.press("c")
    expect(dialog).to_have_count(0)
    expect(desk.get_by_label("Use single keys on this device")).not_to_be_checked()
    expect(where).to_have_text("Opening poll")
    expect(desk.locator("#control-shut")).to_be_visible()


def test_a_chair_in_the_room_sees_what_is_suggested_and_its_author_what_becomes_of_it(
    meeting: Meeting,
) -> None:
    desk, ada, ben = meeting.desk, meeting.ada, meeting.ben
    lend(desk, (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip())
    leads(ada, on=True)
    ben.get_by_text("Suggest something for the agenda").tap()
    ben.locator("#suggest-question").fill("Who is missing?")
    ben.get_by_role("button", name="Send it to the chair").tap()
    ada.locator("#chair").get_by_role("button", name="Put away").tap()
    expect(ben.locator("#suggestions")).to_contain_text("Put away by the chair")
    ada.locator("#chair").get_by_role("button", name="Put it back").tap()
    expect(ben.locator("#suggestions")).to_contain_text("Waits for the chair")


def test_a_chair_in_the_room_changes_the_agenda_and_keeps_half_a_question_when_the_chair_goes(
    meeting: Meeting,
) -> None:
    desk, ada = meeting.desk, meeting.ada
    lend(desk, (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip())
    fold, told = ada.locator("#agenda-change"), ada.locator("[data-told]")
    fold.get_by_text("Change the agenda").tap()
    fold.get_by_text("Add to the agenda").tap()
    fold.get_by_text("A question", exact=True).tap()
    box = ada.locator("#add-question")
    box.fill("Who is missing?")
    ada.get_by_role("button", name="Add the question").tap()
    expect(told).to_contain_text("The question is on the agenda, ")
    expect(fold.locator(".agenda")).to_contain_text("Who is missing?")
    expect(box).to_have_value("")
    expect(box).to_be_visible()  # the folds stay open
    fold.get_by_role("button", name="Move Who is missing? up").tap()
    expect(desk.locator("#live-agenda li").nth(1)).to_contain_text("Who is missing?")
    assert_no_axe_violations(ada)
    assert ada.url.endswith("/room/")
    box.fill("Half a quest")
    desk.locator("#live-agenda").get_by_role("button", name="Move Who is missing? down").click()
    expect(fold.locator(".agenda li").nth(2)).to_contain_text("Who is missing?")
    expect(box).to_have_value("Half a quest")
    desk.locator("#chair-back").click()  # back to whose it is
    expect(fold).to_have_count(0)
    expect(ada.locator("#kept")).to_contain_text("Half a quest")


def test_a_press_of_a_chair_that_has_gone_is_refused_in_its_place_and_its_words_wait(
    meeting: Meeting,
) -> None:
    desk, ada = meeting.desk, meeting.ada
    name = (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip()
    lend(desk, name)
    fold = ada.locator("#agenda-change")
    for words in ("Change the agenda", "Add to the agenda", "A question"):
        fold.get_by_text(words, exact=True).tap()
    ada.locator("#add-question").fill("Half a quest")
    ada.locator(".masthead__pause").click()  # her page does not hear that the chair goes
    desk.locator("#chair-back").click()
    expect(desk.locator("#live-chair")).not_to_contain_text(name)
    ada.get_by_role("button", name="Add the question").tap()
    expect(ada.locator("#chair [data-failed]")).to_contain_text("is in the chair now")
    expect(ada.locator("#add-question")).to_have_value("Half a quest")
    ada.locator(".masthead__pause").click()
    expect(fold).to_have_count(0)
    expect(ada.locator("#kept")).to_contain_text("Half a quest")
    lend(desk, name)
    expect(ada.locator("#add-question")).to_have_value("Half a quest")
    expect(ada.locator("#kept")).to_be_hidden()
