"""After a question on the desk the focus is on the stage, whatever comes first: the answer or the push."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from .conftest import OpenPage
from .meeting import Meeting, control, gather, key_press, lead
from .server import Live
from .test_live import wait_until

CLOSE = """
from workshop.actions.rounds import close_round
from workshop.models import Workshop
workshop = Workshop.objects.get(slug="{slug}")
close_round(workshop.chair, workshop.rounds.get(number=1))
"""
SORT = "Reveal the card sort"


@pytest.fixture
def meeting(live: Live, open_page: OpenPage) -> Meeting:
    """A meeting at its results, with a card sort that is closed and not revealed."""
    links: dict[str, Any] = live.demo()
    live.manage("shell", "-v", "0", "-c", CLOSE.format(slug=links["code"]))
    found = gather(open_page, links, live, "desk ada", "results")
    expect(control(found.desk, SORT)).to_be_visible()
    return found


def reveal(desk: Page) -> None:
    """Reveal the card sort with the keyboard alone."""
    key_press(desk, control(desk, SORT))
    key_press(desk, desk.get_by_role("dialog").get_by_role("button").first)


def stays_on_the_stage(desk: Page) -> None:
    """Expect the focus on the heading of the stage, and still there after the page was drawn again."""
    expect(control(desk, SORT)).to_have_count(0)
    expect(desk.locator("#now")).to_be_focused()
    desk.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(desk.locator("#now")).to_be_focused()


def test_a_reveal_at_the_results_is_said_to_everybody(meeting: Meeting) -> None:
    reveal(meeting.desk)
    for page in (meeting.desk, meeting.ada):
        expect(page.locator("#status")).to_contain_text("Card sort of the pack.", timeout=12000)


def test_the_focus_stays_on_the_stage_when_the_answer_comes_after_the_push(meeting: Meeting) -> None:
    desk, held = meeting.desk, list[Route]()
    desk.route("**/revelation/", lambda route: held.append(route))
    reveal(desk)
    wait_until(desk, lambda: bool(held))
    answer = held[0].fetch()
    stays_on_the_stage(desk)
    with desk.expect_event("requestfinished", lambda request: "revelation" in request.url):
        held[0].fulfill(response=answer)
    stays_on_the_stage(desk)


def test_the_focus_stays_on_the_stage_when_the_push_comes_after_the_answer(meeting: Meeting) -> None:
    desk, held, sockets = meeting.desk, list[str | bytes](), list[WebSocketRoute]()

    def hold(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server().on_message(lambda frame: held.append(frame))

    desk.route_web_socket("**/ws/**", hold)
    desk.reload()
    reveal(desk)
    stays_on_the_stage(desk)
    expect(desk.locator("#status")).to_contain_text("Card sort of the pack.", timeout=12000)
    for frame in held:
        sockets[-1].send(frame)
    stays_on_the_stage(desk)


def test_the_focus_goes_to_the_stage_when_what_asked_is_gone_meanwhile(meeting: Meeting) -> None:
    desk, other = meeting.desk, meeting.desk.context.new_page()
    other.goto(desk.url)
    key_press(desk, control(desk, SORT))
    lead(other, SORT)
    expect(control(desk, SORT)).to_have_count(0)
    desk.bring_to_front()
    desk.keyboard.press("Escape")
    stays_on_the_stage(desk)


def test_a_question_is_taken_back_when_its_button_has_come_to_mean_another_round(meeting: Meeting) -> None:
    desk, other = meeting.desk, meeting.desk.context.new_page()
    other.goto(desk.url)
    key_press(desk, control(desk, SORT))
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_contain_text("Reveal the result to everybody?")
    other.locator("#live-agenda").get_by_role("button", name="Opening poll").click()
    expect(dialog).to_contain_text("The group has moved on")
    expect(dialog.get_by_role("button")).to_have_text(["Go back"])
    expect(dialog.get_by_role("button")).to_be_focused()
    desk.bring_to_front()
    desk.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(control(desk, "Reveal the result")).to_be_visible()
