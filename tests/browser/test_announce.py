"""What screen readers are told: one's own doing at once, what others do in its time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .desk import desk_in_hand

SPOKEN = "([verb, ...rest]) => import('/static/js/announce.js').then((voice) => voice[verb](...rest))"


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    """Any page of Roundel's, with its clock in the test's hands."""
    with desk_in_hand(open_page) as page:
        yield page


def speak(page: Page, verb: str, *words: str) -> None:
    """Call `say` or `tell` as a module does."""
    page.evaluate(SPOKEN, [verb, *words])


def heard(page: Page, sentence: str) -> None:
    """Expect the polite region to hold a sentence, and nothing else."""
    expect(page.locator("#status")).to_have_text(sentence)


def test_ones_own_doing_is_said_at_once_however_often(page: Page) -> None:
    for place in ("2 of 6", "3 of 6", "4 of 6"):
        speak(page, "say", f"Card 3 is in the inner circle, {place}.")
        heard(page, f"Card 3 is in the inner circle, {place}.")


def test_what_others_do_is_told_together_once_in_five_seconds(page: Page) -> None:
    speak(page, "tell", "1 comment from today.", "live-comments")
    page.clock.run_for(1)
    heard(page, "1 comment from today.")
    speak(page, "tell", "2 comments from today.", "live-comments")
    speak(page, "tell", "The result is revealed.", "live-stage")
    speak(page, "tell", "3 comments from today.", "live-comments")
    page.clock.run_for(4900)
    heard(page, "1 comment from today.")
    page.clock.run_for(200)
    heard(page, "The result is revealed. 3 comments from today.")


def test_what_others_do_neither_delays_nor_replaces_ones_own_doing(page: Page) -> None:
    speak(page, "tell", "The result is revealed.", "live-stage")
    speak(page, "say", "Your comment is with the group.")
    page.clock.run_for(4900)
    heard(page, "Your comment is with the group.")
    page.clock.run_for(200)
    heard(page, "The result is revealed.")
    speak(page, "say", "Your comment is saved.")
    heard(page, "Your comment is saved.")
