"""A facilitator enters the paper of somebody without a device; the others see whose it is and how it came."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import POWER, enter_desk, enter_room, gather, lead
from .server import Live
from .test_rounds import PHONE, PREPARE
from .watch import assert_no_axe_violations


def go_to_carys(desk: Page) -> None:
    """From the desk go to where answers are entered for somebody who has no device: two presses."""
    desk.get_by_role("link", name="Enter answers for them").click()
    desk.get_by_role("link", name="Carys Novak").click()


def test_paper_and_a_ballot_are_entered_and_their_person_finds_them(live: Live, open_page: OpenPage) -> None:
    links: dict[str, Any] = live.demo()
    meeting = gather(open_page, links, live, "desk ada wall", "poll")
    desk = meeting.desk
    go_to_carys(desk)
    for yes in desk.locator("#consent ~ form input[value=yes]").all():
        yes.check()
    desk.get_by_label("My words may be quoted in reports and papers without my name.").check()
    desk.get_by_role("button", name="Record what they said").click()
    poll = desk.locator("section", has=desk.locator("#poll-2"))
    poll.get_by_role("checkbox", name=POWER).check()
    assert_no_axe_violations(desk)
    poll.get_by_role("button", name="Enter the choice").click()
    expect(desk.get_by_text("The answer of Carys Novak is in.")).to_be_visible()
    expect(meeting.wall.locator("body")).to_contain_text("1 of 5")
    desk.get_by_role("link", name="Back to the desk").first.click()
    lead(desk, "Reveal the result", "Next: card 2")
    go_to_carys(desk)
    desk.get_by_label("Their comment").first.fill("Said aloud at the table")
    desk.get_by_role("button", name="Send it to the group").click()
    said = meeting.ada.locator("#live-comments .said__one", has_text="Said aloud at the table")
    expect(said).to_contain_text("Carys Novak")
    expect(said).to_contain_text("entered by a facilitator")
    carys = enter_room(open_page, links, live, 2)
    carys.get_by_text("Your 1 comment on this card").click()
    expect(carys.locator("#own")).to_contain_text("Entered for you by a facilitator.")


def test_a_line_is_marked_for_somebody_on_a_phone_by_keys(live: Live, open_page: OpenPage) -> None:
    links: dict[str, Any] = live.demo()
    live.manage("shell", "-v", "0", "-c", PREPARE.format(slug=links["code"]))
    fay = enter_desk(open_page, links, live, **PHONE)
    go_to_carys(fay)
    now = fay.get_by_role("slider", name="Where we are now")
    now.press("ArrowLeft")
    expect(fay.get_by_role("checkbox", name="Where we are now")).to_be_checked()
    expect(now).to_have_attribute("aria-valuetext", "in the middle")
    assert_no_axe_violations(fay)
    fay.get_by_role("button", name="Enter the marks").click()
    expect(fay.get_by_text("The answer of Carys Novak is in.")).to_be_visible()
    expect(now).to_have_value("45")
    expect(fay.get_by_role("checkbox", name="Where we want to be")).not_to_be_checked()
