"""Nothing typed is lost: the autosave of every field, driven in a real browser."""

from collections.abc import Iterator

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


def test_a_choice_between_words_that_changed_again_is_asked_again(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.text, desk.rev = "theirs", 4
    keep(page, "mine")
    expect(page.locator("[data-theirs]")).to_have_text("theirs")
    desk.text, desk.rev = "theirs, and more", 5
    page.get_by_role("button", name="Keep both").click()
    expect(page.locator("[data-theirs]")).to_have_text("theirs, and more")
    expect(page.locator("[data-say]")).to_have_text("Look again, then choose.")
    page.get_by_role("button", name="Keep both").click()
    expect(box(page)).to_have_value("mine\n\ntheirs, and more")


def test_words_typed_before_the_choice_reach_the_server_before_it(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk.url)
    desk.text, desk.rev = "theirs", 4
    keep(page, "mine")
    expect(page.locator(".conflict")).to_be_visible()
    keep(page, "mine, and more")
    page.get_by_role("button", name="Keep mine").click()
    expect(state(page)).to_have_text("Saved at 14:06")
    assert desk.text == "mine, and more"
