"""Two tabs with the same pack: one takes up what the other saved, and loses nothing of its own."""

from typing import Any

from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .test_pack import comment, enter, state_of


def test_who_comes_back_to_a_tab_finds_what_another_saved_and_keeps_what_they_type(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    other = page.context.new_page()
    other.goto(page.url)
    other.route("**/remarks/**", lambda route: route.abort())
    comment(other, 4).fill("Not sent yet")
    for n in (3, 4):
        comment(page, n).fill("From here")
    comment(page, 5).focus()
    for n in (3, 4):
        expect(state_of(page, n)).to_contain_text("Saved at")
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(comment(other, 3)).to_have_value("From here")
    expect(state_of(other, 3)).to_contain_text("Changed in another window")
    expect(comment(other, 4)).to_have_value("Not sent yet")
    other.unroute("**/remarks/**")
    comment(other, 3).fill("From here, and on")
    comment(other, 5).focus()
    expect(state_of(other, 3)).to_contain_text("Saved at")
