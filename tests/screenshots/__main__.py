"""Take the pictures: `python -m tests.screenshots [--check] [--only NAME]`."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.server import ROOT, Live, serving
from tests.conftest import chromium_path

from .pictures import DESK, HOUR, PICTURES, Picture
from .shrinking import shrunk

FOLDER = ROOT / "docs" / "images"
LARGEST = 120_000  # bytes
SAY = "from tests.screenshots import moments; moments.{}(*{!r})"


def main() -> int:
    """Read the command line; return 1 if a picture is missing, left over or too large."""
    parser = argparse.ArgumentParser(prog="bin/screenshots", description=__doc__)
    parser.add_argument("--check", action="store_true", help="take them to a scratch folder")
    parser.add_argument("--only", help="a part of the names of pictures")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "images" if given.check else FOLDER
        with serving(Path(scratch)) as live, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            for kind in ("demo", "rehearsal"):
                for picture, png in taken(live, browser, kind, given.only or ""):
                    keep(folder / f"{picture.path}.png", png)
            browser.close()
        return say_what_is_wrong(folder, whole=not given.only)


def taken(live: Live, browser: Browser, kind: str, only: str) -> Iterator[tuple[Picture, bytes]]:
    """Yield each picture of one workshop, in the order of its hour, which is led meanwhile."""
    slug, facilitator = ask(live, "begin", kind)
    blank, pages = browser.new_page(), dict[str, Any]({"fay": facilitator})
    wanted = [each for each in PICTURES if each.kind == kind]
    last = max(HOUR.index(each.moment) for each in wanted)
    for moment in HOUR[: last + 1]:
        ask(live, "reach", slug, moment)
        if moment == "poll":
            gather(live, browser, slug, pages)
        for picture in wanted:
            if picture.moment == moment and only in picture.path:
                if picture.who not in pages:
                    pages[picture.who] = ask(live, "sit", slug, picture.who)
                yield picture, shrunk(blank, shot(live, browser, slug, picture, pages[picture.who]))


def gather(live: Live, browser: Browser, slug: str, pages: dict[str, Any]) -> None:
    """Let the leaders come into the room, each in a browser of their own."""
    for who in map(str, range(5)):
        pages[who] = pages.get(who) or ask(live, "sit", slug, who)
        opened(live, browser, pages[who], DESK).goto(f"{live.url}/w/{slug}/room/")


def ask(live: Live, verb: str, *words: str) -> Any:
    """Have `moments.py` do something on the server's database, and return what it wrote down."""
    return json.loads(live.manage("shell", "-v", "0", "-c", SAY.format(verb, words)))


def shot(live: Live, browser: Browser, slug: str, picture: Picture, cookies: dict[str, str]) -> bytes:
    """Return a picture of a page as it is once it is quiet."""
    page = opened(live, browser, cookies, picture.size)
    answer = page.goto(f"{live.url}/w/{slug}/{picture.page}")
    assert answer is not None
    assert answer.ok, f"{picture.path}: no picture of an error"
    settle(page, picture)
    png = page.screenshot(animations="disabled")
    page.context.close()
    return png


def opened(live: Live, browser: Browser, cookies: dict[str, str], size: tuple[int, int]) -> Page:
    """Return an empty page of somebody's browser."""
    here: dict[str, Any] = {"locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
    window: Any = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=window, color_scheme="light", **here)
    context.add_cookies(live.cookies(cookies))  # type: ignore[arg-type]
    return context.new_page()


def settle(page: Page, picture: Picture) -> None:
    """Wait for fonts, the live line and what the page asks for by itself; then look where it is to be."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    expect(page.get_by_text("not connected live")).to_have_count(0)  # until the line is open
    if picture.show:
        page.locator(picture.show).first.evaluate("each => each.scrollIntoView({block: 'start'})")
    else:
        page.evaluate("window.scrollTo(0, 0)")


def keep(path: Path, png: bytes) -> None:
    """Write a picture down."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png)
    sys.stdout.write(f"{path.name} {len(png):,} bytes\n")


def say_what_is_wrong(folder: Path, *, whole: bool) -> int:
    """Say which pictures are missing, left over, or too large; return 1 if there are any."""
    there = {str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.rglob("*.png")}
    named = {each.path for each in PICTURES}
    wrong = [f"{name}: not taken yet" for name in sorted(named - there)] if whole else []
    wrong += [f"{name}: no such picture any more" for name in sorted(there - named)] if whole else []
    wrong += [f"{path.name}: too large" for path in folder.rglob("*.png") if path.stat().st_size > LARGEST]
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
