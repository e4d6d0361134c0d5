"""What a field says when it cannot save, and the small behaviours of every page, in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .desk import Desk, serving_desk
from .desk_page import box, keep, keys, state
from .watch import assert_no_axe_violations


@pytest.fixture
def desk() -> Iterator[Desk]:
    with serving_desk() as server:
        yield server


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


def test_who_is_asked_again_in_mid_typing_is_led_there_and_told_that_the_words_are_kept(
    desk: Desk, open_page: OpenPage
) -> None:
    page = open_page(desk.url)
    desk.mood = "asked"
    keep(page, "half a thought")
    expect(state(page)).to_contain_text("Your words are kept on this device. Read it and answer")
    expect(state(page).get_by_role("link")).to_have_attribute("href", "/information/?next=%2F")
    assert len(keys(page)) == 1
    expect(box(page)).to_have_value("half a thought")
    assert_no_axe_violations(page)


def test_a_sign_in_page_is_not_taken_for_a_saved_answer(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.mood = "away"
    keep(page, "who am I")
    expect(state(page)).to_contain_text("You are signed out.")
    assert len(keys(page)) == 1


def test_words_of_who_lost_their_seat_wait_and_go_once_they_are_back(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.mood = "out"
    keep(page, "half a thought")
    expect(state(page)).to_have_text("Open your personal link again.")
    assert len(keys(page)) == 1
    desk.mood = "well"
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == "half a thought"


def test_the_header_has_a_few_words_for_what_its_box_says_in_a_sentence(
    desk: Desk, open_page: OpenPage
) -> None:
    page = open_page(desk.url)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p data-save-all></p>')")
    desk.mood = "away"
    keep(page, "who am I")
    expect(state(page)).to_contain_text("You are signed out.")
    expect(page.locator("[data-save-all]")).to_have_text("Kept on this device, not sent yet")


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
