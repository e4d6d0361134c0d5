"""The fold in which a chair who takes part changes the agenda: its key, and its way to a page of its own."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import gather
from .server import Live
from .test_chair import PHONE, leads, lend


def test_a_chair_in_the_room_adds_a_poll_by_its_key_and_goes_to_the_rounds_and_back(
    live: Live, open_page: OpenPage
) -> None:
    meeting = gather(open_page, live.demo(), live, "desk ada", "welcome", **PHONE)
    desk, ada = meeting.desk, meeting.ada
    lend(desk, (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip())
    leads(ada, on=True)
    expect(ada.locator("#agenda-change > summary")).to_be_visible()
    ada.keyboard.press("p")
    expect(ada.locator("[data-told]")).to_have_text("One more poll is on the agenda, to come next.")
    expect(ada.locator("#add-more-form [data-told]")).to_be_in_viewport()
    expect(ada.locator("#poll-again")).to_be_focused()
    ada.locator("#agenda-change").get_by_role("link", name="Rounds: see them, add one").tap()
    expect(ada.get_by_role("heading", name="Rounds", exact=True)).to_be_visible()
    ada.go_back()
    leads(ada, on=True)
    where = {
        "target": "#chair",
        "select": "#chair",
        "swap": "outerMorph",
    }  # as a boosted link
    ada.evaluate("where => htmx.ajax('GET', '../rounds/', where)", where)
    expect(ada.get_by_role("heading", name="Rounds", exact=True)).to_be_visible()
    ada.go_back()
    leads(ada, on=True)
