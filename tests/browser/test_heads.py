"""The head of a page on a phone: no name is cut, no link stands in two lines, the rooms stand in columns."""

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage
from .server import Live
from .test_people import seated, signed_in

BROKEN = """all => all.filter(one => {
  const lines = document.createRange(); lines.selectNodeContents(one);
  const boxes = [...lines.getClientRects()].filter(box => box.width > 2);
  const tops = new Set(boxes.map(box => Math.round(box.bottom / 8)));
  return one.scrollWidth > one.clientWidth + 1 || tops.size > 1;
}).map(one => one.textContent.trim())"""


def head(page: Page) -> list[str]:
    """Return what of the head is cut or broken."""
    found: list[str] = page.locator(
        ".masthead :is(a:not(.here *), .masthead__who, .save, .here summary)"
    ).evaluate_all(BROKEN)
    return found


@pytest.mark.parametrize("place", ["pack/information/", "my-data/", "my-data/withdrawal/"])
def test_the_head_of_a_page_on_a_phone_is_neither_cut_nor_broken(
    live: Live, open_page: OpenPage, place: str
) -> None:
    page = seated(open_page, live.demo()["participants"][0])
    page.goto(f"{page.url.partition('/w/')[0]}/w/{page.url.partition('/w/')[2].partition('/')[0]}/{place}")
    assert head(page) == []
    assert "Amina Clarke" in page.locator(".masthead__who").inner_text()


def test_the_rooms_of_a_facilitator_stand_in_columns_on_a_phone(live: Live, open_page: OpenPage) -> None:
    page = signed_in(live, open_page)
    page.set_viewport_size({"width": 390, "height": 844})
    lefts = page.locator(".rooms li").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    )
    assert lefts[:4] == lefts[4:]
    assert head(page) == []
