"""A leader whose browser runs no scripts: the desk sees that they are here, and that no push reaches them."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .meeting import enter_room, gather
from .server import Live


def test_who_runs_no_scripts_is_here_and_not_connected_live(live: Live, open_page: OpenPage) -> None:
    links = live.demo()
    desk = gather(open_page, links, live, "desk ada").desk
    seats = desk.locator("#live-people .seat")
    expect(seats.filter(has_text="not connected live")).to_have_count(0)
    room = enter_room(open_page, links, live, 2, java_script_enabled=False)
    name = (room.locator(".masthead__who").text_content() or "").removeprefix("You are ").strip()
    expect(seats.filter(has_text="not connected live")).to_contain_text(name)
    expect(room.locator("#live-here")).to_contain_text(name)
