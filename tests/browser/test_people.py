"""Coming in by link and by code, agreeing, and the facilitator's pages, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

PHONE = {"width": 390, "height": 844}


def seated(open_page: OpenPage, link: str) -> Page:
    """Open a personal link and take its seat."""
    page = open_page(link, viewport=PHONE)
    page.locator("main").get_by_role("button").click()
    return page


def signed_in(live: Live, open_page: OpenPage, scheme: str = "light") -> Page:
    """Sign the facilitator of a fresh demonstration in; the page is the overview."""
    page = open_page(live.demo()["facilitator"], color_scheme=scheme)
    page.get_by_role("button", name="Sign in as the facilitator").click()
    expect(page.get_by_role("heading", name="How far people are")).to_be_visible()
    return page


def test_a_leader_comes_in_by_link_and_agrees_with_taps_alone(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.demo()["participants"][0], viewport=PHONE)
    expect(page.get_by_text("This link is for Amina Clarke.")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Go on as Amina Clarke").click()
    expect(page.get_by_role("heading", name="About taking part")).to_be_visible()
    assert_no_axe_violations(page)
    for yes in page.locator("main input[id^=first-]").all():
        yes.check()
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(re.compile(r"/pack/$"))


def test_a_no_to_taking_part_ends_kindly(live: Live, open_page: OpenPage) -> None:
    page = seated(open_page, live.demo()["participants"][0])
    for no in page.get_by_label("No").all():
        no.check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="You said that you would rather not take part.")).to_be_visible()
    assert_no_axe_violations(page)


def test_the_code_comes_from_the_address_and_leaves_it(live: Live, open_page: OpenPage) -> None:
    links = live.demo()
    page = open_page(links["join"], viewport=PHONE)
    expect(page.get_by_label("Code")).to_have_value(links["join"].partition("#")[2])
    expect(page).to_have_url(live.url + "/join/")
    expect(page.get_by_label("Your name")).to_be_focused()
    assert_no_axe_violations(page)
    page.keyboard.type("Amina Clarke")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You are in, Amina Clarke 2")).to_be_visible()
    assert_no_axe_violations(page)
    link = page.get_by_role("textbox", name="Your personal link").input_value()
    elsewhere = seated(open_page, link)
    expect(elsewhere.get_by_role("heading", name="About taking part")).to_be_visible()


def test_joining_works_without_scripts(live: Live, open_page: OpenPage) -> None:
    links = live.demo()
    page = open_page(live.url + "/join/", java_script_enabled=False)
    page.get_by_label("Code").fill(links["join"].partition("#")[2].lower())
    page.get_by_label("Your name").fill("Gil")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="You are in, Gil")).to_be_visible()


def test_what_a_leader_writes_appears_on_the_overview_by_itself(live: Live, open_page: OpenPage) -> None:
    links = live.demo()
    fay = open_page(links["facilitator"])
    fay.get_by_role("button", name="Sign in as the facilitator").click()
    ada = seated(open_page, links["participants"][0])
    for yes in ada.locator("main input[id^=first-]").all():
        yes.check()
    ada.get_by_role("button", name="Go on").click()
    ada.get_by_label("Your comment on card 2").fill("Paying people properly was the turning point.")
    expect(fay.get_by_text("Paying people properly was the turning point.")).to_be_visible(timeout=15_000)
    expect(fay.get_by_role("row", name="Amina Clarke")).to_contain_text("Started")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_facilitators_pages_read_well_to_axe(live: Live, open_page: OpenPage, scheme: str) -> None:
    page = signed_in(live, open_page, scheme)
    assert_no_axe_violations(page)
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", name="Join code")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_label("Names, with e-mail addresses").fill("Gil Hart, gil@example.org\nHal Moss, no@address")
    page.get_by_role("button", name="Invite them").click()
    expect(page.get_by_role("heading", name="1 person invited")).to_be_visible()
    expect(page.get_by_label("Names, with e-mail addresses")).to_have_value("Hal Moss, no@address")
    assert_no_axe_violations(page)
    page.get_by_role("link", name="I have copied them").click()
    page.get_by_role("link", name="Change Bram Okafor").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Bram Okafor")
    assert_no_axe_violations(page)
    for room, way in (("People", "Who saw and took what"), ("Set-up", "Choose the day")):
        page.get_by_role("link", name=room, exact=True).click()
        page.get_by_role("link", name=way).click()
        expect(page.get_by_role("link", name=way)).to_have_count(0)
        assert_no_axe_violations(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_links_shown_once_stay_while_bad_lines_are_corrected(
    live: Live, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(live.demo()["facilitator"], java_script_enabled=scripts)
    page.get_by_role("button", name="Sign in as the facilitator").click()
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_label("Names, with e-mail addresses").fill("Gil Hart, gil@example.org\nHal Moss, hal@")
    page.get_by_role("button", name="Invite them").click()
    link = page.get_by_label("Gil Hart", exact=True).input_value()
    page.get_by_label("Names, with e-mail addresses").fill("Hal Moss, hal@example.org")
    page.get_by_role("button", name="Invite them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 people invited")
    expect(page.get_by_label("Gil Hart", exact=True)).to_have_value(link)
    expect(page.get_by_label("Hal Moss", exact=True)).to_have_value(re.compile("/link/"))


def test_somebody_is_removed_after_a_question_and_comes_back(live: Live, open_page: OpenPage) -> None:
    page = signed_in(live, open_page)
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Change Bram Okafor").click()
    page.get_by_role("button", name="Remove from the workshop").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_text("Bram Okafor was removed.")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Give the seat back to Bram Okafor").click()
    expect(page.get_by_text("Bram Okafor has the seat back.")).to_be_visible()


def test_a_small_phone_needs_no_two_way_scrolling(live: Live, open_page: OpenPage) -> None:
    page = signed_in(live, open_page)
    page.set_viewport_size({"width": 320, "height": 640})
    for name in ("Overview", "People"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
        expect(page.locator("main")).to_be_visible()
        assert page.locator("html").evaluate("e => e.scrollWidth") <= 320


def test_what_somebody_says_aloud_is_ticked_from_their_page_by_the_keyboard_at_320_pixels(
    live: Live, open_page: OpenPage
) -> None:
    page = signed_in(live, open_page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Change Bram Okafor").click()
    page.get_by_role("link", name="Tick what they tell you").press("Enter")
    expect(page.get_by_role("heading", name="What Bram Okafor needs")).to_be_visible()
    page.get_by_label("Larger text").press("Space")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 320
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_text("A facilitator ticked it, as they said it.")).to_be_visible()
    assert_no_axe_violations(page)
