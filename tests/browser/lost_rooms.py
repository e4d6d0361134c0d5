"""What the journeys that count share: what is stored, what is on the stage, and how somebody types."""

from typing import Any

from playwright.sync_api import Page

from .killed import Mortal
from .server import Live

STORED = """
from workshop.models import Card, Mark, Remark, Version, Workshop
workshop = Workshop.objects.get(slug="{slug}")
blanks = [card.words for card in workshop.cards.with_words() if card.proposer_id and card.status != "retired"]
kept = [*Remark.objects.filter(workshop=workshop).values_list("body", flat=True)]
kept += Version.objects.filter(remark__workshop=workshop, conflict_open=True).values_list("body", flat=True)
kept += Mark.objects.filter(ballot__round__workshop=workshop).values_list("reason", flat=True)
print(" ".join([*kept, *(f"{{each.title}} {{each.summary}}" for each in blanks)]))
"""
STAGE = """
from uuid import uuid4
from workshop.actions.agenda import add_discussion
from workshop.actions.questions import add_question
from workshop.actions.stage import move_stage
from workshop.models import Workshop
chair = Workshop.objects.get(slug="{slug}").chair
if "{kind}" == "question":
    step = add_question(chair, "What will we try first?", uid=uuid4())
else:
    step = add_discussion(chair, chair.workshop.cards.get(number=2))
move_stage(chair, step, Workshop.objects.get(slug="{slug}").step_rev)
"""
ENDED = """
from workshop.actions.links import revoke_links
from workshop.models import Seat, Workshop
workshop = Workshop.objects.get(slug="{slug}")
revoke_links(workshop.chair, Seat.objects.answering().filter(workshop=workshop).order_by("pk")[0])
"""
RENEWED = """
from workshop.actions.links import renew_link
from workshop.models import Seat, Workshop
workshop = Workshop.objects.get(slug="{slug}")
seat = Seat.objects.answering().filter(workshop=workshop).order_by("pk")[0]
print(renew_link(workshop.chair, seat))
"""


def manage(live: Live, links: dict[str, Any], script: str, **more: str) -> str:
    """Run a script on the server's database, for one workshop, and return what it printed."""
    return live.manage("shell", "-v", "0", "-c", script.format(slug=links["code"], **more)).strip()


def stored(live: Live, links: dict[str, Any]) -> str:
    """Return all words of a workshop that the database has, those beside others too."""
    return manage(live, links, STORED)


def stage(live: Live, kind: str) -> dict[str, Any]:
    """Return the links of a workshop with a card or a question on the stage."""
    links = live.demo()
    manage(live, links, STAGE, kind=kind)
    return links


def by_key(page: Page, place: Any, text: str) -> None:
    """Type at the end of a box, a key at a time."""
    place.focus()
    place.press("Control+End")
    page.keyboard.type(text)


def come_back(mortal: Mortal, links: dict[str, Any], n: int) -> Page:
    """Take the seat by the personal link again: what a browser knew of it may not have been on disk."""
    page = mortal.open(links["participants"][n])
    page.locator("main form button").first.click()
    return page


def blank(page: Page) -> Any:
    """The title of the first blank card."""
    return page.get_by_label("Title").first
