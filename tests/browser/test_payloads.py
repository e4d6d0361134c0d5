"""Payloads in every text of a workshop, in a real browser: no script runs, no dialog opens."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Dialog, Page

from .conftest import OpenPage
from .server import Live, serving

SEED = """
import json
from tests.leaks.poison import poison
from tests.leaks.worlds import live_until
from tests.support import PASSWORD
from workshop.actions.links import mint_link
cast = live_until("named", "shown")
link = mint_link(cast.fay, cast.seat("ada"))
facts = {"slug": cast.house.workshop.slug, "fay": cast.fay.person.user.email, "password": PASSWORD}
poison(fit=True)
print(json.dumps({**facts, "ada": link, "wall": cast.wall}))
"""
FAY = ("desk", "overview", "setup", "cards", "people", "rounds", "results", "preparation", "transcripts")
ADA = ("room", "pack", "synthesis", "lineage", "results")
HEAR = (
    "addEventListener('securitypolicyviolation', each => console.error('refused: ' + each.violatedDirective))"
)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, dict[str, Any]]]:
    """A server of this test's own, every text of whose database is payloads."""
    with serving(tmp_path_factory.mktemp("poisoned")) as server:
        yield server, server.told(SEED)


def visit(page: Page, server: Live, slug: str, names: tuple[str, ...]) -> None:
    """Open pages one after another, each shown whole; a dialog fails the test."""
    for name in names:
        page.goto(server.url + reverse(name, kwargs={"slug": slug}))
        page.locator("main, body").first.wait_for()
        assert "z_qx" in page.locator("body").inner_text() or name == "rounds", name


def guard(page: Page) -> list[str]:
    """Note each dialog from now on."""
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return opened


def test_no_payload_runs_on_any_main_page(open_page: OpenPage, poisoned: tuple[Live, dict[str, Any]]) -> None:
    server, facts = poisoned
    fay = open_page(server.url + reverse("sign-in"))
    fay.context.add_init_script(HEAR)
    opened = guard(fay)
    fay.get_by_label("E-mail").fill(facts["fay"])
    fay.locator("input[type=password]").fill(facts["password"])
    fay.locator("main form button[type=submit], main form button").first.click()
    fay.wait_for_url(f"{server.url}/")
    visit(fay, server, facts["slug"], FAY)
    ada = open_page(f"{server.url}/link/{facts['ada']}/")
    ada.context.add_init_script(HEAR)
    opened_too = guard(ada)
    ada.locator("main form button").first.click()
    ada.wait_for_url(f"**/w/{facts['slug']}/**")
    visit(ada, server, facts["slug"], ADA)
    ada.goto(server.url + reverse("sort", kwargs={"slug": facts["slug"], "number": 1}))
    wall = open_page(f"{server.url}/screen/{facts['wall']}/")
    wall.locator("body").wait_for()
    assert opened + opened_too == []


def test_a_browser_that_refuses_something_tells_the_server(
    chromium: Browser, poisoned: tuple[Live, dict[str, Any]]
) -> None:
    """The twin: an inline script on a page of ours is refused, and its report arrives and is counted."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(poisoned[0].url + "/help/")
    with page.expect_request("**/reports/") as told:
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'z_qx()'}))"
        )
    answer = told.value.response()
    assert answer is None or answer.status == 204
    context.close()
