"""A facilitator of one's own, signed in by the link that the command line prints."""

from itertools import count
from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live

PASSWORD = "a quiet round table"
numbers = count(1)


def sign_in(live: Live, open_page: OpenPage, **options: Any) -> Page:
    """Return the home page of a new facilitator, who chose a password and is signed in by that."""
    email = f"helper{next(numbers)}@example.org"
    page = open_page(live.manage("facilitator", email, "--link").splitlines()[-1], **options)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password confirmation").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your workshops")
    return page


def prepare(live: Live, open_page: OpenPage, part: str = "setup/", **options: Any) -> Page:
    """Return a page of a new workshop, opened by its facilitator; those of the way there stay closed."""
    address, cookies = live.prepare(f"helper{next(numbers)}@example.org")
    return open_page(address + part, cookies, **options)


def make_workshop(page: Page, template: str = "Six tensions", title: str = "Ours") -> str:
    """Make a workshop from its template and return its address; the page shows its set-up."""
    page.get_by_role("link", name=template).click()
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Make the workshop").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Set-up")
    return page.url.removesuffix("setup/")


def go(page: Page, address: str, heading: str) -> None:
    """Open a page and wait until it says what it is."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
