"""The paper's own case in a real browser: six cards become four, by keys, by taps, and two people at once."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import key_press
from .server import Live
from .watch import assert_no_axe_violations

PREPARE = """
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.consents import answer_consents
from workshop.actions.stage import move_stage
from workshop.models import Seat, Workshop
from workshop.models.consents import asked_of
from workshop.models.pack import own_pack
workshop = Workshop.objects.get(slug="{slug}")
for seat in Seat.objects.answering().filter(workshop=workshop):
    answer_consents(seat, {{str(item.uid): True for item, _given in asked_of(seat)}})
amina = Seat.objects.answering().filter(workshop=workshop).order_by("pk")[0]
save_blank(amina, own_pack(amina).places[0].uid, 0, BlankWords("Motivation vs lack of skills"))
move_stage(workshop.chair, workshop.steps.all()[0], 0)
"""
MERGED = "Individual motivation vs structural issues"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own, with a blank card in it, and the workshop begun."""
    made = live.demo()
    live.manage("shell", "-v", "0", "-c", PREPARE.format(slug=made["code"]))
    return made


def come(open_page: OpenPage, live: Live, links: dict[str, Any], who: str, **options: Any) -> Page:
    """Bring somebody to the synthesis page: the facilitator, or the first leader."""
    page = open_page(links["facilitator"] if who == "facilitator" else links["participants"][0], **options)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{live.url}/w/{links['code']}/synthesis/")
    return page


def choose(page: Page, *titles: str) -> None:
    """Tick cards."""
    for title in titles:
        page.get_by_role("checkbox", name=title).check()


def act(page: Page, verb: str, button: str = "Make this change now", **words: str) -> None:
    """Do something with the chosen cards, and fill in what is asked."""
    page.get_by_role("button", name=verb, exact=True).click()
    for label, value in words.items():
        page.get_by_label(label.replace("_", " "), exact=False).first.fill(value)
    assert_no_axe_violations(page)
    page.get_by_role("button", name=button).click()


def cards(page: Page) -> list[str]:
    """Return the cards on the table as they are numbered."""
    return page.locator("#on-table ~ ol > li > .pick .card__number").all_inner_texts()


def test_six_cards_become_four_and_every_step_can_be_taken_back(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    assert_no_axe_violations(page)
    choose(page, "Motivation vs lack of skills")
    act(page, "Take up")
    choose(page, "Research vs non-research", "Traditional academic", "Strategic leadership")
    act(page, "Merge", Title_of_the_new_card=MERGED, Why="What a person wants, and what the system allows")
    choose(page, "Motivation vs lack of skills")
    page.get_by_role("button", name="Make part of another").click()
    page.get_by_label("Becomes a sub-theme of").select_option(
        label="3. Excluding vs including language and communication"
    )
    page.get_by_role("button", name="Make this change now").click()
    expect(page.get_by_text("4 cards are on the table.")).to_be_visible()
    assert cards(page) == ["1", "2", "3", "8"]
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Take back (Card 7 made part of card 3)").click()
    expect(page.get_by_text("Change 3 is taken back.")).to_be_visible()
    assert cards(page) == ["1", "2", "3", "8", "7"]
    page.get_by_role("button", name="Make it again (Card 7 made part of card 3)").click()
    expect(page.get_by_text("Change 3 is made again.")).to_be_visible()
    assert cards(page) == ["1", "2", "3", "8"]


def test_a_leader_proposes_on_a_phone_and_the_group_decides(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk = come(open_page, live, links, "facilitator")
    phone = come(open_page, live, links, "leader", **PHONE)
    phone.get_by_role("checkbox", name="Idealistic").tap()
    phone.get_by_role("button", name="Re-phrase").tap()
    phone.get_by_label("Title of the new card").fill("Token or real")
    phone.get_by_role("button", name="Propose this to the group").tap()
    expect(phone.get_by_text("Your proposal is with the chair")).to_be_visible()
    desk.get_by_role("button", name="Put it to the group (Re-phrase card 1?)").click()
    phone.get_by_role("radio", name="No", exact=True).tap()
    phone.get_by_label("A word of why").fill("It loses the realistic part.")
    assert_no_axe_violations(phone)
    phone.get_by_role("button", name="Send my answer").tap()
    expect(desk.get_by_text("1 of 5 have answered.")).to_be_visible()
    expect(desk.get_by_text("It loses the realistic part.")).to_be_visible()
    desk.get_by_role("button", name="Make the change").click()
    expect(phone.get_by_text("Card 1 re-phrased as card 7").first).to_be_visible()
    expect(phone.locator(".log__dissents")).to_contain_text("It loses the realistic part.")


def test_a_leader_answers_in_the_room_by_keys(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    desk = come(open_page, live, links, "facilitator")
    leader = come(open_page, live, links, "leader")
    leader.goto(f"{live.url}/w/{links['code']}/room/")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_have_count(0)
    choose(desk, "Idealistic")
    act(desk, "Set aside", button="Put it to the group first", Why="It is said elsewhere")
    expect(leader.get_by_role("heading", name="Set aside card 1?")).to_be_visible()
    key_press(leader, leader.get_by_role("radio").first, "Space")
    for _answer in range(3):
        leader.keyboard.press("ArrowDown")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_be_checked()
    leader.get_by_label("A word of why").fill("It is not.")
    assert_no_axe_violations(leader)
    key_press(leader, leader.get_by_role("button", name="Send my answer"))
    expect(leader.get_by_role("button", name="Change my answer")).to_be_visible()
    assert leader.url.endswith("/room/#proposal")
    expect(desk.get_by_text("1 of 5 have answered.")).to_be_visible()
    desk.get_by_role("button", name="Leave the cards as they are").click()
    expect(leader.get_by_role("button", name="Change my answer")).to_have_count(0)


def test_the_cards_are_merged_with_the_keyboard_alone(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    for card in ("Research vs non-research", "Strategic leadership"):
        key_press(page, page.get_by_role("checkbox", name=card), "Space")
    expect(page.locator("#status")).to_contain_text("Chosen: cards 4 and 6.", timeout=9000)
    key_press(page, page.get_by_role("button", name="Merge", exact=True))
    title = page.get_by_label("Title of the new card")
    expect(title).to_be_visible()
    key_press(page, title, "End")
    page.keyboard.type(MERGED)
    key_press(page, page.get_by_role("button", name="Make this change now"))
    expect(page.get_by_text("Cards 4 and 6 merged into card 7").first).to_be_visible()


def test_what_another_does_arrives_and_ticks_stay(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    first = come(open_page, live, links, "facilitator")
    second = come(open_page, live, links, "leader")
    choose(second, "Power differences", "Idealistic")
    choose(first, "Strategic leadership")
    act(first, "Set aside")
    expect(second.get_by_role("heading", name="Set aside")).to_be_visible()
    expect(second.get_by_role("checkbox", name="Power differences")).to_be_checked()
    expect(second.locator("[data-pick-says]")).to_have_text("Chosen: cards 1 and 2.")
    expect(second.locator("#status")).to_contain_text("Card 6 set aside")


def test_without_scripts_it_works_by_plain_forms(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator", java_script_enabled=False)
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("main [role=alert]")).to_contain_text("Choose the cards first")
    choose(page, "Research vs non-research", "Strategic leadership")
    page.get_by_role("button", name="Merge", exact=True).click()
    page.get_by_label("Title of the new card").fill(MERGED)
    page.get_by_role("button", name="Make this change now").click()
    expect(page.get_by_text("Cards 4 and 6 merged into card 7").first).to_be_visible()
