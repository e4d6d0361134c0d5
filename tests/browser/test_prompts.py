"""A leader answers an open prompt at length in a real browser."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

ASK = (
    "from workshop.models import Prompt, Workshop; Prompt.objects.create("
    "workshop=Workshop.objects.get(slug='{slug}'), kind='account', position=100, "
    "heading='How it began', text='What did you hope for?', hints='Who asked you\\nWhat for')"
)
OLDER = (  # a browser whose style sheets cannot make a box grow
    "CSS.supports = () => false; const sheet = new CSSStyleSheet();"
    "sheet.replaceSync('textarea { field-sizing: fixed }'); document.adoptedStyleSheets = [sheet]"
)
LINES = "\n".join(f"Line {n} of a long story." for n in range(30))


def enter(open_page: OpenPage, links: dict[str, Any], live: Live) -> Page:
    """Open the pack of the first leader."""
    return open_page(f"{live.url}/w/{links['code']}/pack/", live.take(links["participants"][0]))


def grown(page: Page) -> bool:
    """Whether the box shows all its words at once."""
    box = page.get_by_label("What did you hope for?")
    return bool(box.evaluate("box => box.scrollHeight <= box.clientHeight + 1"))


def test_a_long_answer_grows_its_box_is_saved_and_still_there_after_a_reload(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    live.manage("shell", "-v", "0", "-c", ASK.format(slug=links["code"]))
    page = enter(open_page, links, live)
    box = page.get_by_label("What did you hope for?")
    expect(box).to_have_accessible_description("Who asked you What for You can leave this empty")
    box.fill(LINES)
    assert grown(page)
    field = page.locator(".field[data-autosave]", has=box)
    expect(field.locator("[data-save]")).to_contain_text("Saved at")
    expect(page.locator(".progress")).to_contain_text("1 of 1 answered, as you like")
    assert_no_axe_violations(page)
    page.add_init_script(OLDER)
    page.reload()
    expect(box).to_have_value(LINES)
    box.press("Control+End")
    box.press_sequentially("\n\n\n\nAnd so on")
    assert grown(page)
    expect(field.locator("[data-save]")).to_contain_text("Saved at")
