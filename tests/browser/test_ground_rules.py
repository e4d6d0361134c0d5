"""Ground rules in real browsers: who agreed learns at once that a rule came after."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import gather, lead
from .server import Live


def test_an_agreement_stands_until_a_rule_is_added_and_then_asks_for_another(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, at="welcome")
    ada, ben = meeting.ada, meeting.ben
    stands, stale = ada.get_by_text("You agreed at"), ada.get_by_text("The rules changed since you agreed")
    ben.get_by_label("Add a ground rule").fill("Listen first.")
    ben.get_by_role("button", name="Add it").click()
    expect(ada.locator(".ground__rules")).to_contain_text("Listen first.")
    ada.get_by_role("button", name="I agree to the ground rules").click()
    expect(stands).to_be_visible()
    expect(stale).to_be_hidden()
    ben.get_by_label("Add a ground rule").fill("One speaks at a time.")
    ben.get_by_role("button", name="Add it").click()
    expect(stale).to_be_visible()
    expect(stands).to_be_hidden()
    expect(ada.locator("#status")).to_contain_text("The rules changed since you agreed", timeout=12000)
    ada.reload()
    expect(stale).to_be_visible()
    expect(stands).to_be_hidden()
    ada.get_by_role("button", name="I agree to the ground rules").click()
    expect(stands).to_be_visible()
    expect(stale).to_be_hidden()
    expect(ada.get_by_role("button", name="I agree to the ground rules")).to_be_focused()
    lead(meeting.desk, "Next: Opening poll")  # the rules go before one's own part does
    expect(ada.locator("[data-ballot]")).to_be_visible()
    expect(ada.locator("#now")).to_be_focused()
