"""Where a system forces its colours, what is chosen and what is drawn take them, and the focus shows."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .meeting import POWER, gather, lead, nominate
from .server import Live
from .test_sort import choice, sort

FORCED = {"forced_colors": "active"}
NAMED = """(name) => {
  const e = document.body.appendChild(document.createElement("span"));
  e.style.color = name;
  const found = getComputedStyle(e).color;
  e.remove();
  return found;
}"""


def system(page: Page, name: str) -> str:
    """Return a colour of the system as a page draws it."""
    return str(page.evaluate(NAMED, name))


def drawn(place: Locator, name: str) -> str:
    """Return how something is drawn at last."""
    return str(place.evaluate("(e, name) => getComputedStyle(e)[name]", name))


def test_a_choice_the_table_and_the_focus_show(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = sort(open_page, links, live, **FORCED)
    inner = choice(page, "1", "Inner")
    inner.focus()
    page.keyboard.press("Space")
    label = inner.locator("xpath=ancestor::label")
    expect(inner).to_be_checked()
    assert (drawn(label, "forcedColorAdjust"), drawn(label, "backgroundColor")) == (
        "none",  # else its ground is like that of any other
        system(page, "Highlight"),
    )
    assert drawn(label.locator("xpath=.."), "outlineStyle") == "solid"
    page.keyboard.press("Tab")
    expect(page.locator("#sorting")).to_have_attribute("data-left", "5")
    for part, colour in ((".circle__inner", "Canvas"), ("[data-slip] rect", "Canvas")):
        assert drawn(page.locator(f"#sorting {part}").first, "fill") == system(page, colour), part
        assert drawn(page.locator(f"#sorting {part}").first, "stroke") == system(page, "CanvasText"), part


def test_what_is_pressed_first_and_a_bar_show(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    meeting = gather(open_page, links, live, "desk ada", "poll", **FORCED)
    room = meeting.ada
    button = room.get_by_role("button", name="Send my")
    expect(button).to_be_visible()
    assert (drawn(button, "forcedColorAdjust"), drawn(button, "backgroundColor")) == (
        "none",
        system(room, "Highlight"),
    )
    nominate(room, POWER)
    lead(meeting.desk, "Reveal the result")
    for part, colour in (("is", "Highlight"), ("rest", "Canvas")):
        assert drawn(room.locator(f".bar__{part}").first, "fill") == system(room, colour), part
