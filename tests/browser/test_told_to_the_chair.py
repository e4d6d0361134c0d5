"""What the room asks of the chair is told at the desk, and the focus stays where the chair works."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import Meeting, gather, key_press
from .server import Live

SAID = 12000  # milliseconds: news waits five seconds for what was said before


def test_hands_and_a_suggestion_are_told_and_the_focus_stays_in_its_list(
    live: Live, open_page: OpenPage
) -> None:
    found = gather(open_page, live.demo(), live, at="welcome")
    lower_hands(found)
    decide(found)


def lower_hands(found: Meeting) -> None:
    """Two hands go up and are lowered by the keyboard: each is said, the last leaves the heading in focus."""
    desk, said = found.desk, found.desk.locator("#status")
    for room in (found.ada, found.ben):
        room.locator("#gesture-hand").click()
        expect(room.locator("#gesture-hand")).to_have_attribute("aria-pressed", "true")
    lowers = desk.locator(".queue__lower")
    expect(lowers).to_have_count(2)
    key_press(desk, lowers.first)
    expect(said).to_contain_text("is lowered.")
    expect(lowers).to_have_count(1)
    expect(lowers).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#gestures-title")).to_be_focused()
    expect(desk.locator("#again-hand")).to_be_visible()
    expect(found.ada.locator("#status")).to_contain_text("The chair has lowered your hand.", timeout=SAID)


def decide(found: Meeting) -> None:
    """Ada suggests a question, and it is accepted by the keyboard."""
    desk, said = found.desk, found.desk.locator("#status")
    suggest = found.ada.locator("[data-suggest]")
    suggest.locator("summary").click()
    suggest.locator("#suggest-question").fill("What would patients say?")
    suggest.get_by_role("button", name="Send it").click()
    expect(found.ada.locator(".strip > .notice--good")).to_be_focused()
    expect(said).to_contain_text("1 suggestion for the agenda waits.", timeout=SAID)
    expect(desk.get_by_role("link", name="1 suggestion for the agenda waits")).to_be_in_viewport()
    key_press(desk, desk.get_by_role("button", name="Accept"))
    expect(said).to_contain_text("is on the agenda.")
    expect(desk.locator("#agenda")).to_be_focused()
    expect(found.ada.locator("#status")).to_contain_text("is on the agenda now.", timeout=SAID)


def test_a_leader_hears_once_that_the_chair_is_theirs_and_in_a_question_that_it_is_not(
    live: Live, open_page: OpenPage
) -> None:
    links = live.demo()
    found = gather(open_page, links, live, "desk ada", "welcome")
    desk, ada = found.desk, found.ada
    who = (ada.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip()
    desk.locator("#chair-hand").click()
    desk.locator("#chair-to").select_option(label=who)
    desk.get_by_role("main").get_by_role("button", name="Hand over the chair").click()
    said = ada.locator("#status")
    expect(said).to_contain_text("You are in the chair for this step.", timeout=SAID)
    expect(said).not_to_contain_text(f"{who} is in the chair")
    ada.locator("#chair-back").click()
    dialog = ada.get_by_role("dialog")
    expect(dialog).to_contain_text("Give the chair back?")
    desk.locator("#chair-back").click()
    expect(dialog).to_contain_text("The chair is no longer yours")
    expect(dialog).to_contain_text("It was taken back")
    expect(dialog.get_by_role("button")).to_have_text(["Go back"])
