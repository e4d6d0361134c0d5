"""What comes late, twice, from two windows or over a link that ended: counted as in `test_lost.py`."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Route, expect

from .conftest import OpenPage
from .killed import expect_gone_from_disk, expect_on_disk
from .lost import count, numbered, on_device, report
from .lost_rooms import ENDED, RENEWED, by_key, manage, stage, stored
from .meeting import enter_room
from .server import Live
from .test_live import wait_until
from .test_pack import comment, enter, state_of

Record = Callable[[str, object], None]
# What the page after a withdrawal does to what a browser keeps: forgetting.js.
WITHDRAWN = """() => {
    localStorage.clear();
    localStorage.setItem(`roundel-withdrawn|${document.body.dataset.owner}`, "1");
}"""


def test_an_answer_that_is_late_doubles_nothing(
    live: Live, links: dict[str, Any], open_page: OpenPage, record_property: Record
) -> None:
    page, slow, fast = enter(open_page, links, live), numbered(1500, 8), numbered(1600, 8)
    held: list[Route] = []
    page.route("**/remarks/**", lambda route: held.append(route) if not held else route.continue_())
    by_key(page, comment(page, 1), f"{slow.text} ")
    page.keyboard.press("Tab")
    wait_until(page, lambda: bool(held))  # where typing took its time, it was sent before the key
    by_key(page, comment(page, 1), fast.text)
    page.keyboard.press("Tab")
    held[0].fetch()  # it arrives, and its answer does not
    held[0].abort()
    expect(state_of(page, 1)).to_contain_text("Saved at")
    for name, words in {"slow": slow, "fast": fast}.items():
        report(record_property, f"late: {name}", count(words, stored(live, links)))


def test_a_comment_whose_answer_is_lost_is_there_once(
    live: Live, open_page: OpenPage, record_property: Record
) -> None:
    said, on_card, lost = numbered(1700), stage(live, "card"), list[Route]()
    room = enter_room(open_page, on_card, live, 2)

    def lose(route: Route) -> None:
        lost.append(route)
        if len(lost) > 1:
            return route.continue_()
        route.fetch()
        return route.abort()

    room.route("**/cards/*/remarks/", lose)
    by_key(room, room.locator("#say-body"), said.text)
    room.keyboard.press("Control+Enter")
    expect(room.locator("#say [data-save]")).to_contain_text("Send it again")
    room.locator("#say-body").press("Control+Enter")
    expect(room.locator("#say-body")).to_have_value("")
    report(record_property, "late: answer lost", count(said, stored(live, on_card)))


def test_two_windows_keep_both_answers(live: Live, open_page: OpenPage, record_property: Record) -> None:
    one, two, asked = numbered(2000), numbered(2100), stage(live, "question")
    room = enter_room(open_page, asked, live, 0)
    other = room.context.new_page()
    other.goto(room.url)
    by_key(room, room.get_by_label("Your own answer"), one.text)
    room.locator("#now").click()
    expect(room.locator("#answer [data-save]")).to_contain_text("Saved")
    by_key(other, other.get_by_label("Your own answer"), two.text)
    other.locator("#now").click()
    other.get_by_role("button", name="Keep both").click()
    expect(other.get_by_label("Your own answer")).to_have_value(f"{one.text}\n\n{two.text}")
    expect(other.locator("#answer [data-save]")).to_contain_text("Saved")
    for name, words in {"first": one, "second": two}.items():
        report(record_property, f"two windows: {name}", count(words, stored(live, asked)))


def test_who_withdrew_leaves_nothing_on_the_disk(
    live: Live, links: dict[str, Any], open_page: OpenPage
) -> None:
    page, typed = enter(open_page, links, live), numbered(2500)
    page.route("**/pack/remarks/**", lambda route: route.abort())
    comment(page, 1).fill(typed.text)
    expect_on_disk(page, typed.text)
    page.evaluate(WITHDRAWN)
    page.goto(f"{live.url}/help/")
    expect_gone_from_disk(page)
    assert on_device(page) == ""


def test_a_link_that_ends_and_a_huge_paste(
    live: Live, links: dict[str, Any], open_page: OpenPage, record_property: Record
) -> None:
    page, ended, huge = enter(open_page, links, live), numbered(2200), numbered(3000, 5000)
    manage(live, links, ENDED)
    comment(page, 1).fill(ended.text)
    comment(page, 2).focus()
    expect(state_of(page, 1)).to_contain_text("your words wait on this device.")
    report(record_property, "link ended: kept", count(ended, stored(live, links), on_device(page)))
    page.goto(f"{live.url}/link/{manage(live, links, RENEWED)}/")
    page.locator("main form button").first.click()
    expect(comment(page, 1)).to_have_value(ended.text)
    expect(state_of(page, 1)).to_contain_text("Saved at")
    report(record_property, "link ended: sent", count(ended, stored(live, links)))
    comment(page, 3).fill(huge.text)
    page.reload()
    report(record_property, "huge paste", count(huge, comment(page, 3).input_value(), on_device(page)))
    expect(page.locator(".field", has=comment(page, 3))).to_contain_text("over the limit of 4,000")
