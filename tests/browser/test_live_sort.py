"""A live sort on a phone: the leader stays with the cards, and has the time and a hand there."""

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, gather, lead
from .server import Live
from .table import PHONE
from .watch import assert_no_axe_violations

GAP = """() => {
  const [chair, body] = ["#live-chair", ".room__body"].map((one) => document.querySelector(one));
  return body.getBoundingClientRect().top - chair.getBoundingClientRect().bottom;
}"""


def begin_a_sort(meeting: Meeting) -> Page:
    """Put a card sort on the stage, with a timer; return Ada's page, where she sorts."""
    desk, ada = meeting.desk, meeting.ada
    address = desk.url
    desk.goto(address.replace("/desk/", "/rounds/"))
    desk.get_by_label("Card sort: everybody places each card again").check()
    desk.get_by_role("button", name="Add the round").click()
    desk.goto(address)
    desk.locator("button.agenda__item", has_text="Card sort").click()
    ada.get_by_role("link", name="Answer for each card").tap()
    expect(ada.get_by_text("Live card sort")).to_be_visible()
    desk.locator("#timer-start summary").click()
    desk.get_by_role("button", name="5 min", exact=True).click()
    return ada


def test_a_leader_who_sorts_live_asks_and_hears_without_leaving_the_cards(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, "desk ada", **PHONE)
    desk, ada = meeting.desk, begin_a_sort(meeting)
    expect(ada.locator("#live-timer [data-left]")).to_have_text("5 min left")
    row = ada.locator(".sorter__row", has_text=POWER)
    row.get_by_text("Not placed", exact=True).tap()
    reason = row.get_by_label("Why not placed?")
    reason.fill("Two things in")
    ada.locator("#gesture-hand").tap()
    expect(ada.locator("#gesture-hand")).to_have_attribute("aria-pressed", "true")
    ada.locator("#gesture-ask summary").tap()
    ada.locator("#gesture-time").tap()
    expect(desk.locator("#live-gestures")).to_contain_text("1 asks for more time")
    expect(desk.locator("#live-gestures")).to_contain_text("Amina Clarke")
    assert_no_axe_violations(ada)
    reason.focus()
    control(desk, "Next: Results").click()
    desk.get_by_role("button", name="Leave it open and go on").click()
    expect(ada.locator("#live-where")).to_contain_text("The group is at “Results” now.")
    expect(ada.locator("#status")).to_contain_text("The group is at “Results” now.")
    expect(ada.get_by_text("Live card sort")).to_be_hidden()
    expect(ada.locator("#live-timer")).to_be_hidden()
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Two things in")
    ada.locator("#live-where").get_by_role("link", name="Go to the room").tap()
    expect(ada.locator("#live-stage")).to_be_visible()
    assert ada.evaluate(GAP) <= 48  # what is empty takes no room under the stage


def test_what_was_placed_offline_and_came_after_the_reveal_is_shown_at_its_card_and_said(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, "desk ada", **PHONE)
    ada = begin_a_sort(meeting)
    expect(ada.locator("#live-begun")).to_be_hidden()  # who came from the room knows of it
    ada.context.set_offline(True)
    row = ada.locator(".sorter__row", has_text=POWER)
    row.get_by_text("Inner", exact=True).tap()
    lead(meeting.desk, "Reveal the result")
    ada.context.set_offline(False)
    expect(ada.locator("#closed")).to_contain_text("The result of this card sort is revealed.")
    expect(ada.locator("#status")).to_contain_text("What you did last did not arrive in time.")
    expect(ada.locator("#closed")).to_be_in_viewport()
    expect(row).to_contain_text("On this device you had put it in the inner circle. That was not counted.")
    for words in ("Still to place", "Not saved", "Nobody in this workshop sees", "Tell the chair"):
        expect(ada.get_by_text(words)).to_have_count(0)
    assert_no_axe_violations(ada)
    ada.locator("#late").get_by_role("button", name="Throw it away").tap()
    ada.get_by_role("dialog").get_by_role("button", name="Throw it away").tap()
    expect(ada.locator("#late")).to_be_hidden()
    assert ada.evaluate("() => Object.keys(localStorage)") == []


def test_who_writes_as_the_sort_is_revealed_is_refused_beside_the_box_and_told_when_they_leave_it(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, "desk ada", **PHONE)
    ada = begin_a_sort(meeting)
    row = ada.locator(".sorter__row", has_text=POWER)
    row.get_by_text("Not placed", exact=True).tap()
    reason = row.get_by_label("Why not placed?")
    reason.press_sequentially("Two things")
    expect(ada.locator("form [data-save]")).to_contain_text("Saved")
    lead(meeting.desk, "Reveal the result")
    reason.press_sequentially(" in one")
    expect(row.locator("[data-late]")).to_contain_text("and its result is revealed, so this was not counted.")
    expect(row.locator("[data-late]")).to_be_in_viewport()
    expect(ada.locator("[data-save-all]")).to_have_text("Not saved")
    expect(reason).to_be_focused()
    reason.blur()
    expect(ada.locator("#status")).to_contain_text("The result of this card sort is revealed.")
    expect(row).to_contain_text("That was not counted. Two things in one")
