"""The pages that anybody may open: signing in, a forgotten password, and an address that leads nowhere."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

DOORS = ["sign-in", "password_reset", "password_reset_done"]


@pytest.mark.parametrize("name", [*DOORS, "promises", "privacy", "accessibility"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_front_door_reads_well_to_axe(live: Live, open_page: OpenPage, name: str, scheme: str) -> None:
    page = open_page(live.url + reverse(name), color_scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_no_axe_violations(page)


def test_an_address_that_leads_nowhere_says_what_to_do(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + "/nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here")
    assert_no_axe_violations(page)


def test_a_refused_form_puts_the_focus_on_what_is_wrong(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + reverse("sign-in"))
    page.get_by_label("Password").fill("a wrong password")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_title("Error: Sign in · Roundel")
    expect(page.locator(".errors")).to_be_focused()
    page.locator(".errors").get_by_role("link").first.click()
    expect(page.locator(":focus")).to_have_attribute("name", "username")
    assert_no_axe_violations(page)


def test_a_page_works_at_the_width_of_a_small_phone(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + reverse("sign-in"), viewport={"width": 320, "height": 640})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320


def test_a_heading_that_gets_the_focus_has_no_frame_as_a_box_has(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url + reverse("sign-in"))
    page.keyboard.press("Tab")  # the keyboard is in use, so the focus shows
    looks = page.get_by_role("heading", level=1).evaluate(
        "h1 => { h1.tabIndex = -1; h1.focus(); const s = getComputedStyle(h1);"
        " return [s.outlineColor, s.boxShadow]; }"
    )
    assert looks[0] == "rgba(0, 0, 0, 0)"
    assert looks[1] != "none"
