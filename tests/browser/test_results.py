"""The results in a real browser: revealed, read, taken away. And the help page."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Download, Page, expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

ANSWER = """
from workshop.actions.consents import answer_consents
from workshop.actions.rounds import close_round
from workshop.actions.sort import place_card
from workshop.models import Remark, Seat, Workshop
from workshop.models.consents import asked_of
workshop = Workshop.objects.get(slug="{slug}")
pack, cards = workshop.rounds.get(number=1), list(workshop.cards.order_by("number"))
for n, seat in enumerate(Seat.objects.answering().filter(workshop=workshop).order_by("pk")):
    answer_consents(seat, {{str(item.uid): True for item, _given in asked_of(seat)}})
    for card in cards:
        place_card(seat, pack, card, "inner" if (n + card.number) % 3 else "outer")
    prompt = workshop.prompts.get(card=cards[n])
    Remark.objects.create(workshop=workshop, prompt=prompt, seat=seat, body="True for us.", rev=1)
close_round(workshop.chair, pack)
"""
AGAIN = """
import uuid
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.series import add_round
from workshop.actions.sort import place_card
from workshop.models import Seat, Workshop
workshop = Workshop.objects.get(slug="{slug}")
for _n in range(2):
    fay = workshop.seats.get(pk=workshop.chair_id)
    again = open_round(fay, add_round(fay, kind="sort", when="live", uid=uuid.uuid4()))
    for seat in Seat.objects.answering().filter(workshop=workshop):
        for card in workshop.cards.order_by("number"):
            place_card(seat, again, card, "inner" if card.number % 2 else "outer")
    reveal_round(fay, again)
"""
PHONE = {"width": 320, "height": 700}


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own: everybody has sorted, the pack is closed."""
    made = live.demo()
    live.manage("shell", "-v", "0", "-c", ANSWER.format(slug=made["code"]))
    return made


def results(open_page: OpenPage, links: dict[str, Any], live: Live, who: str, **options: Any) -> Page:
    """Open the results as the facilitator or the first leader."""
    link = links["facilitator"] if who == "facilitator" else links["participants"][0]
    address = live.url + reverse("results", kwargs={"slug": links["code"]})
    return open_page(address, live.take(link), **options)


def reveal(page: Page) -> None:
    """Press the button, think, and press the other one."""
    page.get_by_role("button", name="Reveal the card sort").click()
    page.get_by_role("dialog").get_by_role("button", name="Reveal the card sort").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What five people made of six cards")


WATCH = """() => {
  const words = document.querySelector("[data-preparing]");
  window.said = [];
  new MutationObserver(() => window.said.push(words.textContent)).observe(words, { childList: true });
}"""


def take(page: Page, label: str) -> Download:
    """Take a file, pressed twice: its button says what is done until it is there, and counts once."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if "/exports/" in request.url else None)
    page.evaluate(WATCH)
    button = page.get_by_role("button", name=label)
    with page.expect_download() as taken:
        button.evaluate("button => { button.click(); button.click(); }")
    expect(button).to_have_text(re.compile("Download"))
    assert page.evaluate("() => window.said") == ["Preparing the file…", "Download"]
    assert sent == ["POST"]
    return taken.value


def test_a_facilitator_reveals_after_a_pause_and_takes_the_results_away(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = results(open_page, links, live, "facilitator")
    expect(page.get_by_role("heading", name="No result is revealed yet")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Reveal the card sort").click()
    page.get_by_role("dialog").get_by_role("button", name="Go back").click()
    expect(page.get_by_role("heading", name="No result is revealed yet")).to_be_visible()
    reveal(page)
    page.get_by_role("link", name="Download this picture (Which cards divide the group)").click()
    shown = page.locator(".picture-file")
    expect(shown).to_be_visible()
    assert shown.evaluate("async shown => { await shown.decode(); return shown.naturalWidth; }") > 0
    assert_no_axe_violations(page)
    page.get_by_role("link", name="Back to the results").click()
    page.get_by_role("link", name="Look through and download Everything (JSON)").click()
    expect(page.get_by_role("heading", name="Before you take it")).to_be_visible()
    assert_no_axe_violations(page)
    assert take(page, "Everything (JSON)").suggested_filename.endswith(".json")


def test_the_story_opens_as_a_file_reads_well_to_axe_and_fits_a_phone(
    live: Live, open_page: OpenPage, links: dict[str, Any], tmp_path: Path
) -> None:
    page = results(open_page, links, live, "facilitator", viewport=PHONE, color_scheme="dark")
    reveal(page)
    page.get_by_role("link", name="Look through and download Story of the results").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download Story of the results").click()
    taken.value.save_as(tmp_path / "story.html")
    page.goto((tmp_path / "story.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_contain_text("made of six cards")
    page.get_by_text("The same as a table").first.click()
    assert_no_axe_violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_revealed_results_read_well_to_axe(
    live: Live, open_page: OpenPage, links: dict[str, Any], scheme: str
) -> None:
    page = results(open_page, links, live, "facilitator", color_scheme=scheme)
    reveal(page)
    page.get_by_text("The same as a table").first.click()
    expect(page.get_by_role("table")).to_be_visible()
    page.get_by_text("The numbers behind this").click()
    expect(page.get_by_role("table", name="Agreement across all cards")).to_be_visible()
    page.get_by_text("Who sorted alike", exact=True).click()
    expect(page.get_by_role("table", name="Where each person placed each card")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("searchbox", name="Words").fill("true")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("Found in 5 places.", exact=True)).to_be_visible()
    live.manage("shell", "-v", "0", "-c", AGAIN.format(slug=links["code"]))
    page.reload()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="What moved between round 1 and round 4")).to_be_visible()
    page.get_by_text("Who moved how many cards").first.click()
    assert_no_axe_violations(page)
    page.get_by_text("Choose which rounds are shown").click()
    page.get_by_role("checkbox", name="Round 3").uncheck()
    page.get_by_role("button", name="Show these rounds").click()
    expect(page.get_by_text("Shown: 2 of the 3 revealed rounds.")).to_be_visible()
    assert_no_axe_violations(page)


def test_a_leader_reads_the_hidden_state_and_then_the_result_on_a_small_phone(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = results(open_page, links, live, "leader", viewport=PHONE)
    expect(page.get_by_text("Its result is hidden until it is revealed.")).to_be_visible()
    expect(page.get_by_role("button", name="Reveal the card sort")).to_have_count(0)
    assert_no_axe_violations(page)
    reveal(results(open_page, links, live, "facilitator"))
    page.reload()
    expect(page.get_by_role("heading", name="Card by card")).to_be_visible()
    expect(page.get_by_text("True for us.")).to_have_count(0)
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_help_page_reads_well_to_axe_and_each_anchor_leads_somewhere(
    live: Live, open_page: OpenPage, scheme: str
) -> None:
    page = open_page(live.url + reverse("help"), color_scheme=scheme, viewport=PHONE)
    assert_no_axe_violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    for anchor in [link.get_attribute("href") for link in links.all()]:
        expect(page.locator(f"h2{anchor}")).to_have_count(1)


def test_a_table_that_goes_on_beyond_a_phone_shows_it_and_scrolls_by_key(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = results(open_page, links, live, "facilitator", viewport=PHONE)
    reveal(page)
    page.get_by_text("The numbers behind this").click()
    region = page.get_by_role("region", name="Agreement across all cards")
    assert region.evaluate("it => it.scrollWidth > it.clientWidth")
    assert "linear-gradient" in region.evaluate("it => getComputedStyle(it).backgroundImage")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("it => it.scrollLeft > 0", arg=region.element_handle())
