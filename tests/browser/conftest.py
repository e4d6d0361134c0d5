"""What every browser test shares.

Use `open_page` to get a page in a browser of its own (each call is another person), and `live` for a
running Roundel with a demo workshop. Never touch Django's models here: Playwright keeps an event loop
running, so rows are made by `live.manage` and `live.demo`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from ..conftest import chromium_path
from .server import Live, serving
from .watch import Watch

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
    "--disable-smooth-scrolling",  # its animation after a Home key drags back what the next focus scrolled to
]
OpenPage = Callable[..., Page]
Cookies = Sequence[Any]  # as Playwright takes them
expect.set_options(timeout=15_000)  # how long a busy machine may take; a promise of speed is no test's


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One Chromium for all browser tests; it ends with this folder, so that its event loop does too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Roundel on a free port, with a demo workshop in a scratch database."""
    with serving(tmp_path_factory.mktemp("live")) as server:
        yield server


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own."""
    return live.demo()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open an address as somebody new: `open_page(url, **options of new_context)`.

    `cookies` make it somebody who has come in already: those that `live.take` gives.
    The test fails if a page logs an error, breaks the security policy or asks another origin for anything.
    """
    with opening(chromium) as open_one:
        yield open_one


@contextmanager
def opening(chromium: Browser) -> Iterator[OpenPage]:
    """The same for as long as the block lasts."""
    watches, contexts = list[Watch](), list[BrowserContext]()

    def open_one(url: str, cookies: Cookies = (), **options: Any) -> Page:
        here = {"locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
        context = chromium.new_context(**(here | options))
        contexts.append(context)
        context.add_cookies(cookies)
        context.set_default_timeout(10_000)
        watches.append(Watch(url))
        context.on("page", watches[-1].follow)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [trouble for watch in watches for trouble in watch.troubles] == []
