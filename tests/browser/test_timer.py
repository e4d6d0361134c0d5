"""The timer in a page: by the server's clock, quiet, said at one minute and at the end and never again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .desk import desk_in_hand

BEHIND = 3 * 60_000  # this device's clock is three minutes slow
MINUTE = 60_000
PLACE = """async ([behind, minutes, precise]) => {
  const came = performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
  const line = Object.assign(document.createElement("div"), { id: "line" });
  line.dataset.live = "";
  line.dataset.now = new Date(came + behind).toISOString();
  const timer = Object.assign(document.createElement("p"), { id: "live-timer" });
  timer.dataset.ends = new Date(Date.now() + behind + minutes * 60000).toISOString();
  if (precise) timer.dataset.precise = "";
  timer.append(Object.assign(document.createElement("span"), { textContent: "until 14:35 (London time)" }));
  timer.firstChild.dataset.left = "";
  document.querySelector("main").append(line, timer);
  await import("/static/js/elements/timer.js");
}"""
TAKE = """() => {
  const status = document.getElementById("status"), words = status.textContent;
  status.replaceChildren();
  return words;
}"""
LATER = """minutes => {
  const { dataset } = document.getElementById("live-timer");
  dataset.ends = new Date(Date.parse(dataset.ends) + minutes * 60000).toISOString();
  document.dispatchEvent(new CustomEvent("roundel:live", { detail: { ids: ["live-timer"] } }));
}"""


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    """Any page of Roundel's, with its clock in the test's hands."""
    with desk_in_hand(open_page) as page:
        yield page


def shows(page: Page, words: str) -> None:
    """Expect the timer to show some words."""
    expect(page.locator("#live-timer")).to_have_text(words)


def said(page: Page) -> str:
    """Take what was said politely, so that it counts once."""
    words: str = page.evaluate(TAKE)
    return words


def test_a_slow_clock_counts_by_the_servers_and_is_told_twice_in_all(page: Page) -> None:
    page.evaluate(PLACE, [BEHIND, 5, False])
    shows(page, "5 min left")
    page.clock.run_for(3 * MINUTE + MINUTE // 2)
    shows(page, "2 min left")
    assert said(page) == ""
    page.clock.run_for(MINUTE)
    shows(page, "less than a minute left")
    assert said(page) == "One minute left."
    page.clock.run_for(MINUTE)
    shows(page, "time is up")
    assert said(page) == "Time is up. Nothing is locked: finish what you are at."
    page.clock.run_for(5 * MINUTE)
    assert said(page) == ""


def test_more_time_is_counted_and_its_last_minute_told_anew(page: Page) -> None:
    page.evaluate(PLACE, [BEHIND, 1.5, False])
    page.clock.run_for(MINUTE)
    assert said(page) == "One minute left."
    page.evaluate(LATER, 5)
    shows(page, "6 min left")
    page.clock.run_for(5 * MINUTE)
    assert said(page) == "One minute left."


def test_who_comes_after_the_end_is_told_nothing(page: Page) -> None:
    page.evaluate(PLACE, [BEHIND, -1, False])
    shows(page, "time is up")
    page.clock.run_for(MINUTE)
    assert said(page) == ""


def test_seconds_show_on_the_wall_unless_somebody_wants_less_motion(page: Page) -> None:
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate(PLACE, [0, 5, True])
    shows(page, "5:00 left")
    page.clock.run_for(1500)
    shows(page, "4:59 left")
    page.emulate_media(reduced_motion="reduce")
    page.clock.run_for(1000)
    shows(page, "5 min left")
