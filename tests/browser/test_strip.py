"""The strip of the room: a hand, "ready", a private signal and the time, on a phone and by keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, enter_room, gather, key_press, lead
from .server import Live
from .test_live import wait_until
from .watch import assert_no_axe_violations

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SEEN = """() => {
  const here = document.activeElement, foot = document.querySelector(".foot");
  const [one, other] = [here, foot].map((each) => each.getBoundingClientRect());
  const isBeside = one.right <= other.left;
  return here === document.body || foot.contains(here) || isBeside || one.top < other.top;
}"""
CARET = "box => [document.activeElement === box, box.selectionStart]"


@pytest.fixture
def meeting(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Meeting:
    """The desk and two rooms, with card 2 in front."""
    found = gather(open_page, links, live, at="card 2")
    for room in (found.ada, found.ben):
        expect(room.locator("#live-stage")).to_contain_text(POWER)
    return found


def press(page: Page, name: str) -> Locator:
    """Return a button of one's own strip."""
    return page.locator("#gestures").get_by_role("button", name=name)


def is_on(button: Locator, on: bool = True) -> None:
    """Wait until a button is pressed, or no longer."""
    expect(button).to_have_attribute("aria-pressed", "true" if on else "false")


def tap_all(phone: Page) -> None:
    """Raise a hand and ask for a pause, by single taps."""
    press(phone, "Hand up").tap()
    is_on(press(phone, "Hand up"))
    phone.locator("#gesture-ask summary").tap()
    press(phone, "A pause").tap()
    expect(phone.locator("#gesture-ask summary")).to_contain_text("asked")
    expect(press(phone, "A pause")).to_be_hidden()  # the panel gives the page back
    is_on(phone.locator("#gesture-pause"))


def half_a_thought(page: Page) -> Locator:
    """Type half a comment and put the caret into its middle."""
    box = page.locator("#say-body")
    box.fill("Half a thought")
    box.evaluate("box => box.setSelectionRange(4, 4)")
    return box


def press_both(page: Page) -> None:
    """Press "Hand up" and "Ready" before the first has been answered."""
    page.evaluate("for (const kind of ['hand', 'ready']) document.getElementById(`gesture-${kind}`).click()")


def test_a_press_that_follows_at_once_is_sent_too_and_one_that_failed_says_so(meeting: Meeting) -> None:
    ben = meeting.ben
    press_both(ben)
    is_on(press(ben, "Hand up"))
    is_on(press(ben, "Ready"))
    ben.route("**/gestures/", lambda route: route.abort(), times=1)
    press_both(ben)
    is_on(press(ben, "Ready"), False)
    expect(ben.locator("[data-gestures-wrong]")).to_contain_text("That did not work")
    is_on(press(ben, "Hand up"))


def test_a_press_that_waits_is_sent_when_its_page_is_left(meeting: Meeting) -> None:
    ben, held = meeting.ben, list[Route]()
    ben.route("**/gestures/", lambda route: held.append(route), times=1)
    press_both(ben)
    wait_until(ben, lambda: len(held) == 1)
    ben.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")  # the first is still not answered
    expect(meeting.desk.locator("#live-gestures")).to_contain_text("1 of 5 ready: Bram Okafor")
    held[0].continue_()


def test_what_was_asked_for_before_a_press_is_not_put_over_it(meeting: Meeting) -> None:
    ben, desk, late = meeting.ben, meeting.desk, list[tuple[Route, APIResponse]]()
    press(ben, "Hand up").click()
    is_on(press(ben, "Hand up"))
    ben.route("**/room/gestures/", lambda route: late.append((route, route.fetch())), times=1)
    desk.get_by_role("button", name="Lower the hand of Bram Okafor").click()
    wait_until(ben, lambda: bool(late))
    press(ben, "Ready").click()
    is_on(press(ben, "Ready"))
    [(route, older)] = late
    with ben.expect_request("**/room/gestures/"):
        route.fulfill(response=older)
    is_on(press(ben, "Hand up"), False)
    is_on(press(ben, "Ready"))


def test_a_confirmation_goes_once_it_is_over_and_nothing_moves_under_who_types(meeting: Meeting) -> None:
    ben, desk = meeting.ben, meeting.desk
    ben.get_by_text("Suggest something for the agenda").click()
    ben.get_by_label("Or a question for all of us").fill("Who is missing?")
    ben.get_by_role("button", name="Send it to the chair").click()
    said = ben.locator(".strip > .notice", has_text="It is with the chair")
    expect(said).to_be_visible()
    box = half_a_thought(ben)
    place = box.bounding_box()
    desk.get_by_role("button", name="Put away").click()
    expect(said).to_be_hidden()
    assert (box.bounding_box(), box.evaluate(CARET)) == (place, [True, 4])
    box.blur()
    lead(desk, "Next: card 1")
    expect(said).to_have_count(0)


def test_taps_on_a_phone_reach_the_desk_and_take_nothing_from_who_types(
    meeting: Meeting, live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    phone, desk = enter_room(open_page, links, live, 2, **PHONE), meeting.desk
    wall = open_page(links["screen"])
    expect(phone.locator("#live-here")).to_contain_text("Amina Clarke")
    tap_all(phone)
    expect(desk.locator("#live-gestures")).to_contain_text("1 asks for a pause")
    expect(wall.locator("#live-hands")).to_have_text("1 hand up")
    for page in (phone, desk):
        assert_no_axe_violations(page)
    box = half_a_thought(phone)
    desk.locator("#timer-start summary").click()
    desk.get_by_role("button", name="Lower the hand of Carys Novak").click()
    expect(desk.get_by_role("button", name="Put the hand back up")).to_be_visible()
    is_on(press(phone, "Hand up"), False)
    desk.get_by_role("button", name="5 min", exact=True).click()  # what was opened stays open
    expect(phone.locator("#live-timer [data-left]")).to_have_text("5 min left")
    assert box.evaluate(CARET) == [True, 4]
    desk.get_by_role("button", name="Put the hand back up").click()
    is_on(press(phone, "Hand up"))
    desk.get_by_role("button", name="Stop the timer").click()
    expect(phone.locator("#live-timer")).to_be_hidden()
    lead(desk, "Next: card 1")
    expect(phone.locator("#mine-offer")).to_contain_text("The group is on card 1 now.")
    is_on(phone.locator("#gesture-pause"))  # whoever needs a pause needs it on the next card too
    expect(phone.locator("#gesture-ask summary")).to_contain_text("asked")
    expect(box).to_have_value("Half a thought")
    assert box.evaluate(CARET) == [True, 4]


def test_the_keyboard_alone_shows_a_hand_and_is_told_once_how_long_is_left(meeting: Meeting) -> None:
    ben, desk = meeting.ben, meeting.desk
    key_press(ben, press(ben, "Hand up"))
    expect(ben.locator("#status")).to_have_text("Your hand is up.")
    expect(press(ben, "Hand up")).to_be_focused()
    ben.keyboard.press("Tab")
    ben.keyboard.press("Space")
    is_on(press(ben, "Ready"))
    lower = desk.get_by_role("button", name="Lower the hand of Bram Okafor")
    expect(lower).to_be_visible()
    expect(desk.locator("#live-gestures")).to_contain_text("1 of 5 ready: Bram Okafor")
    key_press(desk, lower)
    is_on(press(ben, "Hand up"), False)
    key_press(desk, desk.get_by_role("button", name="Put the hand back up"))
    is_on(press(ben, "Hand up"))
    lead(desk, "Next: card 1")
    is_on(press(ben, "Ready"), False)
    is_on(press(ben, "Hand up"))
    expect(ben.get_by_label("Your comment")).to_be_visible()  # all that the step brings is there
    ben.locator("body").press("Home")
    for _stop in range(30):
        ben.keyboard.press("Tab")
        ben.wait_for_function(SEEN)  # the browser scrolls a moment after the focus moved


def test_presses_that_come_faster_than_their_answers_are_each_carried_out(meeting: Meeting) -> None:
    desk, slow = meeting.desk, list[Route]()
    for room in (meeting.ada, meeting.ben):
        press(room, "Hand up").click()
    lower = desk.locator(".queue__lower")
    expect(lower).to_have_count(2)
    desk.route("**/lowering/", lambda route: slow.append(route), times=1)
    for button in (lower.nth(0), lower.nth(1), control(desk, "Next: card 1")):
        button.click()
    slow[0].continue_()
    expect(lower).to_have_count(0)
    expect(meeting.ben.locator("#say")).to_contain_text("card 1")
    for room in (meeting.ada, meeting.ben):
        is_on(press(room, "Hand up"), False)
