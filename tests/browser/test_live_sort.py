"""A live sort on a phone: the leader stays with the cards, and has the time and a hand there."""

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, Meeting, control, gather
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
    meeting = gather(open_page, live.demo(), live.url, **PHONE)
    desk, ada = meeting.desk, begin_a_sort(meeting)
    expect(ada.locator("#live-timer")).to_have_text("5 min left")
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
