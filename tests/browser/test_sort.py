"""The card sort in a real browser: by the keyboard alone, by single taps alone, and on a bad line."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .test_pack import enter
from .watch import assert_no_axe_violations

PHONE = {"width": 390, "height": 844}


def sort(open_page: OpenPage, links: dict[str, Any], live: Live, **options: Any) -> Page:
    """Open the card sort as the first leader, who has agreed to everything."""
    address = f"{live.url}/w/{links['code']}/rounds/1/sort/"
    page = open_page(address, live.take(links["participants"][0]), **options)
    expect(page.get_by_role("heading", name="Which matter most to you?")).to_be_visible()
    return page


def group(page: Page, zone: str) -> Any:
    """The rows of one circle."""
    return page.locator(f"[data-zone='{zone}'] [data-card]")


def choice(page: Page, label: str, name: str) -> Any:
    """One of the three radio buttons of a card."""
    return page.locator(f"[data-label='{label}']").get_by_role("radio", name=name, exact=True)


def test_every_card_is_placed_and_ordered_by_the_keyboard_alone(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live)
    choice(page, "1", "Inner").focus()
    for _card in range(6):
        page.keyboard.press("Space")
        expect(page.locator(":focus")).to_be_checked()
        page.keyboard.press("Tab")
    expect(group(page, "inner")).to_have_count(6)
    page.get_by_role("button", name="Move card 3 up").focus()
    page.keyboard.press("Enter")
    said = "Card 3 is in the inner circle, 2 of 6."
    expect(page.locator("#status")).to_contain_text(said)
    expect(page.get_by_role("button", name="Move card 3 up")).to_be_focused()
    expect(group(page, "inner").nth(1)).to_have_attribute("data-label", "3")
    page.reload()
    expect(group(page, "inner").nth(1)).to_have_attribute("data-label", "3")


def test_arrow_keys_pass_over_a_choice_and_the_row_waits_until_the_focus_leaves(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live)
    choice(page, "2", "Inner").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-save]").first).to_contain_text("Saved at")
    expect(choice(page, "2", "Not placed")).to_be_focused()
    expect(group(page, "")).to_have_count(6)
    expect(page.locator("[data-zone=''] .sorter__heading span")).to_have_text("5 cards")  # as the table shows
    page.keyboard.press("Tab")
    page.keyboard.type("It depends")
    page.keyboard.press("Tab")
    expect(group(page, "unplaced")).to_have_count(1)
    expect(choice(page, "3", "Inner")).to_be_focused()
    page.reload()
    expect(page.get_by_role("textbox", name="Why not placed?")).to_have_value("It depends")


def test_every_card_is_placed_by_single_taps_on_a_phone(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live, viewport=PHONE, has_touch=True, is_mobile=True)
    for label, name in (("1", "Inner"), ("2", "Outer"), ("3", "Not placed"), ("4", "Inner")):
        choice(page, label, name).tap()
        expect(page.locator("#sorting")).to_have_attribute("data-left", str(6 - int(label)))
    page.get_by_role("button", name="Move card 4 up").tap()
    expect(group(page, "inner").first).to_have_attribute("data-label", "4")
    expect(page.locator("#sorting [data-slip]")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Go on: check and finish").tap()
    expect(page.get_by_role("main")).to_contain_text("4 of 6")


def test_a_choice_made_offline_is_kept_and_sent_when_the_line_is_back(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live)
    page.wait_for_load_state()  # the scripts that it runs on have come by then
    page.context.set_offline(True)
    choice(page, "5", "Outer").check()
    expect(page.locator(".save--device").first).to_be_visible()
    page.context.set_offline(False)
    expect(group(page, "outer")).to_have_count(1)
    page.reload()
    expect(choice(page, "5", "Outer")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sort_reads_well_to_axe_in_every_state(
    open_page: OpenPage, links: dict[str, Any], live: Live, scheme: Any
) -> None:
    page = sort(open_page, links, live, color_scheme=scheme)
    assert_no_axe_violations(page)
    choice(page, "1", "Inner").check()
    choice(page, "2", "Not placed").check()
    expect(page.locator("#sorting")).to_have_attribute("data-left", "4")
    assert_no_axe_violations(page)


def test_without_scripts_a_card_changed_in_two_tabs_is_shown_both_ways(
    open_page: OpenPage, live: Live, links: dict[str, Any]
) -> None:
    old = enter(open_page, links, live, java_script_enabled=False)
    new = old.context.new_page()
    for page in (old, new):
        page.goto(f"{live.url}/w/{links['code']}/rounds/1/sort/")
    choice(new, "1", "Outer").check()
    new.get_by_role("button", name="Save", exact=True).click()
    choice(old, "1", "Inner").check()
    old.get_by_role("button", name="Save", exact=True).click()
    expect(old.get_by_role("heading", name="Nothing was saved")).to_be_visible()
    expect(old.get_by_role("group", name="Where does card 1 belong?")).to_have_accessible_description(
        "Not saved: Inner. Saved now: Outer."
    )
    expect(choice(old, "1", "Inner")).to_be_checked()
    old.get_by_role("button", name="Save", exact=True).click()
    expect(group(old, "inner")).to_have_count(1)
