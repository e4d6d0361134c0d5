"""The page with one field that saves itself: what is in its box, what it says, what the device keeps."""

from typing import Any

from playwright.sync_api import Locator, Page


def box(page: Page) -> Locator:
    return page.get_by_label("Your comment")


def state(page: Page) -> Locator:
    return page.locator("[data-save]")


def keep(page: Page, text: str) -> None:
    """Type words and leave the field, which sends them at once."""
    box(page).fill(text)
    box(page).blur()


def keys(page: Page) -> list[Any]:
    """Return the keys of the drafts on this device."""
    found: list[Any] = page.evaluate("() => Object.keys(localStorage)")
    return found
