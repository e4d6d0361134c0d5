"""What is proposed in a real browser: put to the group, answered in the room, and nothing typed is lost."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .meeting import key_press
from .server import Live
from .table import PHONE, act, begun_demo, choose, come
from .watch import assert_no_axe_violations


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own."""
    return begun_demo(live)


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
    expect(desk.get_by_role("dialog")).to_contain_text("1 of 5 have answered. No: 1.")
    desk.get_by_role("dialog").get_by_role("button", name="Make the change").click()
    expect(phone.get_by_text("Card 1 re-phrased as card 7").first).to_be_visible()
    expect(phone.locator(".log__dissents")).to_contain_text("It loses the realistic part.")


def asking(live: Live, open_page: OpenPage, links: dict[str, Any]) -> tuple[Page, Page]:
    """Bring a facilitator to the form that sets card 1 aside, and a leader to the cards."""
    desk, leader = (come(open_page, live, links, who) for who in ("facilitator", "leader"))
    choose(desk, "Idealistic")
    desk.get_by_role("button", name="Set aside").click()
    return desk, leader


def test_a_reload_loses_nothing_that_was_typed_about_a_change_or_a_proposal(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk, leader = asking(live, open_page, links)
    desk.get_by_label("Why").fill("It is said elsewhere")
    expect(desk.locator("[data-draft-says]:visible")).to_have_text("Kept on this device, not sent yet")
    desk.reload()
    expect(desk.get_by_label("Why")).to_have_value("It is said elsewhere")
    desk.get_by_role("button", name="Put it to the group first").click()
    leader.get_by_role("radio", name="No", exact=True).check()
    leader.get_by_label("A word of why").fill("It is not.")
    leader.reload()
    expect(leader.get_by_role("radio", name="No", exact=True)).to_be_checked()
    expect(leader.get_by_label("A word of why")).to_have_value("It is not.")
    leader.get_by_label("A word of why").fill("x" * 501)
    leader.get_by_role("button", name="Send my answer").click()
    expect(leader.get_by_text("1 character over")).to_be_visible()
    expect(leader.get_by_label("A word of why")).to_be_focused()
    leader.get_by_label("A word of why").fill("It is not.")
    leader.get_by_role("button", name="Send my answer").click()
    expect(leader.get_by_text("Your answer is with the chair.")).to_be_visible()


def test_what_a_lost_line_or_a_decision_came_before_is_not_lost(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    desk, leader = asking(live, open_page, links)
    address = desk.url
    desk.get_by_label("Why").fill("It is said elsewhere")
    desk.context.route("**/changes/", lambda route: route.abort())
    desk.get_by_role("button", name="Put it to the group first").click()
    desk.context.unroute("**/changes/")
    desk.goto(address)
    expect(desk.get_by_label("Why")).to_have_value("It is said elsewhere")
    desk.get_by_role("button", name="Put it to the group first").click()
    leader.get_by_role("radio", name="No", exact=True).check()
    leader.get_by_label("A word of why").fill("It is not.")
    desk.get_by_role("button", name="Leave the cards as they are").click()
    expect(desk.get_by_text("Nothing was changed.")).to_be_visible()
    assert desk.evaluate("() => Object.keys(localStorage)") == []
    leader.reload()
    expect(leader.get_by_text("Words on this device that were not saved")).to_be_visible()
    expect(leader.locator("#kept")).to_contain_text("It is not.")


def test_a_leader_answers_in_the_room_by_keys(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    desk = come(open_page, live, links, "facilitator")
    leader = come(open_page, live, links, "leader", viewport={"width": 390, "height": 300})
    leader.goto(f"{live.url}/w/{links['code']}/room/")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_have_count(0)
    choose(desk, "Idealistic")
    act(desk, "Set aside", button="Put it to the group first", Why="It is said elsewhere")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_be_visible()
    leader.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    expect(leader.get_by_role("link", name="Something is before the group")).to_be_visible()
    leader.get_by_role("link", name="Something is before the group").dispatch_event("click")
    expect(leader.get_by_role("link", name="Something is before the group")).to_be_hidden()
    key_press(leader, leader.get_by_role("radio").first, "Space")
    for _answer in range(3):
        leader.keyboard.press("ArrowDown")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_be_checked()
    leader.get_by_label("A word of why").fill("It is not.")
    assert_no_axe_violations(leader)
    key_press(leader, leader.get_by_role("button", name="Send my answer"))
    expect(leader.get_by_role("button", name="Change my answer")).to_be_visible()
    assert leader.url.split("#")[0].endswith("/room/")
    expect(desk.get_by_text("1 of 5 have answered.")).to_be_visible()
    expect(leader.get_by_text("Your answer is with the chair.")).to_be_visible()
    desk.get_by_role("button", name="Leave the cards as they are").click()
    expect(leader.get_by_role("button", name="Change my answer")).to_have_count(0)
    expect(leader.get_by_text("Your answer is with the chair.")).to_have_count(0)


REACHED = """(one) => {
  const box = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.mark.parametrize("size", [(390, 500), (1280, 500)])
def test_the_way_to_what_is_before_the_group_covers_no_hand_and_no_signal(
    live: Live, open_page: OpenPage, links: dict[str, Any], size: tuple[int, int]
) -> None:
    desk = come(open_page, live, links, "facilitator")
    leader = come(open_page, live, links, "leader", viewport={"width": size[0], "height": size[1]})
    leader.goto(f"{live.url}/w/{links['code']}/room/")
    choose(desk, "Idealistic")
    act(desk, "Set aside", button="Put it to the group first", Why="It is said elsewhere")
    expect(leader.get_by_role("radio", name="No", exact=True)).to_have_count(1)
    leader.evaluate("() => scrollTo(0, 0)")
    cue = leader.get_by_role("link", name="Something is before the group")
    expect(cue).to_be_visible()
    presses = [leader.locator(name) for name in ("#gesture-hand", "#gesture-ready", "#gesture-ask summary")]
    assert all(one.evaluate(REACHED) for one in (cue, *presses))
    assert_no_axe_violations(leader)
    cue.click()
    expect(leader.locator("#proposal")).to_be_focused()
    expect(cue).to_be_hidden()
