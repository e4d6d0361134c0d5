"""The rules of a page's line, each with its twin: the shipped script without the rule goes wrong."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .liveworld import World, serving_world
from .test_live import SEEN, enter, is_right, shows, wait_until

WATCHED = "this.watching = setTimeout(() => this.#closed(0), this.silence);"
POLLED = 'poll(name === "blocked");'
BLOCKED = "this.fails >= 3 || "
DEAF = ' || this.why === "layer"'
ENDED = "if (code === ENDED) return this.finish();"
WOKEN = 'document.visibilityState === "visible" && line.wake()'
UNSENT = "if (pending()) waiting"
ONCE = 'if (sessionStorage.getItem("roundel-build") === build) return false;'
PAUSED = "since > this.held || this.paused"
HELD = "${url}?seq=${held}"
CHANCE = "this.wait + this.random() * longest"
WAITS = """async () => {
  const { Line } = await import("/static/js/live/line.js");
  const waits = [];
  window.WebSocket = class { close() {} };
  window.setTimeout = (work, wait) => waits.push(wait);
  for (let n = 0; n < 1000; n += 1) {
    const line = new Line({ url: "/", hear() {}, state() {} });
    line.open();
    line.socket.onmessage({ data: '{"type": "hello", "seq": 1, "spread": 6, "build": "one"}' });
    line.socket.onclose({ code: 1006 });
  }
  return waits.filter((wait) => wait < 35000);
}"""


@pytest.fixture
def world() -> Iterator[World]:
    """A room on a port of its own."""
    with serving_world() as world:
        yield world


def fall_silent(world: World, page: Page) -> None:
    """Say nothing any more on the line as it is, though a new one would bring what happens."""
    world.change("stage")
    page.wait_for_timeout(700)


def block(world: World, page: Page) -> None:
    """Let no socket through, and change something."""
    world.mood = "shut"
    world.cut()
    wait_until(page, lambda: world.joined > 3)
    world.change("stage")
    page.wait_for_timeout(400)


def hold_up(world: World, page: Page) -> None:
    """Let sockets open and never say a word, as a proxy does that knows no sockets; and change something."""
    world.mood = "mute"
    world.cut()
    world.change("stage")


def swap(world: World, page: Page) -> None:
    """Bring two pushes in the wrong order: the later one first."""
    earlier, later = world.change("stage"), world.change("tally")
    world.send(later, earlier)
    page.wait_for_timeout(400)


def go_deaf(world: World, page: Page) -> None:
    """Lose the layer, and change something."""
    world.send(world.frame("bye", why="layer", retry_after=30))
    world.cut()
    world.change("stage")
    page.wait_for_timeout(400)


def wake(world: World, page: Page) -> None:
    """Miss something asleep, and wake."""
    world.change("stage")
    page.evaluate("window.room.line.fresh = 0; document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(300)


FAULTS: list[tuple[Callable[[World, Page], None], str, str]] = [
    (fall_silent, WATCHED, ""),
    (block, POLLED, ""),
    (block, BLOCKED, ""),
    (hold_up, WATCHED, ""),
    (swap, PAUSED, "this.paused"),
    (go_deaf, DEAF, ""),
    (wake, WOKEN, "false"),
]


@pytest.mark.parametrize("twin", [False, True])
@pytest.mark.parametrize(("befall", "guard", "instead"), FAULTS)
def test_a_page_is_right_again_after_a_fault_and_its_twin_is_not(
    world: World, open_page: OpenPage, befall: Any, guard: str, instead: str, twin: bool
) -> None:
    world.settings = {**(world.settings or {}), "silence": 500 if befall in (fall_silent, hold_up) else 20000}
    world.twins = {guard: instead} if twin else {}
    page = enter(world, open_page)
    befall(world, page)
    if twin:
        shows(page, "stage", 0)
    else:
        is_right(page, world)


def test_without_the_code_for_the_end_a_page_that_was_shown_out_would_come_back(
    world: World, open_page: OpenPage
) -> None:
    world.twins = {ENDED: ""}
    page = enter(world, open_page)
    world.mood = "ended"
    for line in world.lines:
        line.close(4403)
    wait_until(page, lambda: world.joined > 1)


def test_without_the_look_at_what_is_unsent_a_new_build_would_cost_what_is_typed(
    world: World, open_page: OpenPage
) -> None:
    world.twins = {UNSENT: "if (false) waiting"}
    page = enter(world, open_page)
    page.fill("#note", "half a thought")
    world.build = "two"
    world.cut()
    wait_until(page, lambda: world.pages > 1)
    expect(page.locator("#note")).to_have_value("")


def test_without_a_memory_of_the_build_a_page_would_load_itself_for_ever(
    world: World, open_page: OpenPage
) -> None:
    world.twins = {ONCE: ""}
    page = enter(world, open_page)
    world.build = "two"
    world.cut()
    wait_until(page, lambda: world.pages > 3)


def test_without_the_pause_a_push_would_move_what_somebody_reads(world: World, open_page: OpenPage) -> None:
    world.twins = {PAUSED: "since > this.held"}
    page = enter(world, open_page)
    page.get_by_role("button", name="Pause updates").click()
    world.send(world.change("tally"))
    shows(page, "tally", 1)


@pytest.mark.parametrize("twin", [False, True])
def test_a_push_that_comes_after_what_it_was_fetched_with_brings_nothing_old(
    world: World, open_page: OpenPage, twin: bool
) -> None:
    world.twins = {SEEN: ""} if twin else {}
    page = enter(world, open_page)
    late, last = world.change("tally"), world.change("tally")
    world.send(last)
    is_right(page, world)
    world.send(late, world.frame("here", html=world.html("stage")))
    wait_until(page, lambda: page.evaluate("window.told.at(-1)") == "live-stage")
    shows(page, "tally", 1 if twin else 2)


@pytest.mark.parametrize("twin", [False, True])
def test_a_quiet_room_is_polled_for_nothing_as_the_page_says_what_it_holds(
    world: World, open_page: OpenPage, twin: bool
) -> None:
    world.twins = {HELD: "${url}"} if twin else {}
    page = enter(world, open_page)
    world.mood = "shut"
    world.cut()
    wait_until(page, lambda: world.asked > 3)
    assert (world.sent > 0) is twin


@pytest.mark.parametrize("twin", [False, True])
def test_a_thousand_pages_come_back_over_the_spread_that_the_server_said(
    world: World, open_page: OpenPage, twin: bool
) -> None:
    world.twins = {CHANCE: "this.wait + longest"} if twin else {}
    waits = enter(world, open_page).evaluate(WAITS)
    busiest = max(sum(second * 1000 <= wait < second * 1000 + 1000 for wait in waits) for second in range(7))
    assert (len(waits), max(waits) <= 6000) == (1000, True)
    assert (busiest > 250) is twin
