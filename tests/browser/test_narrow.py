"""Every page of a workshop at 320 pixels, whatever long words stand on it: it scrolls one way alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.views.permission_rows import PLAIN

from .conftest import OpenPage
from .server import Live, serving

# Everything was said, chosen and shown that can be, and each text holds words that no line has room for.
SEED = """
import json
from tests.leaks.poison import poison
from tests.leaks.worlds import live_until
from tests.support import PASSWORD
from workshop.actions.links import mint_link
cast = live_until("named", "shown")
link = mint_link(cast.fay, cast.seat("ada"))
facts = {"slug": cast.house.workshop.slug, "fay": cast.fay.person.user.email, "password": PASSWORD}
poison(("https://example.org/" + "x" * 100, "Arzneimittelversorgungsstärkungsgesetz", "short"), fit=True)
print(json.dumps({**facts, "ada": link}))
"""
NARROW = {"width": 320, "height": 640}
PARTS = ("regions", "room-", "file")  # of pages, and what is no page


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, dict[str, Any]]]:
    """A server of this test's own with such a workshop."""
    with serving(tmp_path_factory.mktemp("narrow")) as server:
        yield server, server.told(SEED)


def widths(page: Page, server: Live, slug: str) -> dict[str, int]:
    """Return how wide each page is that its reader may open."""
    found = {}
    for name in (name for name in PLAIN if not any(part in name for part in PARTS)):
        answer = page.goto(server.url + reverse(name, kwargs={"slug": slug}))
        if answer and answer.ok and not answer.request.redirected_from:
            found[name] = page.evaluate("document.documentElement.scrollWidth")
    return found


def assert_narrow(found: dict[str, int], least: int) -> None:
    """Fail with the pages that are wider than the window, or if there are fewer than there should be."""
    assert {name: width for name, width in found.items() if width > NARROW["width"]} == {}
    assert len(found) >= least


def test_no_page_of_a_facilitator_scrolls_both_ways(
    open_page: OpenPage, full: tuple[Live, dict[str, Any]]
) -> None:
    server, facts = full
    fay = open_page(server.url + reverse("sign-in"), viewport=NARROW)
    fay.get_by_label("E-mail").fill(facts["fay"])
    fay.locator("input[type=password]").fill(facts["password"])
    fay.locator("main form button").first.click()
    fay.wait_for_url(f"{server.url}/")
    assert_narrow(widths(fay, server, facts["slug"]), 30)


def test_no_page_of_a_leader_scrolls_both_ways(
    open_page: OpenPage, full: tuple[Live, dict[str, Any]]
) -> None:
    server, facts = full
    ada = open_page(f"{server.url}/link/{facts['ada']}/", viewport=NARROW)
    ada.locator("main form button").first.click()
    ada.wait_for_url(f"**/w/{facts['slug']}/**")
    assert_narrow(widths(ada, server, facts["slug"]), 12)
