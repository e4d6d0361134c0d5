"""Nothing typed is lost and nothing is there twice, whatever ends in between: characters typed against found.

Each figure is written with `record_property`: `python -m pytest tests/browser/test_lost.py --junitxml=FILE`.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from .conftest import OpenPage
from .killed import Mortal, expect_on_disk
from .lost import count, numbered, on_device, report
from .lost_rooms import blank, by_key, come_back, stage, stored
from .meeting import enter_room
from .server import Live, serving
from .test_pack import comment, enter, state_of
from .test_sort import choice

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server of these tests' own, which they kill and let run short."""
    with serving(tmp_path_factory.mktemp("lost"), "tests.browser.short:application") as server:
        yield server


@pytest.fixture
def short(live: Live) -> Iterator[Callable[[str], None]]:
    """Say what the database runs short of from now on: "full", "locked" or nothing."""
    file = Path(live.around["STATIC_ROOT"]).parent / "short"
    other = sqlite3.connect(live.around["DATABASE_URL"].removeprefix("sqlite:///"), isolation_level=None)

    def run(what: str) -> None:
        if what == "full":
            other.execute("VACUUM")  # no page is free inside the file either
        file.write_text(what, encoding="utf-8")
        if what == "locked":
            other.execute("BEGIN IMMEDIATE")
        elif other.in_transaction:
            other.rollback()

    yield run
    run("")
    other.close()


@pytest.fixture
def mortal(chromium: Browser, tmp_path: Path) -> Iterator[Mortal]:
    """A browser that can be killed."""
    one = Mortal(chromium.browser_type, tmp_path / "profile")
    one.start()
    yield one
    one.kill()


def test_offline_while_typing_and_back(
    live: Live, links: dict[str, Any], open_page: OpenPage, record_property: Record
) -> None:
    page, here, there, card, why = (
        enter(open_page, links, live),
        *(numbered(n, 8) for n in (0, 100, 200, 300)),
    )
    by_key(page, comment(page, 1), f"{here.text} ")
    page.get_by_role("button", name="Add a blank card").click()
    page.context.set_offline(True)
    by_key(page, comment(page, 1), there.text)
    blank(page).fill(card.text)
    expect(state_of(page, 1)).to_contain_text("Kept on this device, not sent yet")
    page.context.set_offline(False)
    expect(page.locator(".save--saved[data-save]")).to_have_count(2)
    page.get_by_role("link", name="Go on to the card sort").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which matter most to you?")
    page.wait_for_load_state()  # the scripts that it runs on have come by then
    page.context.set_offline(True)
    choice(page, "1", "Not placed").check()
    by_key(page, page.get_by_label("Why not placed?").first, why.text)
    expect(page.locator("[data-save]").first).to_contain_text("Kept on this device, not sent yet")
    page.context.set_offline(False)
    expect(page.locator("[data-save]").first).to_contain_text("Saved at")
    found, device = stored(live, links), on_device(page)
    for name, typed in {"comment": here, "comment-offline": there, "blank": card, "placement": why}.items():
        report(record_property, f"offline: {name}", count(typed, found, device))


def test_in_the_room_an_answer_is_sent_by_itself_and_a_comment_by_its_author(
    live: Live, open_page: OpenPage, record_property: Record
) -> None:
    said, answered = numbered(400), numbered(500)
    asked, on_card = stage(live, "question"), stage(live, "card")
    room = enter_room(open_page, asked, live, 0)
    other = enter_room(open_page, on_card, live, 0)
    for page in (room, other):
        page.wait_for_load_state()
        page.context.set_offline(True)
    by_key(room, room.get_by_label("Your own answer"), answered.text)
    by_key(other, other.locator("#say-body"), said.text)
    other.keyboard.press("Control+Enter")
    expect(room.locator("#answer [data-save]")).to_contain_text("Kept on this device, not sent yet")
    expect(other.locator("#say [data-save]")).to_contain_text("It is kept on this device. Send it again.")
    for page in (room, other):
        page.context.set_offline(False)
    expect(room.locator("#answer [data-save]")).to_contain_text("Saved")
    other.locator("#say-body").press("Control+Enter")
    expect(other.locator("#say-body")).to_have_value("")
    report(record_property, "offline: answer", count(answered, stored(live, asked), on_device(room)))
    report(record_property, "offline: discussion", count(said, stored(live, on_card), on_device(other)))


def test_the_server_and_the_browser_are_killed_and_start_again(
    live: Live, links: dict[str, Any], mortal: Mortal, record_property: Record
) -> None:
    saved, typed, card, said = numbered(600, 8), numbered(700, 8), numbered(800, 8), numbered(900, 8)
    on_card = stage(live, "card")
    page = enter(mortal.open, links, live)
    room = enter_room(mortal.open, on_card, live, 1)
    by_key(page, comment(page, 1), f"{saved.text} ")
    expect(state_of(page, 1)).to_contain_text("Saved at")
    live.kill()
    by_key(page, comment(page, 1), typed.text)
    page.get_by_role("button", name="Add a blank card").click()
    blank(page).fill(card.text)
    by_key(room, room.locator("#say-body"), said.text)
    expect(state_of(page, 1)).to_contain_text("Kept on this device, not sent yet")
    for words in (typed, card, said):
        expect_on_disk(page, words.text)
    mortal.kill()
    mortal.start()
    live.start()
    page = come_back(mortal, links, 0)
    expect(comment(page, 1)).to_have_value(f"{saved.text} {typed.text}")
    expect(page.locator(".save--saved[data-save]")).to_have_count(2)
    room = come_back(mortal, on_card, 1)
    expect(room.locator("#say-body")).to_have_value(said.text)
    room.locator("#say-body").press("Control+Enter")
    expect(room.locator("#say-body")).to_have_value("")
    found = stored(live, links) + stored(live, on_card)
    for name, words in {"saved": saved, "comment": typed, "blank": card, "discussion": said}.items():
        report(record_property, f"killed: {name}", count(words, found))


@pytest.mark.sqlite
@pytest.mark.parametrize(("what", "says"), [("full", "has no room left"), ("locked", "is busy")])
def test_the_database_takes_nothing_for_a_while(
    live: Live,
    links: dict[str, Any],
    open_page: OpenPage,
    short: Callable[[str], None],
    record_property: Record,
    what: str,
    says: str,
) -> None:
    page, before, typed = enter(open_page, links, live), numbered(1000, 8), numbered(1100, 490)
    long = " – ".join(typed.words)  # more bytes than a page of the database has room for
    comment(page, 1).fill(before.text)
    comment(page, 2).focus()
    expect(state_of(page, 1)).to_contain_text("Saved at")
    short(what)
    comment(page, 2).fill(long)
    comment(page, 1).focus()
    expect(state_of(page, 2)).to_contain_text(f"{says}")
    expect(state_of(page, 2)).to_contain_text("It is kept on this device.")
    page.reload()
    expect(comment(page, 1)).to_have_value(before.text)
    expect(comment(page, 2)).to_have_value(long)
    assert before.text in stored(live, links)
    short("")
    comment(page, 2).focus()
    comment(page, 1).focus()  # leaving a box sends what waits
    expect(state_of(page, 2)).to_contain_text("Saved at")
    for name, words in {"acknowledged before": before, "typed meanwhile": typed}.items():
        report(record_property, f"{what}: {name}", count(words, stored(live, links), on_device(page)))
