"""A leader fills in the pack in a real browser."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

CLOSE = (
    "from workshop.models import Round; Round.objects.filter(workshop__slug='{slug}', number=1)"
    ".update(state='closed', closed_at='2026-02-05T17:00Z')"
)


def enter(open_page: OpenPage, links: dict[str, Any], live: Live, **options: Any) -> Page:
    """Open the pack as a leader who has agreed to everything."""
    page = open_page(f"{live.url}/w/{links['code']}/pack/", live.take(links["participants"][0]), **options)
    expect(page.get_by_role("heading", name="Comment on each card")).to_be_visible()
    return page


def enter_by_pages(open_page: OpenPage, links: dict[str, Any], **options: Any) -> Page:
    """Come in by a leader's personal link, agree to everything, and stand before the pack."""
    page = open_page(links["participants"][0], **options)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", name="About taking part")).to_be_visible()
    for yes in page.locator("main input[type=radio][id^=first-]").all():
        yes.check()
    page.locator("main form button").last.click()
    expect(page.get_by_role("heading", name="Comment on each card")).to_be_visible()
    return page


def comment(page: Page, n: int) -> Any:
    """The box for a comment on card n."""
    return page.get_by_label(f"Your comment on card {n}", exact=True)


def state_of(page: Page, n: int) -> Any:
    """Whether the comment on card n is safe, in words."""
    return page.locator(".field[data-autosave]", has=comment(page, n)).locator("[data-save]")


def test_what_is_typed_is_saved_and_still_there_after_a_reload(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    comment(page, 1).fill("We set the bar so high.")
    expect(page.locator(".progress")).to_contain_text("1 of 6 have a comment")
    page.context.set_offline(True)
    comment(page, 2).fill("On the way, with no line.")
    expect(state_of(page, 2)).to_contain_text("device")
    expect(page.locator(".progress")).to_contain_text("1 of 6 have a comment")
    page.context.set_offline(False)
    expect(page.locator(".progress")).to_contain_text("2 of 6 have a comment")
    comment(page, 2).fill("")
    expect(page.locator(".progress")).to_contain_text("1 of 6 have a comment")
    page.get_by_role("button", name="Add a blank card").click()
    expect(page.get_by_label("Title").first).to_be_focused()
    page.keyboard.type("Motivation vs lack of skills")
    page.get_by_role("heading", name="Any other comments?").click()
    expect(page.locator(".save--saved[data-save]")).to_have_count(2)
    expect(page.locator("[data-save-all]")).to_contain_text("Saved at")
    page.reload()
    expect(comment(page, 1)).to_have_value("We set the bar so high.")
    expect(page.get_by_label("Title").first).to_have_value("Motivation vs lack of skills")


def test_what_is_typed_offline_is_kept_and_sent_when_the_line_is_back(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    page.wait_for_load_state()  # the scripts that it runs on have come by then
    page.context.set_offline(True)
    comment(page, 2).fill("Written in a tunnel")
    expect(state_of(page, 2)).to_contain_text("Kept on this device, not sent yet")
    expect(page.get_by_text("You are offline.", exact=True)).to_be_visible()
    page.context.set_offline(False)
    expect(state_of(page, 2)).to_contain_text("Saved at")
    page.reload()
    expect(comment(page, 2)).to_have_value("Written in a tunnel")


def test_the_whole_page_can_be_done_from_the_keyboard(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)

    def tab_to(target: Any) -> None:
        for _n in range(40):
            if target.evaluate("each => each === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError("the keyboard does not reach it")

    tab_to(comment(page, 1))
    page.keyboard.type("By key")
    tab_to(page.get_by_role("button", name="Add a blank card"))
    page.keyboard.press("Enter")
    page.keyboard.type("A card by key")
    page.keyboard.press("Enter")  # saves the pack and stays on it
    expect(page.get_by_role("button", name="Remove card A")).to_be_visible()
    tab_to(page.get_by_role("link", name="Go on to the card sort"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which matter most to you?")
    expect(page.get_by_text("A card by key").first).to_be_visible()


def test_two_tabs_that_write_at_once_keep_both(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    other = page.context.new_page()
    other.goto(page.url)
    comment(page, 3).fill("From here")
    comment(page, 4).focus()
    expect(state_of(page, 3)).to_contain_text("Saved at")
    comment(other, 3).fill("From there")
    comment(other, 4).focus()
    other.get_by_role("button", name="Keep both").click()
    expect(comment(other, 3)).to_have_value("From here\n\nFrom there")
    other.reload()
    expect(comment(other, 3)).to_have_value("From here\n\nFrom there")


def test_a_blank_card_is_removed_after_a_question_and_put_back(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    page.get_by_role("button", name="Add a blank card").click()
    page.keyboard.type("Second thoughts")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove card A").click()
    page.get_by_role("button", name="Remove it").click()
    page.get_by_text("1 removed blank card").click()
    page.get_by_role("button", name="Put it back: Second thoughts").click()
    expect(page.get_by_label("Title").first).to_have_value("Second thoughts")


def test_without_scripts_one_button_saves_everything(open_page: OpenPage, links: dict[str, Any]) -> None:
    page = enter_by_pages(open_page, links, java_script_enabled=False)
    comment(page, 1).fill("No scripts here")
    page.get_by_label("Title").first.fill("One place is there")
    page.get_by_role("button", name="Save and stay here").click()
    said = page.locator(".strip").get_by_role("status")
    expect(said).to_have_text("Your comments and blank cards are saved.")
    expect(comment(page, 1)).to_have_value("No scripts here")
    expect(page.get_by_label("Title")).to_have_count(6)
    page.get_by_role("button", name="Save and go on to the card sort").click()
    expect(page.get_by_text("One place is there").first).to_be_visible()


def test_words_that_come_after_the_close_stay_on_the_device(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    live.manage("shell", "-v", "0", "-c", CLOSE.format(slug=links["code"]))
    comment(page, 1).fill("Just too late")
    expect(state_of(page, 1)).to_contain_text(
        "closed on 5 February, 17:00 (London time), so this was not saved."
    )
    page.reload()
    expect(page.locator("#kept")).to_contain_text("Just too late")
    expect(page.locator("#kept")).to_contain_text("Your comment on card 1")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Throw them away").click()
    page.get_by_role("dialog").get_by_role("button", name="Throw them away").click()
    page.reload()
    expect(page.locator("#kept")).to_be_hidden()


def test_being_done_says_what_happens_next(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    page = enter(open_page, links, live)
    page.get_by_role("link", name="Check and finish").first.click()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="I am done for now").click()
    expect(page.locator("#finished")).to_be_focused()
    expect(page.locator("#finished")).to_contain_text("You can still change it until")
    expect(page).to_have_title("Your pack is finished · Roundel")
    expect(page.get_by_role("link", name="Get back to it")).to_be_visible()
    assert_no_axe_violations(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pack_reads_well_to_axe_and_fits_a_small_phone(
    live: Live, open_page: OpenPage, links: dict[str, Any], scheme: str
) -> None:
    page = enter(open_page, links, live, viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.get_by_role("button", name="Add a blank card").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    assert_no_axe_violations(page)
    assert page.url == live.url + reverse("pack", args=[links["code"]])
