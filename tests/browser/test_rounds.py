"""A spectrum in a real browser: by keys alone with autosave, by a plain form, and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import OpenPage
from .meeting import key_press
from .server import Live
from .watch import assert_no_axe_violations

PREPARE = """
import uuid
from workshop.actions.consents import answer_consents
from workshop.actions.rounds import open_round
from workshop.actions.series import add_round
from workshop.models import CardText, Seat, Workshop
from workshop.models.consents import asked_of
workshop = Workshop.objects.get(slug="{slug}")
for seat in Seat.objects.answering().filter(workshop=workshop):
    answer_consents(seat, {{str(item.uid): True for item, _given in asked_of(seat)}})
texts = CardText.objects.filter(card__workshop=workshop, card__number=2)
texts.update(pole_a="Few decide", pole_b="All decide")
open_round(workshop.chair, add_round(workshop.chair, kind="spectrum", when="before", uid=uuid.uuid4()))
"""
CLOSE = """
from workshop.models import Round
Round.objects.get(workshop__slug="{slug}", kind="spectrum").close()
"""
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def links(live: Live) -> dict[str, Any]:
    """A demonstration of this test's own, with an open spectrum about card 2 in round 3."""
    made = live.demo()
    live.manage("shell", "-v", "0", "-c", PREPARE.format(slug=made["code"]))
    return made


def come(open_page: OpenPage, live: Live, links: dict[str, Any], **options: Any) -> Page:
    """Bring the first leader to the lines."""
    address = f"{live.url}/w/{links['code']}/rounds/3/spectrum/"
    return open_page(address, live.take(links["participants"][0]), **options)


def test_a_mark_is_made_by_keys_saved_by_itself_and_there_again(
    open_page: OpenPage, live: Live, links: dict[str, Any]
) -> None:
    page = come(open_page, live, links, **PHONE)
    now = page.get_by_role("slider", name="Where we are now")
    key_press(page, now, "End")
    box = page.get_by_role("checkbox", name="Where we are now")
    expect(box).to_be_checked()
    expect(now).to_have_attribute("aria-valuetext", "near “All decide”")
    page.keyboard.press("Tab")
    expect(page.locator("#spectrum-form [data-save]")).to_contain_text("Saved at")
    assert_no_axe_violations(page)
    page.reload()
    expect(now).to_have_value("100")
    expect(page.get_by_role("checkbox", name="Where we want to be")).not_to_be_checked()
    key_press(page, box, "Space")
    page.keyboard.press("Tab")
    expect(page.locator("#spectrum-form [data-save]")).to_contain_text("Saved at")
    page.reload()
    expect(box).not_to_be_checked()


@pytest.mark.parametrize("arrives", [False, True])
def test_a_mark_that_came_too_late_is_shown_and_one_whose_answer_alone_was_lost_is_not(
    open_page: OpenPage, live: Live, links: dict[str, Any], arrives: bool
) -> None:
    page = come(open_page, live, links)

    def lose(route: Route) -> None:
        if arrives:
            route.fetch()
        route.abort()

    page.route("**/marks/**", lose)
    key_press(page, page.get_by_role("slider", name="Where we are now"), "End")
    page.keyboard.press("Tab")
    expect(page.locator("#spectrum-form [data-save]")).to_contain_text("Kept on this device")
    live.manage("shell", "-v", "0", "-c", CLOSE.format(slug=links["code"]))
    page.reload()
    expect(page.locator("#closed")).to_contain_text("This round closed on")
    expect(page.locator("#late")).to_be_visible(visible=not arrives)
    expect(page.get_by_text("you had marked it differently")).to_have_count(int(not arrives))
    assert len(page.evaluate("() => Object.keys(localStorage)")) == int(not arrives)


def test_without_scripts_the_plain_form_saves(open_page: OpenPage, live: Live, links: dict[str, Any]) -> None:
    page = come(open_page, live, links, java_script_enabled=False)
    page.get_by_role("checkbox", name="Where we want to be").check()
    page.get_by_role("slider", name="Where we want to be").press("Home")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Your marks are saved.")).to_be_visible()
    expect(page.get_by_text("near “Few decide”")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Where we are now")).not_to_be_checked()
