"""A workshop is prepared in a real browser: with and without scripts, by keys alone, on a small phone."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from .conftest import OpenPage
from .preparing import go, make_workshop, prepare, sign_in
from .server import Live
from .watch import assert_no_axe_violations

PAGES = [
    ("setup/", "Set-up"),
    ("cards/", "Cards"),
    ("cards/new/", "A new card"),
    ("cards/table/", "Bring cards in from a table"),
    ("prompts/", "Open prompts"),
    ("prompts/new/", "A new open prompt"),
    ("template/", "Keep as a template"),
    ("consents/new/", "One more thing to agree to"),
    ("removal/", "Delete this workshop?"),
]


# Whatever has had the focus ends what the attribute of that name asks for.
NO_AUTOFOCUS = """addEventListener("DOMContentLoaded", () => {
    const link = document.querySelector("a");
    link.focus();
    link.blur();
})"""


def check(page: Page) -> None:
    """Hold a page as it stands to what every page must be."""
    assert_no_axe_violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, page.url


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_every_page_of_preparing_reads_well_to_axe(
    live: Live, open_page: OpenPage, scheme: str, width: int
) -> None:
    page = sign_in(live, open_page, color_scheme=scheme, viewport={"width": width, "height": 800})
    check(page)
    go(page, f"{live.url}/templates/", "What to start from")
    check(page)
    page.get_by_role("link", name="Four tensions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Four tensions (responding)")
    check(page)
    go(page, live.url, "Your workshops")
    at = make_workshop(page)
    for part, heading in PAGES:
        go(page, at + part, heading)
        check(page)
    go(page, live.url, "Your workshops")
    check(page)


def test_the_welcome_page_reads_well_to_axe(live: Live, open_page: OpenPage) -> None:
    page = open_page(live.url)
    expect(page.get_by_role("heading", name="Join a workshop")).to_be_visible()
    check(page)


def test_a_refused_set_up_leads_to_what_is_wrong_and_keeps_what_was_typed(
    live: Live, open_page: OpenPage
) -> None:
    page = prepare(live, open_page)
    page.get_by_label("Question about the cards").fill("Typed meanwhile")
    page.get_by_label("Starts at").fill("12:00")
    page.get_by_role("button", name="Save the set-up").click()
    expect(page.locator(".errors")).to_be_focused()
    check(page)
    page.locator(".errors").get_by_role("link").first.click()
    expect(page.locator(":focus")).to_have_attribute("name", "date")
    expect(page.get_by_label("Question about the cards")).to_have_value("Typed meanwhile")


def test_what_is_wrong_has_the_focus_even_where_the_browser_gave_it_none(
    live: Live, open_page: OpenPage
) -> None:
    """A page that is loaded before it is drawn is one: the browser gives the focus as it draws."""
    page = prepare(live, open_page)
    page.context.add_init_script(NO_AUTOFOCUS)
    page.get_by_label("Starts at").fill("12:00")
    page.get_by_role("button", name="Save the set-up").click()
    expect(page.locator(".errors")).to_be_focused()


def test_the_slip_shows_where_a_short_title_breaks_and_is_cut(live: Live, open_page: OpenPage) -> None:
    page = prepare(live, open_page, "cards/new/")
    field, lines = page.get_by_label("Short title"), page.locator("[data-line]")
    field.fill("Power and reciprocity")
    expect(lines).to_have_text(["Power and", "reciprocity"])
    expect(page.locator("[data-slip-cut]")).to_be_hidden()
    field.fill("Interdisciplinarity")
    expect(lines).to_have_text(["Interdiscip…", ""])
    expect(page.locator("[data-slip-cut]")).to_be_visible()
    field.fill("")
    page.get_by_label("Title", exact=True).fill("Who gains and who tells it")
    expect(lines).to_have_text(["Who gains", "and who…"])
    expect(page.locator("[data-slip-cut]")).to_be_hidden()
    check(page)


def test_leaving_with_changes_asks_first_and_saving_does_not(live: Live, open_page: OpenPage) -> None:
    page = prepare(live, open_page)
    at = page.url.removesuffix("setup/")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("Title", exact=True).fill("Changed")
    page.get_by_role("link", name="Cards", exact=True).click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Changed")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Save the set-up").click()
    expect(page.get_by_text("The set-up is saved.")).to_be_visible()
    page.get_by_role("link", name="Cards", exact=True).click()
    expect(page).to_have_url(at + "cards/")
    assert asked == ["beforeunload"]


def test_cards_are_put_in_order_by_keys_alone(live: Live, open_page: OpenPage) -> None:
    page = prepare(live, open_page, "cards/")
    page.get_by_role("button", name="Move card 2 up").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card__title").first).to_have_text("Power differences and (lack of) reciprocity")
    page.wait_for_load_state()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Change card 1, Power differences and (lack of) reciprocity")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_card_is_removed_after_a_pause_for_thought(live: Live, open_page: OpenPage, scripts: bool) -> None:
    page = prepare(live, open_page, "cards/", java_script_enabled=scripts)
    page.get_by_role("button", name="Remove card 6").click()
    page.get_by_role("button", name="Remove the card").click()
    expect(page.locator(".card__title")).to_have_count(5)


def test_two_who_save_the_same_thing_see_both_versions(live: Live, open_page: OpenPage) -> None:
    page = prepare(live, open_page)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Title", exact=True).fill("Theirs was first")
    other.get_by_role("button", name="Save the set-up").click()
    expect(other.get_by_text("The set-up is saved.")).to_be_visible()
    page.get_by_label("Title", exact=True).fill("Mine was second")
    page.get_by_role("button", name="Save the set-up").click()
    expect(page.locator(".field__wrong")).to_contain_text("Theirs was first")
    expect(page.get_by_label("Title", exact=True)).to_have_value("Mine was second")
    check(page)
