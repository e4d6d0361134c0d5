"""The page of results printed by a real browser: nothing cut off, parted, laid over else or left empty."""

import io
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, PdfMargins
from pypdf import PdfReader

from .conftest import OpenPage
from .server import Live
from .table import begun_demo, come

STORY = """
from tests.synthesis import paper_synthesis
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.sort import place_card
from workshop.models import Remark, Seat, Workshop
import uuid
workshop = Workshop.objects.get(slug="{slug}")
fay = workshop.chair
again = open_round(fay, add_round(fay, kind="sort", when="live", uid=uuid.uuid4()))
for n, seat in enumerate(Seat.objects.answering().filter(workshop=workshop)):
    for card in workshop.cards.filter(status="live").order_by("number"):
        place_card(seat, again, card, "inner" if (n + card.number) % 2 else "outer")
reveal_round(fay, again)
paper_synthesis(fay, workshop.cards.get(status="proposed"))
about = workshop.prompts.filter(card__number=1).first()
Remark.objects.create(workshop=workshop, prompt=about, seat=seat, body="True for us.", rev=1)
"""
MARGINS: PdfMargins = {"top": "12mm", "right": "12mm", "bottom": "12mm", "left": "12mm"}
ROW = "(one) => { const box = one.getBoundingClientRect(); return [box.left, box.right, innerWidth]; }"


@pytest.fixture
def page(live: Live, open_page: OpenPage) -> Page:
    """The results of a sort whose cards were merged, as the facilitator has them."""
    links: dict[str, Any] = begun_demo(live)
    live.manage("shell", "-v", "0", "-c", STORY.format(slug=links["code"]))
    page = come(open_page, live, links, "facilitator")
    page.goto(live.url + reverse("results", kwargs={"slug": links["code"]}))
    return page


def printed(page: Page) -> list[str]:
    """Return the words of each page that comes out of a printer."""
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", margin=MARGINS)))
    return [sheet.extract_text() for sheet in paper.pages]


def together(sheets: list[str], *words: str) -> bool:
    """Say whether some page has all of these words."""
    return any(all(each in sheet for each in words) for sheet in sheets)


def test_what_is_read_together_is_printed_on_one_page(page: Page) -> None:
    sheets = printed(page)
    assert together(sheets, "Which cards divide the group", "To the left of the middle")
    assert together(sheets, "Agreement card by card", "Split: 0 where all who placed")
    assert together(sheets, "Where the cards came from", "The same in words")
    assert together(sheets, "Agreement across all cards", "Of each, 1 is full agreement")


def test_nothing_is_printed_that_only_a_screen_can_do(page: Page) -> None:
    words = " ".join(printed(page))
    assert "What we do not calculate" in words
    for title in ("Search what was said", "Take the results away", "Run it again", "Choose which rounds"):
        assert title not in words


def test_a_search_that_found_something_is_printed(page: Page) -> None:
    page.goto(f"{page.url}?kind=pack")
    assert "Search what was said" in " ".join(printed(page))


def test_the_lineage_fits_the_paper_from_its_first_card_to_its_last(page: Page) -> None:
    page.set_viewport_size({"width": 690, "height": 900})
    page.emulate_media(media="print")
    slips = page.locator(".lineage__slip")
    boxes = [slip.evaluate(ROW) for slip in slips.all()]
    assert boxes
    assert all(left >= 0 and right <= width for left, right, width in boxes)


def test_no_grid_is_left_to_be_broken_over_pages(page: Page) -> None:
    page.emulate_media(media="print")
    for part in (".results", ".figures", ".figures__numbers", ".results__refused", ".results__card"):
        shown = page.locator(part).first.evaluate("one => getComputedStyle(one).display")
        assert shown == "block", part
