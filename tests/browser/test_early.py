"""What somebody does before a page's scripts have come is saved like anything else."""

import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from .conftest import OpenPage
from .server import Live
from .test_pack import comment, enter, state_of
from .test_sort import choice, group, sort


def reload_without(page: Page, script: str) -> list[Route]:
    """Load the page again with one of its modules still on the way; return what lets it come."""
    held: list[Route] = []
    address = re.compile(rf"/{script}\.[^/]*js$")
    page.route(address, lambda route: held.append(route))
    with page.expect_request(address):
        page.reload(wait_until="commit")
    return held


def test_a_card_placed_before_the_scripts_came_is_saved(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live)
    held = reload_without(page, "sorter")
    choice(page, "5", "Outer").check()
    expect(group(page, "outer")).to_have_count(0)
    held[0].continue_()
    expect(group(page, "outer")).to_have_count(1)


def test_a_comment_typed_before_the_scripts_came_is_saved_and_counted(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = enter(open_page, links, live)
    held = reload_without(page, "pack-count")
    comment(page, 1).fill("Faster than the line")
    held[0].continue_()
    expect(page.locator(".progress")).to_contain_text("1 of 6 have a comment")
    expect(state_of(page, 1)).to_contain_text("Saved at")
