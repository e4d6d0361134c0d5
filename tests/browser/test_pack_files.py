"""The pack as a file: a facilitator makes one with the keyboard, a leader takes theirs without scripts."""

from typing import Any

from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .watch import assert_no_axe_violations

PHONE = {"width": 390, "height": 844}


def test_a_facilitator_makes_the_file_of_one_person_with_the_keyboard(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    home = f"{live.url}/w/{links['code']}/overview/"
    page = open_page(home, live.take(links["facilitator"]))
    page.get_by_role("link", name="The pack on paper, as a file").click()
    expect(page.get_by_role("heading", name="The pack as a file")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_label("For whom").focus()
    page.keyboard.type("Amina")
    page.get_by_label("Usual print").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Make the file").focus()
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename == f"pack-{links['code']}-amina-clarke-large.pdf"
    expect(page.get_by_role("button", name="Make the file")).to_be_enabled()


def test_a_leader_takes_their_own_on_a_phone_without_scripts(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    own = live.take(links["participants"][0])
    page = open_page(f"{live.url}/w/{links['code']}/pack/", own, viewport=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Rather on paper, or in Word?").click()
    expect(page.get_by_role("heading", name="Your pack as a file")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Make the file").click()
    assert taken.value.suggested_filename == f"pack-{links['code']}-amina-clarke-usual.pdf"
