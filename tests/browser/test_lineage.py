"""The lineage in a real browser: step by step with the keys, and the picture where its cards end."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live
from .table import begun_demo, come
from .watch import assert_no_axe_violations

STORY = """
from tests.synthesis import change, numbered, paper_synthesis
from workshop.models import Workshop
workshop = Workshop.objects.get(slug="{slug}")
fay = workshop.chair
paper_synthesis(fay, workshop.cards.get(status="proposed"))
for n in range(4):
    change(fay, "retire", numbered(workshop, 1))
    change(fay, "restore", numbered(workshop, 1))
"""


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration with eleven steps."""
    made = begun_demo(live)
    live.manage("shell", "-v", "0", "-c", STORY.format(slug=made["code"]))
    return made


def at(live: Live, links: dict[str, Any], page: Page, address: str = "") -> None:
    """Go to the lineage, or to a place below it."""
    page.goto(f"{live.url}/w/{links['code']}/lineage/{address}")


def test_the_arrow_keys_go_through_the_steps_but_not_out_of_a_note(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, "facilitator")
    at(live, links, page, "moments/1/")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Step 2 of 11")).to_be_visible()
    expect(page.locator(".then__mark")).to_have_text(["New here"])
    assert_no_axe_violations(page)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Step 1 of 11")).to_be_visible()

    page.get_by_label("Note", exact=True).press("ArrowRight")

    expect(page.get_by_text("Step 1 of 11")).to_be_visible()


def ends(page: Page) -> tuple[bool, bool]:
    """Return whether the first and the last slip can be seen whole in the region of the picture."""
    seen: list[bool] = page.evaluate("""() => {
        const box = (element) => element.getBoundingClientRect();
        const frame = box(document.querySelector(".lineage"));
        const slips = [...document.querySelectorAll(".lineage__slip")].map(box);
        const left = Math.min(...slips.map((slip) => slip.left));
        const right = Math.max(...slips.map((slip) => slip.right));
        return [left >= frame.left, right <= frame.right + 1];
    }""")
    return seen[0], seen[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_wide_picture_opens_at_the_cards_on_the_table_and_scrolls_back_by_keys(
    live: Live, open_page: OpenPage, links: dict[str, Any], scripts: bool
) -> None:
    page = come(open_page, live, links, "facilitator", java_script_enabled=scripts)
    at(live, links, page)
    assert ends(page) == (False, True)

    page.get_by_role("region", name="Picture of the lineage").focus()
    for _step in range(30):
        page.keyboard.press("ArrowLeft")
    expect(page.locator(".lineage__slip").first).to_be_in_viewport(ratio=0.9)
