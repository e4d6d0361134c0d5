"""A facilitator enters the paper of somebody without a device; the others see whose it is and how it came."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, gather, lead
from .server import Live
from .watch import assert_no_axe_violations


def go_to_carys(desk: Page, home: str) -> None:
    """From the desk's address go to where answers are entered for somebody who has no device."""
    desk.goto(home.replace("/desk/", "/people/"))
    desk.get_by_role("link", name="Carys Novak").click()
    desk.get_by_role("link", name="Enter answers for them").click()


def test_paper_and_a_ballot_are_entered_and_their_person_finds_them(live: Live, open_page: OpenPage) -> None:
    links: dict[str, Any] = live.demo()
    meeting = gather(open_page, links, live.url)
    desk = meeting.desk
    home = desk.url
    lead(desk, "Begin: Welcome", "Next: Opening poll")
    go_to_carys(desk, home)
    for yes in desk.locator("#consent ~ form input[value=yes]").all():
        yes.check()
    desk.get_by_role("button", name="Record what they said").click()
    poll = desk.locator("section", has=desk.locator("#poll-2"))
    poll.get_by_role("checkbox", name=POWER).check()
    assert_no_axe_violations(desk)
    poll.get_by_role("button", name="Enter the choice").click()
    expect(desk.get_by_text("The answer of Carys Novak is in.")).to_be_visible()
    expect(meeting.wall.locator("body")).to_contain_text("1 of 5")
    desk.goto(home)
    lead(desk, "Reveal the result", "Next: card 2")
    go_to_carys(desk, home)
    desk.get_by_label("Their comment").last.fill("Said aloud at the table")
    desk.get_by_role("button", name="Send it to the group").click()
    said = meeting.ada.locator("#live-comments .said__one", has_text="Said aloud at the table")
    expect(said).to_contain_text("Carys Novak")
    expect(said).to_contain_text("entered by a facilitator")
    carys = open_page(links["participants"][2])
    with carys.expect_navigation():
        carys.locator("main form button").first.click()
    carys.goto(meeting.ada.url)
    carys.get_by_text("Your 1 comment on this card").click()
    expect(carys.locator("#own")).to_contain_text("Entered for you by a facilitator.")
