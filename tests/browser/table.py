"""The synthesis page in a browser: how people get there, choose cards and do something with them."""

from typing import Any

from playwright.sync_api import Page

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

PREPARE = """
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.consents import answer_consents
from workshop.actions.stage import move_stage
from workshop.models import Seat, Workshop
from workshop.models.consents import asked_of
from workshop.models.pack import own_pack
workshop = Workshop.objects.get(slug="{slug}")
for seat in Seat.objects.answering().filter(workshop=workshop):
    answer_consents(seat, {{str(item.uid): True for item, _given in asked_of(seat)}})
amina = Seat.objects.answering().filter(workshop=workshop).order_by("pk")[0]
save_blank(amina, own_pack(amina).places[0].uid, 0, BlankWords("Motivation vs lack of skills"))
move_stage(workshop.chair, workshop.steps.all()[0], 0)
"""
MERGED = "Individual motivation vs structural issues"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def come(open_page: OpenPage, live: Live, links: dict[str, Any], who: str, **options: Any) -> Page:
    """Bring somebody to the synthesis page: the facilitator, or the first leader."""
    link = links["facilitator"] if who == "facilitator" else links["participants"][0]
    return open_page(f"{live.url}/w/{links['code']}/synthesis/", live.take(link), **options)


def choose(page: Page, *titles: str) -> None:
    """Tick cards."""
    for title in titles:
        page.get_by_role("checkbox", name=title).check()


def act(page: Page, verb: str, button: str = "Make this change now", **words: str) -> None:
    """Do something with the chosen cards, and fill in what is asked."""
    page.get_by_role("button", name=verb, exact=True).click()
    for label, value in words.items():
        page.get_by_label(label.replace("_", " "), exact=False).first.fill(value)
    assert_no_axe_violations(page)
    page.get_by_role("button", name=button).click()


def cards(page: Page) -> list[str]:
    """Return the cards on the table as they are numbered."""
    return page.locator("#on-table ~ ol > li > .pick .card__number").all_inner_texts()


def begun_demo(live: Live) -> dict[str, Any]:
    """Return the links of a demonstration with a blank card in it, and the workshop begun."""
    made = live.demo()
    live.manage("shell", "-v", "0", "-c", PREPARE.format(slug=made["code"]))
    return made
