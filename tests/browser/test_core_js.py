"""Nothing typed is lost: the autosave of every field, driven in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .desk import Desk, serving_desk
from .watch import assert_no_axe_violations


@pytest.fixture
def desk() -> Iterator[Desk]:
    with serving_desk() as server:
        yield server


def box(page: Page) -> Locator:
    return page.get_by_label("Your comment")


def state(page: Page) -> Locator:
    return page.locator("[data-save]")


def keep(page: Page, text: str) -> None:
    """Type words and leave the field, which sends them at once."""
    box(page).fill(text)
    box(page).blur()


def keys(page: Page) -> list[Any]:
    """Return the keys of the drafts on this device."""
    found: list[Any] = page.evaluate("() => Object.keys(localStorage)")
    return found


def test_what_is_typed_is_saved_and_said_to_be(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    box(page).press_sequentially("A small, honest project")
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == "A small, honest project"
    assert keys(page) == []


def test_leaving_a_field_saves_it_at_once_with_the_rev_it_rests_on(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    keep(page, "one")
    expect(state(page)).to_have_text("Saved at 14:06")
    keep(page, "two")
    expect(page.locator("[data-rev='5']")).to_be_visible()
    assert [post["rev"] for post in desk.posts] == ["3", "4"]


def test_words_typed_while_a_save_is_under_way_follow_it_in_order(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.gate.clear()
    keep(page, "first")
    expect(state(page)).to_have_text("Saving")
    keep(page, "first and second")
    keep(page, "first, second and third")
    desk.gate.set()
    expect(state(page)).to_have_text("Saved at 14:06")
    assert [post["text"] for post in desk.posts] == ["first", "first, second and third"]


def test_words_typed_offline_are_sent_once_when_the_line_is_back(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()
    keep(page, "from the train")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    assert len(keys(page)) == 1
    page.context.set_offline(False)
    expect(state(page)).to_have_text("Saved at 14:06")
    expect(page.locator("#offline")).to_be_hidden()
    assert desk.saved == ["from the train"]


def test_a_server_that_is_down_is_tried_again(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.clock.install()
    desk.mood = "down"
    keep(page, "patience")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    desk.mood = "well"
    page.clock.fast_forward(3000)
    expect(state(page)).to_have_text("Saved at 14:06")
    expect(page.locator("#status")).to_contain_text("Not sent yet.")
    page.clock.fast_forward(6000)
    expect(page.locator("#status")).to_have_text("Everything you wrote is saved.")


def test_a_lost_answer_is_asked_for_again_with_the_same_words(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.route("**/save/", lambda route: (route.fetch(), route.abort()))
    keep(page, "heard, but not answered")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    page.unroute("**/save/")
    keep(page, "heard, but not answered, and more")
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.saved == ["heard, but not answered", "heard, but not answered, and more"]


def test_a_closed_tab_gives_its_words_back_to_the_next(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.context.set_offline(True)
    keep(page, "half a thought")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(desk.url)
    expect(box(again)).to_have_value("half a thought")
    expect(state(again)).to_have_text("Saved at 14:06")
    assert keys(again) == []


def test_a_reload_in_mid_word_keeps_the_word(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.clock.install()
    box(page).press_sequentially("half")
    page.reload()
    expect(box(page)).to_have_value("half")
    expect(state(page)).to_contain_text("Save")
    page.clock.fast_forward(2000)
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.saved == ["half"]


def test_a_draft_based_on_older_words_is_shown_beside_the_newer(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.context.set_offline(True)
    keep(page, "written in the train")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    desk.text, desk.rev = "written at home", 4
    page.context.set_offline(False)
    expect(page.locator("[data-mine]")).to_have_text("written in the train")
    expect(page.locator("[data-theirs]")).to_have_text("written at home")
    assert desk.text == "written at home"
    assert_no_axe_violations(page)
    page.reload()
    expect(page.locator("[data-mine]")).to_have_text("written in the train")


@pytest.mark.parametrize(
    ("button", "kept"),
    [("Keep mine", "mine"), ("Keep the other", "theirs"), ("Keep both", "mine\n\ntheirs")],
)
def test_a_choice_of_two_versions_is_kept(desk: Desk, open_page: OpenPage, button: str, kept: str) -> None:
    page = open_page(desk.url)
    desk.text, desk.rev = "theirs", 4
    keep(page, "mine")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".conflict")).to_have_count(0)
    expect(box(page)).to_have_value(kept)
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == kept


def test_words_typed_before_the_choice_reach_the_server_before_it(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.text, desk.rev = "theirs", 4
    keep(page, "mine")
    expect(page.locator(".conflict")).to_be_visible()
    keep(page, "mine, and more")
    page.get_by_role("button", name="Keep mine").click()
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == "mine, and more"


def test_a_refused_text_stays_in_the_box_with_the_reason(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    keep(page, "a forbidden word")
    expect(state(page)).to_have_text("That word cannot be kept.")
    expect(box(page)).to_have_accessible_description("Leave it out.")
    expect(box(page)).to_have_value("a forbidden word")
    assert_no_axe_violations(page)
    keep(page, "a word")
    expect(state(page)).to_have_text("Saved at 14:06")
    expect(page.locator(".field--wrong")).to_have_count(0)


def test_a_closed_pack_stops_the_saving_and_keeps_the_words(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.mood = "closed"
    keep(page, "too late")
    expect(state(page)).to_have_text("The pack closed at 10:42.")
    keep(page, "too late, and later")
    assert len(desk.posts) == 1
    assert len(keys(page)) == 1
    expect(box(page)).to_have_value("too late, and later")


def test_a_sign_in_page_is_not_taken_for_a_saved_answer(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.mood = "away"
    keep(page, "who am I")
    expect(state(page)).to_contain_text("You are signed out.")
    assert len(keys(page)) == 1


def test_too_many_characters_are_counted_kept_and_not_sent(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    keep(page, "😀" * 38)
    expect(page.locator(".field__count")).to_have_text("2 characters left")
    expect(state(page)).to_have_text("Saved at 14:06")
    keep(page, "😀" * 52)
    expect(page.locator(".field__wrong")).to_have_text(
        "This is 12 characters over the limit of 40. Shorten it and it saves by itself."
    )
    assert len(desk.posts) == 1
    assert len(keys(page)) == 1
    keep(page, "short")
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == "short"


def test_words_are_kept_apart_by_seat(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.evaluate("() => document.body.dataset.owner = 'ada'")
    desk.mood = "down"
    keep(page, "Ada's own")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    page.reload()
    expect(box(page)).to_have_value("")


def test_a_device_that_keeps_nothing_says_so(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.evaluate("() => Storage.prototype.setItem = () => { throw new Error('full') }")
    desk.mood = "down"
    keep(page, "only here")
    expect(state(page)).to_contain_text("Not saved. Keep this page open")


def test_signing_out_with_unsent_words_asks_first(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.mood = "down"
    keep(page, "not yet")
    expect(state(page)).to_have_text("Kept on this device, not sent yet")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("dialog")).to_contain_text("Some of your words are not sent yet")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Go back").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_focused()
    assert not any("away" in post for post in desk.posts)


def test_a_confirmed_form_is_sent_with_the_confirmation(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_role("heading")).to_have_text("Away")
    assert desk.posts == [{"away": "1", "confirmed": "1"}]


def test_a_time_is_also_given_in_the_readers_own_zone(desk: Desk, chromium: Any) -> None:
    page = chromium.new_context(locale="en-GB", timezone_id="America/New_York").new_page()
    page.goto(desk.url)
    expect(page.locator("time + .soft")).to_contain_text("05:00")
    expect(page.locator("time + .soft")).to_contain_text("where you are")


def test_a_link_is_copied(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy Your link").click()
    expect(page.locator("#status")).to_have_text("Copied. You can paste it now.")
    assert page.evaluate("() => navigator.clipboard.readText()") == "https://example.org/x"


def test_the_page_reads_well_to_axe_light_and_dark(desk: Desk, open_page: OpenPage) -> None:
    for scheme in ("light", "dark"):
        assert_no_axe_violations(open_page(desk.url, color_scheme=scheme))
