"""Facilitators' forms: what is typed outlives the page, rests on what was seen, and goes once it arrived."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .lost import on_device
from .meeting import enter_desk, lead
from .preparing import go, prepare
from .server import Live
from .test_proxy import go_to_carys
from .watch import assert_no_axe_violations

KEPT = "Kept on this device, not sent yet"


@pytest.fixture
def page(live: Live, open_page: OpenPage) -> Page:
    """The cards of a new workshop, for a facilitator who is always sure to leave."""
    found = prepare(live, open_page, "cards/")
    found.on("dialog", lambda dialog: dialog.accept())
    return found


def box(page: Page, name: str = "title") -> Locator:
    return page.locator(f"#id_{name}")


def state(page: Page) -> Locator:
    return page.locator("form[data-unsaved] [data-save]")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save the card").click()


def test_a_form_comes_back_as_it_was_and_is_let_go_once_it_arrived(page: Page) -> None:
    go(page, page.url + "new/", "A new card")
    box(page).fill("Half a card")
    box(page, "pole_a").fill("One end")
    expect(state(page)).to_contain_text(KEPT)
    page.reload()
    expect(box(page)).to_have_value("Half a card")
    expect(page.locator("#status")).to_contain_text("They are not sent yet.")
    assert_no_axe_violations(page)
    save(page)  # one end without the other is refused
    expect(page.locator(".errors")).to_be_focused()
    assert "Half a card" in on_device(page)
    box(page, "pole_b").fill("The other")
    save(page)
    expect(page.get_by_text("“Half a card” is added.")).to_be_visible()
    assert on_device(page) == ""
    go(page, page.url + "new/", "A new card")
    expect(box(page)).to_have_value("")


def test_what_comes_back_is_never_put_over_what_somebody_saved_meanwhile(page: Page) -> None:
    page.get_by_role("link", name="Change card 1,").click()
    box(page, "summary").fill("Mine, from before")
    address, other = page.url, page.context.new_page()
    page.close()
    other.goto(address)
    expect(box(other, "summary")).to_have_value("Mine, from before")
    other.get_by_role("button", name="Throw these words away").click()
    other.get_by_role("dialog").get_by_role("button", name="Throw these words away").click()
    expect(box(other, "summary")).not_to_have_value("Mine, from before")
    assert on_device(other) == ""
    late = other.context.new_page()
    late.goto(address)
    box(late, "summary").fill("Mine, from the other tab")
    late.close()  # nobody asked: killed
    box(other, "notes").fill("Theirs came first")
    save(other)
    expect(other.get_by_role("heading", name="Cards")).to_be_visible()
    other.goto(address)
    expect(box(other, "summary")).to_have_value("Mine, from the other tab")
    save(other)
    expect(other.locator(".errors")).to_contain_text("Both versions are below.")
    expect(other.get_by_text("Theirs came first")).to_be_visible()


def test_a_new_workshop_s_form_is_kept_too_and_belongs_to_who_is_signed_in(page: Page, live: Live) -> None:
    go(page, f"{live.url}/workshops/new/", "A new workshop")
    box(page).fill("The whole team, later")
    page.goto("about:blank")
    go(page, f"{live.url}/workshops/new/", "A new workshop")
    expect(box(page)).to_have_value("The whole team, later")
    page.get_by_role("button", name="Make the workshop").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Set-up")
    assert on_device(page) == ""


def test_words_about_one_note_never_come_back_in_the_form_about_another(page: Page) -> None:
    home = page.url.removesuffix("cards/")
    go(page, home + "preparation/", "Before the first cards")
    for words in ("One finding", "Another finding"):
        page.locator("form[action$='/notes/'] textarea").fill(words)
        page.locator("form[action$='/notes/'] button").click()
        expect(page.locator(".notes-own textarea", has_text=words)).to_have_count(1)
    page.get_by_role("button", name="Lay all of mine side by side").click()
    expect(page.get_by_role("button", name="Make a card of the chosen notes")).to_be_visible()
    one, another = (each.removeprefix("note-") for each in ids(page.locator(".notes-own > li")))
    at = home + "preparation/card/?note="
    go(page, at + one, "A card from notes")
    box(page).fill("Of the first")
    expect(state(page)).to_contain_text(KEPT)
    go(page, at + another, "A card from notes")
    expect(box(page)).to_have_value("")
    expect(page.locator("[name=note]")).to_have_value(another)
    box(page, "pole_a").fill("One end")
    page.get_by_role("button", name="Make the card").click()  # refused, and still about that note
    expect(box(page, "pole_a")).to_have_value("One end")
    go(page, at + one, "A card from notes")
    expect(box(page)).to_have_value("Of the first")
    expect(page.locator("[name=note]")).to_have_value(one)


def ids(found: Locator) -> list[str]:
    return [str(each.get_attribute("id")) for each in found.all()]


def test_where_one_form_of_a_page_is_refused_the_words_of_another_come_back(
    live: Live, open_page: OpenPage
) -> None:
    links: dict[str, Any] = live.demo()
    fay = enter_desk(open_page, links, live)
    lead(fay, "Begin: Welcome")
    go_to_carys(fay)
    for yes in fay.locator("#consent ~ form input[value=yes]").all():
        yes.check()
    fay.get_by_label("My words may be quoted in reports and papers without my name.").check()
    fay.get_by_role("button", name="Record what they said").click()
    fay.on("dialog", lambda dialog: dialog.accept())
    say, rule = fay.locator("#say-body"), fay.locator("#ground-text")
    say.fill("Said aloud")
    expect(fay.locator("form", has=say).locator("[data-save]")).to_contain_text(KEPT)
    rule.fill("x" * 600)
    rule.press("Enter")
    expect(fay.locator("main [role=alert]")).to_be_visible()
    expect(rule).to_have_value("x" * 600)
    expect(say).to_have_value("Said aloud")
    say.press_sequentially("!")
    assert "Said aloud" in on_device(fay)


def test_words_whose_form_may_be_gone_are_shown_on_the_overview(page: Page) -> None:
    home = page.url.removesuffix("cards/")
    go(page, home + "cards/new/", "A new card")
    box(page).fill("Half a card")
    go(page, home + "overview/", "Ours")
    kept = page.locator("#kept")
    expect(kept.locator("textarea")).to_have_value("Half a card")
    assert_no_axe_violations(page)
    kept.get_by_role("button", name="Throw them away").click()
    page.get_by_role("dialog").get_by_role("button", name="Throw them away").click()
    expect(kept).to_be_hidden()
    assert on_device(page) == ""


def test_what_is_taken_back_or_thrown_away_leaves_nothing_and_the_page_knows(page: Page) -> None:
    go(page, page.url + "new/", "A new card")
    title = box(page)
    title.press_sequentially("ab")
    expect(state(page)).to_contain_text(KEPT)
    for _letter in "ab":
        title.press("Backspace")
    expect(state(page)).to_have_text("")
    assert on_device(page) == ""
    title.fill("Slow slip")
    page.reload()
    slip = page.locator("[data-slip]")
    expect(slip).to_contain_text("Slow slip")
    page.get_by_role("button", name="Throw these words away").click()
    page.get_by_role("dialog").get_by_role("button", name="Throw these words away").click()
    expect(title).to_have_value("")
    expect(slip).not_to_contain_text("Slow slip")
    assert on_device(page) == ""
