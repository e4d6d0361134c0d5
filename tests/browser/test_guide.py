"""The guide in a real browser: it fits a small phone, reads well to axe, and is turned by keyboard."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from config.guides import GUIDES, chapters

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

NARROW = {"width": 320, "height": 640}
ALIKE = [("facilitator", "promise"), ("facilitator", "pack"), ("host", "install"), ("host", "commands")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chapter_reads_well_to_axe(live: Live, open_page: OpenPage, scheme: str) -> None:
    page = open_page(live.url + reverse("guides"), color_scheme=scheme, viewport=NARROW)
    assert_no_axe_violations(page)
    page.goto(live.url + reverse("guide", kwargs={"guide": "facilitator"}))
    assert_no_axe_violations(page)
    for guide, chapter in ALIKE:
        page.goto(live.url + reverse("chapter", kwargs={"guide": guide, "chapter": chapter}))
        assert_no_axe_violations(page)


def test_every_chapter_fits_a_small_phone(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + reverse("guides"), viewport=NARROW)
    wide = {}
    for each in (each for guide in GUIDES for each in chapters(guide)):
        page.goto(live.url + reverse("chapter", kwargs={"guide": each.guide, "chapter": each.name}))
        wide[each.name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name for name, width in wide.items() if width > NARROW["width"]} == set()


def test_a_guide_is_read_on_from_chapter_to_chapter_and_its_pictures_are_shown(
    live: Live, open_page: OpenPage
) -> None:
    page = open_page(live.url + reverse("guide", kwargs={"guide": "facilitator"}))
    page.get_by_role("link", name="Next: Your first workshop").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your first workshop")
    page.get_by_role("navigation", name="All chapters").get_by_role(
        "link", name="The pack", exact=True
    ).click()
    expect(page.get_by_role("link", name="The pack", exact=True)).to_have_attribute("aria-current", "page")
    for picture in page.get_by_role("main").get_by_role("img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("async shown => { await shown.decode(); return shown.naturalWidth; }") > 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_help_of_a_page_opens_over_it_by_keyboard_and_closes_again(
    live: Live, open_page: OpenPage, scheme: str
) -> None:
    page = open_page(live.url + reverse("join"), color_scheme=scheme, viewport=NARROW)
    tall = page.evaluate("document.documentElement.scrollHeight")
    word, words = page.locator(".here summary"), page.locator(".here__words")
    word.press("Enter")
    expect(words.get_by_role("link", name="All of Help")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollHeight") == tall
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert_no_axe_violations(page)
    words.get_by_role("link", name="All of Help").focus()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()
    expect(word).to_be_focused()
    word.press("Enter")
    page.get_by_label("Your name").click()
    expect(words).to_be_hidden()


def test_the_help_of_a_page_opens_without_scripts(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + reverse("sign-in"), java_script_enabled=False)
    page.locator(".here summary").click()
    page.get_by_role("link", name="More about this").click()
    expect(page.locator("h2#joining")).to_be_in_viewport()
