"""The disk of the device: what was sent does not come back from there, however soon the page was left."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .desk import serving_desk
from .desk_page import box, keep, keys, state
from .killed import expect_gone_from_disk, expect_on_disk

# From now on the disk takes nothing in time: what is asked of it is neither done nor answered.
STALL = """() => {
    const drafts = { put: () => {}, delete: () => {} };
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => drafts });
}"""


def test_what_was_sent_does_not_come_back_where_the_page_was_left_at_once(open_page: OpenPage) -> None:
    with serving_desk() as desk:
        page = open_page(desk.url)
        desk.gate.clear()
        keep(page, "sent")
        expect_on_disk(page, "sent")
        page.evaluate(STALL)
        desk.gate.set()
        expect(state(page)).to_have_text("Saved at 14:06")
        desk.text, desk.rev = "changed elsewhere since", desk.rev + 1
        page.reload()
        expect_gone_from_disk(page)
        expect(box(page)).to_have_value("changed elsewhere since")
        assert len(desk.posts) == 1
        page.wait_for_function("() => localStorage.length === 0")
        assert keys(page) == []
