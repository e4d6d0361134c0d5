"""New links for several people in a real browser, with scripts and without."""

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations


@pytest.mark.parametrize("scripts", [True, False])
def test_lost_links_are_made_anew_for_several_and_the_earlier_ones_ended(
    live: Live, open_page: OpenPage, scripts: bool
) -> None:
    links = live.demo()
    page = open_page(links["facilitator"], java_script_enabled=scripts)
    page.get_by_role("button", name="Sign in as the facilitator").click()
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="New links for several people").click()
    for name in ("Amina Clarke", "Bram Okafor"):
        page.get_by_role("checkbox", name=name).check()
    if scripts:
        assert_no_axe_violations(page)
    page.get_by_role("button", name="New links for those ticked").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New links for 2 people")
    new = page.get_by_label("Amina Clarke", exact=True).input_value()
    if scripts:
        assert_no_axe_violations(page)
    page.get_by_role("button", name="End the 4 earlier links").click()
    expect(page.get_by_text("4 earlier links have ended.")).to_be_visible()
    expect(page.get_by_label("Amina Clarke", exact=True)).to_have_value(new)
    expect(open_page(new).get_by_text("This link is for Amina Clarke.")).to_be_visible()
