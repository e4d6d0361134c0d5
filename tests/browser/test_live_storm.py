"""The shipped pages, Roundel itself, and a bad line between them: every screen ends as a fresh one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .conftest import OpenPage, opening
from .meeting import enter_room
from .seeds import seeds
from .server import Live, serving
from .storm import Storm

GAP = "if (since > this.held || this.paused) return this.#behind();"
COMPARED = "Object.assign(this, { told: seq, spread });"


MOVE = """
from workshop.actions.stage import move_stage
from workshop.models import Workshop
workshop = Workshop.objects.get(slug="{slug}")
move_stage(workshop.chair, workshop.steps.all()[0], workshop.step_rev)
"""


@pytest.fixture(scope="module")
def brisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Roundel with beats a second apart."""
    with serving(tmp_path_factory.mktemp("brisk"), "tests.browser.brisk:application") as server:
        yield server


@pytest.fixture(scope="module")
def storm(chromium: Browser, brisk: Live) -> Iterator[Storm]:
    """Four screens on bad lines."""
    with opening(chromium) as open_page:
        yield Storm(open_page, brisk.links, brisk)


def test_all_screens_end_as_fresh_ones_whatever_the_line_does(storm: Storm) -> None:
    storm.load()
    wrong = dict[int, list[str]]()
    for seed in seeds(2):
        storm.blow(seed)
        if found := storm.differences():
            wrong[seed] = found
    assert wrong == {}
    assert storm.did == {"lost", "doubled", "swapped", "stopped", "cut"}


def test_pages_that_heed_no_number_would_end_wrong(storm: Storm) -> None:
    storm.load({GAP: "if (this.paused) return;", COMPARED: "return;"})
    storm.blow(0, acts=3)
    assert storm.differences(patience=3_000) != []


def test_a_killed_server_is_told_caught_up_with_and_costs_no_word(brisk: Live, open_page: OpenPage) -> None:
    links = brisk.demo()
    room, pack = (enter_room(open_page, links, brisk, n) for n in (0, 1))
    pack.goto(f"{brisk.url}/w/{links['code']}/pack/")
    box = pack.locator("main textarea:visible").first
    brisk.kill()
    brisk.manage("shell", "-v", "0", "-c", MOVE.format(slug=links["code"]))
    box.fill("Written while the server was dead.")
    expect(room.locator("[data-touch=lost], [data-touch=blocked]").locator("visible=true")).to_have_count(1)
    expect(pack.locator("[data-save]").first).to_contain_text("Kept on this device")
    brisk.start()
    expect(room.locator("#live-stage")).to_contain_text("We have begun")
    expect(room.locator("[data-touch]").locator("visible=true")).to_have_count(0)
    expect(pack.locator("[data-save]").first).to_contain_text("Saved")
    pack.reload()
    expect(box).to_have_value("Written while the server was dead.")
