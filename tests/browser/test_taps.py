"""A leader on a phone goes from the link to a comment in the room by single taps and typing alone."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import enter_desk, lead
from .server import Live

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def come_in(open_page: OpenPage, links: dict[str, Any]) -> Page:
    """Take a leader's seat on a phone and agree to everything, by taps."""
    phone = open_page(links["participants"][0], **PHONE)
    phone.locator("main form button").first.tap()
    expect(phone.get_by_role("heading", name="What you agree to")).to_be_visible()
    for yes in phone.locator("main input[type=radio][id^=first-]").all():
        yes.tap()
    phone.locator("main form button").last.tap()
    expect(phone.get_by_role("heading", name="Comment on each card")).to_be_visible()
    return phone


def test_the_pack_needs_nothing_but_single_taps(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    phone = come_in(open_page, links)
    phone.get_by_label("Your comment on card 1", exact=True).tap()
    phone.keyboard.type("Small and honest counts.")
    phone.get_by_role("link", name="Go on to the card sort").tap()
    phone.locator("[data-label='1']").get_by_role("radio", name="Inner", exact=True).tap()
    expect(phone.locator("#sorting")).to_have_attribute("data-left", "5")
    phone.get_by_role("button", name="Go on: check and finish").tap()
    expect(phone.get_by_role("main")).to_contain_text("1 of 6 have a comment")
    phone.get_by_role("button", name="I am done for now").tap()
    expect(phone.get_by_role("main")).to_contain_text("Your pack is finished.")


def test_a_nomination_a_change_of_mind_and_a_comment_need_nothing_but_single_taps(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk = enter_desk(open_page, links, live)
    phone = come_in(open_page, links)
    phone.goto(f"{live.url}/w/{links['code']}/room/")
    lead(desk, "Begin: Welcome", "Next: Opening poll")
    phone.get_by_role("checkbox", name="Power differences").tap()
    phone.get_by_role("button", name="Send my").tap()
    phone.get_by_role("link", name="Change my choice").tap()
    phone.get_by_role("checkbox", name="Excluding vs").tap()
    phone.get_by_role("button", name="Send my").tap()
    expect(phone.locator("#mine")).to_contain_text("Your two cards are in: 2 and 3.")
    lead(desk, "Reveal the result", "Next: card 2")
    phone.locator("#say-body").tap()
    phone.keyboard.type("It starts with who writes the bid.")
    phone.get_by_role("button", name="Send to the group").tap()
    expect(desk.locator("#live-comments")).to_contain_text("It starts with who writes the bid.")
