"""A line that is silent, cut, blocked or ended: the page comes back by itself, or says why it does not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .liveworld import World, serving_world
from .test_live import enter, is_right, shows, wait_until

TRIES = """async () => {
  const { Line } = await import("/static/js/live/line.js");
  const waits = [];
  window.WebSocket = class { close() {} };
  window.setTimeout = (work, wait) => waits.push(wait);
  const line = new Line({ url: "/", hear() {}, state() {}, random: () => 1 });
  for (let n = 0; n < 11; n += 1) {
    line.open();
    line.socket.onclose({ code: 1006 });
  }
  return waits.filter((wait) => wait !== 35000);
}"""


@pytest.fixture
def world() -> Iterator[World]:
    """A room on a port of its own."""
    with serving_world() as world:
        yield world


def notice(page: Page, name: str) -> None:
    """Expect one notice about the line and no other; no name: none at all."""
    for each in ("lost", "blocked", "ended"):
        expect(page.locator(f"[data-touch={each}]")).to_be_visible(visible=each == name)


def test_a_page_starts_by_itself_as_it_is_shipped(world: World, open_page: OpenPage) -> None:
    world.settings = None
    page = enter(world, open_page)
    world.send(world.change("tally"))
    shows(page, "tally", 1)
    notice(page, "")


def test_a_cut_line_is_opened_again_and_catches_up(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.change("stage")
    world.cut()
    is_right(page, world)
    wait_until(page, lambda: len(world.lines) == 1)
    notice(page, "")


def test_the_wait_before_a_try_grows_only_after_a_restart_would_be_over(
    world: World, open_page: OpenPage
) -> None:
    waits = enter(world, open_page).evaluate(TRIES)
    assert waits == [1000, 1000, 1000, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]


def test_a_silent_line_is_told_and_opened_again(world: World, open_page: OpenPage) -> None:
    world.settings = {**(world.settings or {}), "silence": 500}
    page = enter(world, open_page)
    world.mood = "shut"
    expect(page.locator("#status")).to_contain_text("This page is out of touch with the room.")
    world.mood = "well"
    world.change("stage")
    is_right(page, world)


def test_a_blocked_line_makes_the_page_ask_every_so_often_until_it_is_free(
    world: World, open_page: OpenPage
) -> None:
    page = enter(world, open_page)
    world.mood = "shut"
    world.cut()
    notice(page, "blocked")
    for _ in range(3):
        world.change("tally")
        is_right(page, world)
    world.mood = "well"
    notice(page, "")
    asked = world.asked
    page.wait_for_timeout(300)
    assert world.asked <= asked + 1


def test_while_the_server_is_dead_the_page_says_it_is_out_of_touch_and_afterwards_that_it_is_back(
    world: World, open_page: OpenPage
) -> None:
    world.settings = {**(world.settings or {}), "grace": 4000}  # it does not wait for that
    page = enter(world, open_page)
    said = page.locator("#status")
    world.mood = "dead"
    world.cut()
    notice(page, "lost")
    expect(said).to_contain_text("This page is out of touch with the room.")
    world.mood = "shut"
    notice(page, "blocked")
    world.mood = "dead"
    notice(page, "lost")
    world.mood = "well"
    world.change("tally")
    is_right(page, world)
    notice(page, "")
    expect(said).to_contain_text("This page follows the room again.")


def test_a_line_that_was_away_too_short_to_be_told_comes_back_without_a_word(
    world: World, open_page: OpenPage
) -> None:
    world.settings = {**(world.settings or {}), "grace": 4000}
    page = enter(world, open_page)
    world.cut()
    wait_until(page, lambda: world.joined == 2 and len(world.lines) == 1)
    page.wait_for_timeout(300)
    expect(page.locator("#status")).to_be_empty()


def test_a_server_that_is_deaf_says_bye_and_the_page_asks_at_once(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.send(world.frame("bye", why="layer", retry_after=30))
    world.cut()
    notice(page, "blocked")
    world.change("tally")
    is_right(page, world)
    assert world.joined == 1


def test_a_page_that_may_not_listen_any_more_stops_and_says_so(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.mood = "ended"
    for line in world.lines:
        line.close(4403)
    notice(page, "ended")
    expect(page.locator("#status")).to_contain_text("This page follows the room no longer.")
    page.wait_for_timeout(300)
    assert (world.joined, world.asked) == (1, 0)


def test_regions_that_are_refused_stop_the_page_too(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.change("tally")
    world.mood = "ended"
    world.send(world.frame("beat"))
    notice(page, "ended")


def test_waking_looks_at_once(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.change("stage")
    page.evaluate("window.room.line.fresh = 0; document.dispatchEvent(new Event('visibilitychange'))")
    is_right(page, world)
    wait_until(page, lambda: world.joined == 2)


def test_paused_updates_wait_and_come_all_at_once(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    page.get_by_role("button", name="Pause updates").click()
    world.send(world.change("tally"), world.change("stage"), world.frame("beat"))
    page.wait_for_timeout(300)
    shows(page, "tally", 0)
    expect(page.locator("#status")).to_contain_text("Updates are paused.")
    page.get_by_role("button", name="Go on with updates").click()
    is_right(page, world)
    expect(page.get_by_role("button", name="Pause updates")).to_be_focused()


def test_the_button_that_pauses_says_on_a_phone_too_what_it_does_next(
    world: World, open_page: OpenPage
) -> None:
    page = enter(world, open_page)
    for width, words in ((1280, ("Pause updates", "Go on with updates")), (390, ("Pause", "Go on"))):
        page.set_viewport_size({"width": width, "height": 700})
        for each in words:
            expect(page.get_by_text(each, exact=True)).to_be_visible()
            page.locator(".masthead__pause").click()


def test_an_old_page_loads_itself_again_once_nothing_is_unsent(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    page.fill("#note", "half a thought")
    world.build = "two"
    world.cut()
    wait_until(page, lambda: world.joined == 2)
    page.wait_for_timeout(300)
    assert (world.pages, page.input_value("#note")) == (1, "half a thought")
    page.fill("#note", "")
    wait_until(page, lambda: world.pages == 2)
    wait_until(page, lambda: world.joined == 3)
    page.wait_for_timeout(300)
    assert world.pages == 2  # once for each build, however often it is told
