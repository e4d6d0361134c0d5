"""The wall is laid out, not overlaid, in every size of screen; and its words can be read from the back."""

import json
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .server import Live

SIZES = [(1920, 1080), (1280, 720), (960, 540)]
LEAST = 0.02  # of the height of the screen, that the smallest words have
WORLD = """
import uuid
from tests.synthesis import numbered, wanted
from workshop.actions.discussion import post_remark
from workshop.actions.putting import put_change
from workshop.actions.questions import add_question
from workshop.actions.rounds import Vote, cast_ballots, reveal_round
from workshop.actions.stage import move_stage
from workshop.models import CardText, Seat, Step, Workshop
workshop = Workshop.objects.get(slug="{slug}")
fay, card = workshop.chair, workshop.cards.get(number=1)
seats = list(Seat.objects.answering().filter(workshop=workshop))
def put(kind, **which):
    step = workshop.steps.filter(kind=kind, **which).first() or Step.objects.create(
        workshop=workshop, kind=kind, position=900, **which)
    workshop.refresh_from_db()
    move_stage(fay, step, workshop.step_rev)
"""
STATES = {
    "poll": 'put("poll")',
    "revealed": """
poll = workshop.rounds.get(kind="poll")
cast_ballots(poll, [Vote(seat, frozenset([str(card.uid)])) for seat in seats])
reveal_round(fay, poll)""",
    "card": """
CardText.objects.filter(card=card).update(pole_a="An ideal that nobody reaches", pole_b="What we can do now")
put("card", card=card)
for seat, kind in zip(seats, ("agree", "unclear", "wording", "example")):
    post_remark(seat, card, "CANARY", kind=kind, uid=uuid.uuid4())""",
    "change": 'put("change")',
    "question": """
step = add_question(fay, "What will we try first, and how do we know that it works?", uid=uuid.uuid4())
workshop.refresh_from_db()
move_stage(fay, step, workshop.step_rev)""",
    "results": 'put("results")\nreveal_round(fay, workshop.rounds.get(number=1))',
}
ASKED = """
title = "Power and who gets to decide, when nobody has been asked"
put_change(fay, wanted(workshop, "merge", numbered(workshop, 2, 3), titles=[title]), uid=uuid.uuid4())"""
LOOK = """() => {
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  const box = (one) => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const names = ["top", "words", "tally", "said", "join", "proposal", "foot"].map((name) => `.wall__${name}`);
  const parts = [...document.querySelectorAll(names)].filter(shown);
  const small = [], cut = [];
  const walk = document.createTreeWalker(document.querySelector(".wall"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !one.checkVisibility()) continue;
    if (one.closest("title, .visually-hidden, .line")) continue;
    const at = one.closest("text")?.getScreenCTM();
    const high = parseFloat(getComputedStyle(one).fontSize) * (at ? Math.hypot(at.a, at.b) : 1);
    if (high < innerHeight * LEAST) small.push([one.textContent.trim().slice(0, 30), high]);
    const part = one.closest(".wall__words, .wall__proposal, .wall__tally");
    if (part && box(one)[3] > box(part)[3] + 2) cut.push(one.textContent.trim().slice(0, 30));
  }
  return { parts: parts.map((one) => [one.className, box(one)]), small, cut };
}"""


@pytest.fixture
def wall(live: Live, open_page: OpenPage, links: dict[str, Any]) -> Page:
    """The wall screen of a demonstration of this test's own."""
    return open_page(links["screen"])


def check(wall: Page, name: str) -> None:
    """Let no part of the wall lie over another or leave the screen, and no words be small or cut off."""
    for width, height in SIZES:
        wall.set_viewport_size({"width": width, "height": height})
        wall.reload()
        expect(wall.locator("#now")).to_be_visible()
        seen = wall.evaluate(LOOK.replace("LEAST", str(LEAST)))
        at = f"{name} at {width} x {height}: "
        assert not seen["small"], at + json.dumps(seen["small"])
        assert not seen["cut"], at + json.dumps(seen["cut"])
        outside = [
            one for one, box in seen["parts"] if min(box) < 0 or box[2] > width + 1 or box[3] > height + 1
        ]
        assert not outside, at + json.dumps(outside)
        over = [(one, other) for (one, a), (other, b) in combinations(seen["parts"], 2) if meet(a, b)]
        assert not over, at + json.dumps(over)


def meet(a: list[float], b: list[float]) -> bool:
    """Whether two boxes (left, top, right, bottom) share more than an edge."""
    return all(a[n] < b[n + 2] - 1 and b[n] < a[n + 2] - 1 for n in (0, 1))


@pytest.mark.parametrize("asked", ["", ASKED])
def test_the_wall_is_laid_out_in_every_state_and_size(
    live: Live, wall: Page, links: dict[str, Any], asked: str
) -> None:
    world = WORLD.format(slug=links["code"])
    live.manage("shell", "-v", "0", "-c", f"{world}\nput('welcome')\n{asked}")
    for name, state in STATES.items():
        live.manage("shell", "-v", "0", "-c", world + state)
        check(wall, name)
        expect(wall.locator(".join__code:visible, .wall__code:visible")).to_have_count(1)
        assert "CANARY" not in wall.content()
        expect(wall.locator(".wall__proposal")).to_be_visible(visible=bool(asked))
