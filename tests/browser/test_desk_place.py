"""What is pressed on the desk leaves the page where it was: the folds, the scroll, the focus, the words."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import gather
from .server import Live

RULE = "Add a ground rule"


@pytest.fixture
def desk(live: Live, open_page: OpenPage) -> Page:
    """A desk at the welcome."""
    links: dict[str, Any] = live.demo()
    return gather(open_page, links, live, "desk", "welcome").desk


def fold(desk: Page, *names: str) -> None:
    """Open folds of the desk."""
    for name in names:
        desk.locator("summary", has_text=name).first.click()


def test_ground_rules_are_typed_one_after_another_in_a_fold_that_stays_open(desk: Page) -> None:
    fold(desk, "Ground rules")
    for rule in ("One at a time", "Ask before advice"):
        box = desk.get_by_label(RULE)
        box.fill(rule)
        before = desk.evaluate("scrollY")
        desk.locator("#ground-form").get_by_role("button", name="Add it").click()
        expect(desk.locator("#ground-form [data-told]")).to_have_text("The ground rule is added.")
        expect(desk.locator("#status")).to_contain_text("The ground rule is added.")
        expect(box).to_be_focused()
        expect(box).to_have_value("")
        assert abs(desk.evaluate("scrollY") - before) < 300
        assert desk.evaluate("scrollY") > 0


def test_a_refused_ground_rule_stays_in_its_box(desk: Page) -> None:
    fold(desk, "Ground rules")
    box = desk.get_by_label(RULE)
    box.fill(" ")
    box.press("Enter")
    expect(desk.locator("#ground-wrong")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_value(" ")


def test_what_is_added_and_taken_off_keeps_the_focus_on_its_button(desk: Page) -> None:
    fold(desk, "Add to the agenda", "A break")
    desk.locator("#add-minutes").fill("15")
    press = desk.get_by_role("button", name="Add a break, to come next")
    press.click()
    expect(desk.locator("#add-break-form [data-told]")).to_have_text("A break comes next.")
    expect(press).to_be_focused()
    fold(desk, "Take something off the agenda")
    desk.get_by_role("button", name="Take it off").click()
    back = desk.get_by_role("button", name="Put it back")
    expect(desk.locator("#fold-remove [data-told]")).to_be_visible()
    back.click()
    expect(back).to_have_count(0)
    expect(desk.locator("#fold-remove > summary")).to_be_focused()


def test_a_timer_that_was_started_leaves_the_focus_on_its_next_press(desk: Page) -> None:
    fold(desk, "Start a timer")
    desk.locator("#timer-start-5").click()
    expect(desk.locator("#timer-1")).to_be_focused()


def test_a_card_brought_to_the_front_over_an_open_poll_asks_first_and_then_comes(desk: Page) -> None:
    desk.locator("button.agenda__item", has_text="Opening poll").click()
    expect(desk.locator("#now")).to_have_text("Which three should we talk about first?")
    desk.locator("#front-card").select_option(index=1)
    desk.get_by_role("button", name="Bring it to the front").click()
    expect(desk.get_by_role("heading", name="Leave this round open?")).to_be_visible()
    desk.get_by_role("button", name="Leave it open and go on").click()
    expect(desk.locator("#now")).to_contain_text("Power differences")
