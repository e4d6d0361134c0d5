"""The paper's own case in a real browser: six cards become four, by keys, by taps, and two people at once."""

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import key_press
from .server import Live
from .table import MERGED, act, begun_demo, cards, choose, come
from .watch import assert_no_axe_violations

CLOSE = """
from workshop.actions.workshops import close_workshop
from workshop.models import Workshop
close_workshop(Workshop.objects.get(slug="{slug}").chair)
"""


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own."""
    return begun_demo(live)


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


def test_a_card_dragged_onto_another_chooses_both(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    heads = page.locator(".pick .card__head")
    heads.nth(3).drag_to(heads.nth(4))
    expect(page.locator("[data-pick-says]")).to_have_text("Chosen: cards 4 and 5.")
    expect(page.get_by_role("button", name="Merge", exact=True)).to_be_visible()
    expect(page.get_by_role("checkbox").nth(4)).to_be_focused()


def test_the_cards_are_merged_with_the_keyboard_alone(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    for card in ("Research vs non-research", "Strategic leadership"):
        key_press(page, page.get_by_role("checkbox", name=card), "Space")
    expect(page.locator("#status")).to_contain_text("Chosen: cards 4 and 6.")
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


def test_where_others_would_start_is_counted_as_they_say_so(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk = come(open_page, live, links, "facilitator")
    leader = come(open_page, live, links, "leader")
    choose(desk, "Idealistic")
    leader.get_by_role("button", name="I would start here (2)").click()
    expect(leader.get_by_text("1 of 5 would start here, you among them")).to_be_visible()
    expect(desk.get_by_text("1 of 5 would start here")).to_be_visible()
    expect(desk.get_by_role("checkbox", name="Idealistic")).to_be_checked()


def test_times_stay_in_the_readers_zone_when_the_page_is_read_afresh(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk = come(open_page, live, links, "facilitator", timezone_id="Asia/Tokyo")
    leader = come(open_page, live, links, "leader")
    choose(desk, "Motivation vs lack of skills")
    act(desk, "Take up")
    in_london = leader.locator(".log time").inner_text()
    expect(desk.locator(".log time")).not_to_have_text(in_london)
    at = desk.locator(".log time").inner_text()
    leader.get_by_role("button", name="I would start here (2)").click()
    expect(desk.get_by_text("1 of 5 would start here")).to_be_visible()
    expect(desk.locator(".log time")).to_have_text(at)


def test_a_reason_that_has_no_box_any_more_is_shown(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    choose(page, "Motivation vs lack of skills")
    act(page, "Take up")
    page.get_by_text("Take back and say why").click()
    page.get_by_label("A word of why").fill("It is said elsewhere")
    live.manage("shell", "-v", "0", "-c", CLOSE.format(slug=links["code"]))
    page.reload()
    expect(page.get_by_text("The workshop is closed, so the cards stay as they are.")).to_be_visible()
    expect(page.locator("#kept")).to_contain_text("It is said elsewhere")
