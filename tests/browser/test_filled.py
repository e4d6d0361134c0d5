"""A leader takes their pack as a Word file, fills it in, sends it in, and finds it in their pack."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.filling import filled_in

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

SAID = {"C1": "Filled in with Word", "P1": "Inner circle", "P2": "somewhere else", "B1": "Patience"}


def taken(page: Page) -> bytes:
    """Take one's own pack as a Word file."""
    page.get_by_role("link", name="Rather on paper, or in Word?").click()
    page.get_by_label("Word, to fill in on a computer").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the file").click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 800}, "java_script_enabled": False}],
)
def test_a_pack_is_filled_in_with_word_and_sent_in(
    live: Live, open_page: OpenPage, links: dict[str, Any], options: dict[str, Any]
) -> None:
    page = open_page(f"{live.url}/w/{links['code']}/pack/", live.take(links["participants"][0]), **options)
    content = filled_in(taken(page), SAID)
    page.get_by_role("link", name="send in the Word file").click()
    page.get_by_label("The Word file").set_input_files(
        {"name": "p.docx", "mimeType": "x/y", "buffer": content}
    )
    page.get_by_role("button", name="Read the file").press("Enter")
    expect(page.get_by_role("heading", name="This is what we understood")).to_be_visible()
    expect(page.get_by_text("somewhere else")).to_be_visible()
    if options.get("java_script_enabled", True):
        assert_no_axe_violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_label("Comment on card 2").fill("Added on the page")
    page.get_by_role("button", name="Save this in my pack").press("Enter")
    expect(page.get_by_text("What was in your file is saved in your pack.")).to_be_visible()
    expect(page.get_by_label("Your comment on card 1")).to_have_value("Filled in with Word")
    expect(page.get_by_label("Your comment on card 2")).to_have_value("Added on the page")
