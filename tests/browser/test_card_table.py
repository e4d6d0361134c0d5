"""Cards from a table in a real browser: typed, looked at, corrected, brought in; also without scripts."""

import pytest
from playwright.sync_api import expect

from .conftest import OpenPage
from .preparing import prepare
from .server import Live
from .watch import assert_no_axe_violations

ROWS = "title\tsummary\tpole a\nTrust and time\tWho waits for whom.\tnone"
RIGHT = "title\tsummary\tpole a\tpole b\nTrust and time\tWho waits for whom.\tnone\tfull\nMoney\t\t\t"


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 800}}])
def test_a_table_is_refused_corrected_kept_and_brought_in(
    live: Live, open_page: OpenPage, options: dict[str, object]
) -> None:
    page = prepare(live, open_page, "cards/table/", **options)
    address, box = page.url, page.get_by_label("Paste rows here")
    box.fill(ROWS)
    page.get_by_role("button", name="Look at the cards").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".errors")).to_contain_text("Row 2, column “pole a”")
    assert_no_axe_violations(page)
    box.fill(RIGHT)
    page.get_by_role("button", name="Look at the cards again").click()
    expect(page.get_by_role("heading", name="2 cards, as they will be")).to_be_focused()
    assert_no_axe_violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address)  # away and back: nothing is brought in yet, so the device has the rows
    expect(box).to_have_value(RIGHT)
    page.get_by_role("button", name="Look at the cards").click()
    page.get_by_role("button", name="Bring in 2 cards").press("Enter")
    expect(page.get_by_text("2 cards are brought in.")).to_be_visible()
    expect(page.get_by_role("heading", name="Trust and time")).to_be_visible()
    page.goto(address)
    expect(box).to_have_value("")


def test_a_file_is_brought_in_without_scripts(live: Live, open_page: OpenPage) -> None:
    page = prepare(live, open_page, "cards/table/", java_script_enabled=False)
    box = page.get_by_label("Or choose a file")
    box.set_input_files({"name": "cards.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()})
    page.get_by_role("button", name="Look at the cards").click()
    expect(page.get_by_label("Paste rows here")).to_have_value(RIGHT)
    page.get_by_role("button", name="Bring in 2 cards").click()
    expect(page.get_by_text("2 cards are brought in.")).to_be_visible()
