"""The shipped module in Chromium, on a line that loses, doubles and swaps frames: all pages end right."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .liveworld import FRAGMENTS, World, serving_world
from .seeds import seeds

GAP = "if (since > this.held || this.paused) return this.#behind();"
BEAT = 'if (frame.type === "hello" || frame.type === "beat") this.#compare(frame);'
SEEN = "if (seq <= this.held) return;"
OVERTAKEN = "const overtaken = this.held !== held && answer.seq < this.held;"


@pytest.fixture
def world() -> Iterator[World]:
    """A room on a port of its own."""
    with serving_world() as world:
        yield world


def enter(world: World, open_page: OpenPage) -> Page:
    """Open the room and wait until its socket listens."""
    before = len(world.lines)
    page = open_page(world.url)
    wait_until(page, lambda: len(world.lines) > before)
    assert world.taken == set(world.twins), "a guard to take out is not there"
    return page


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Let the page run until something is so."""
    for _ in range(400):
        if is_so():
            return
        page.wait_for_timeout(25)
    raise AssertionError("it did not come to pass in ten seconds")


def shows(page: Page, name: str, value: int) -> None:
    """Expect a fragment to show a value."""
    expect(page.locator(f"#live-{name} p")).to_have_text(str(value))


def is_right(page: Page, world: World) -> None:
    """Expect every fragment to show what is true."""
    for name in FRAGMENTS:
        shows(page, name, world.values[name])


def held(page: Page) -> int:
    """Return the number that the page holds."""
    number: int = page.evaluate("window.room.keeper.held")
    return number


def test_a_push_changes_its_fragment_alone_and_tells_the_page(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    page.focus("#tally-button")
    kept = page.evaluate_handle("document.getElementById('tally-button')")
    world.send(world.change("tally"))
    shows(page, "tally", 1)
    shows(page, "stage", 0)
    assert page.evaluate("window.told") == ["live-tally"]
    assert page.evaluate("button => document.activeElement === button", kept)
    assert (held(page), world.asked) == (1, 0)


def test_the_page_says_what_changed_in_one_sentence(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.send(world.change("stage"))
    expect(page.locator("#status")).to_have_text("stage 1.")


def lose_a_push(world: World, page: Page) -> None:
    """Lose the push of one fragment, and bring the next one's."""
    world.change("stage")
    world.send(world.change("tally"))
    page.wait_for_timeout(300)


def test_a_push_after_a_lost_one_makes_the_page_fetch_what_it_missed(
    world: World, open_page: OpenPage
) -> None:
    page = enter(world, open_page)
    lose_a_push(world, page)
    is_right(page, world)
    assert world.asked == 1


def test_without_the_check_of_since_the_lost_one_would_stay_lost(world: World, open_page: OpenPage) -> None:
    world.twins = {GAP: "if (this.paused) return;"}
    page = enter(world, open_page)
    lose_a_push(world, page)
    world.send(world.frame("beat"))
    page.wait_for_timeout(300)
    shows(page, "tally", 2)
    shows(page, "stage", 0)


def lose_the_last(world: World, page: Page) -> None:
    """Lose a push that no other follows, and beat."""
    world.change("comments")
    world.send(world.frame("beat"))
    page.wait_for_timeout(300)


def test_a_beat_with_another_number_makes_the_page_fetch(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    lose_the_last(world, page)
    is_right(page, world)


def test_without_the_beat_a_lost_last_push_would_stay_lost(world: World, open_page: OpenPage) -> None:
    world.twins = {BEAT: ""}
    page = enter(world, open_page)
    lose_the_last(world, page)
    shows(page, "comments", 0)


def bring_an_old_one(world: World, page: Page) -> None:
    """Bring a push for the second time, after a newer one."""
    old = world.change("tally")
    world.send(old, world.change("tally"), old)
    page.wait_for_timeout(300)


def test_a_push_that_was_seen_already_changes_nothing(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    bring_an_old_one(world, page)
    shows(page, "tally", 2)
    assert held(page) == 2


def test_without_that_check_an_old_one_would_be_shown_again(world: World, open_page: OpenPage) -> None:
    world.twins = {SEEN: ""}
    page = enter(world, open_page)
    bring_an_old_one(world, page)
    shows(page, "tally", 1)


def overtake_a_fetch(world: World, page: Page) -> None:
    """Let a push overtake the answer of a fetch that was asked before it."""
    world.change("stage")
    world.gate.clear()
    page.evaluate("void window.room.keeper.refetch()")
    wait_until(page, lambda: world.asked == 1)
    world.change("tally")
    world.send(world.frame("push", since=0, html=world.html("stage", "tally")))
    shows(page, "tally", 2)
    world.gate.set()
    page.wait_for_timeout(300)


def test_an_answer_that_a_push_has_overtaken_is_put_away(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    overtake_a_fetch(world, page)
    assert page.evaluate("window.told") == ["live-stage", "live-tally"]
    assert (held(page), world.asked) == (2, 1)


def test_without_that_check_the_old_answer_would_be_shown(world: World, open_page: OpenPage) -> None:
    world.twins = {OVERTAKEN: "const overtaken = false;"}
    page = enter(world, open_page)
    overtake_a_fetch(world, page)
    assert len(page.evaluate("window.told")) > 2


def test_beats_that_agree_cost_nothing(world: World, open_page: OpenPage) -> None:
    page = enter(world, open_page)
    world.send(world.change("tally"), *[world.frame("beat")] * 5)
    shows(page, "tally", 1)
    page.wait_for_timeout(200)
    assert world.asked == 0


@pytest.mark.parametrize("seed", seeds(6))
def test_all_pages_end_equal_whatever_the_line_does(world: World, open_page: OpenPage, seed: int) -> None:
    world.random.seed(seed)
    pages = [enter(world, open_page) for _ in range(3)]
    for _ in range(4):
        world.storm(15)
        pages[0].wait_for_timeout(30)
        if world.random.random() < 0.4:
            world.cut()
    wait_until(pages[0], lambda: len(world.lines) == 3)
    world.send(world.frame("beat"))
    for page in pages:
        is_right(page, world)
    wait_until(pages[0], lambda: [held(page) for page in pages] == [world.seq] * 3)
