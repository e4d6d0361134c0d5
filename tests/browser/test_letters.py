"""A facilitator writes an invitation with the keyboard, looks at it, sends it and sees that it went."""

from typing import Any

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .lost import on_device
from .server import Live
from .watch import assert_no_axe_violations

REAL = """
from workshop.models import Person, Seat, Workshop
workshop = Workshop.objects.get(slug="{slug}")
Workshop.objects.filter(pk=workshop.pk).update(purpose="real")
for n, seat in enumerate(workshop.seats.answering().order_by("pk")):
    Person.objects.filter(pk=seat.person_id).update(email=f"leader{{n}}@example.org" if n else "")
"""


def press(page: Page, name: str) -> None:
    """Go to a control with the keyboard, and press it."""
    page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.focus()
    page.keyboard.press("Enter")


def begin(open_page: OpenPage, live: Live, links: dict[str, Any], **options: Any) -> Page:
    """Make the demonstration a real workshop, and come to its letters."""
    live.manage("shell", "-v", "0", "-c", REAL.format(slug=links["code"]))
    return open_page(f"{live.url}/w/{links['code']}/letters/", live.take(links["facilitator"]), **options)


def fits(page: Page) -> bool:
    """Whether nothing stands out at the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_an_invitation_is_written_seen_and_sent_by_keyboard(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = begin(open_page, live, links)
    expect(page.get_by_text("Letters do not leave this server yet")).to_be_visible()
    assert_no_axe_violations(page)
    press(page, "Write it Invitation")
    page.get_by_label("Letter", exact=True).fill("Hello {nmae}, here: {link}")
    press(page, "Save the letter")
    expect(page.get_by_label("Letter", exact=True)).to_have_accessible_description(
        "Nothing is filled in for {nmae} here. What can be: {name}, {workshop}, {question}, {date}, "
        "{where}, {deadline}, {minutes}, {promise}, {facilitator}, {link}."
    )
    page.get_by_label("Letter", exact=True).fill("Hello {name}, here: {link}")
    press(page, "Save the letter")
    expect(page.get_by_text("Nobody got it so far")).to_be_visible()
    assert_no_axe_violations(page)
    press(page, "See who gets it")
    expect(page.get_by_role("heading", name="No e-mail address is known")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Send").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#letter-log")).to_contain_text("0 of")
    assert_no_axe_violations(page)
    live.manage("work", "--once")
    expect(page.locator("#letter-log")).not_to_contain_text("on the way")
    expect(page.locator("#letter-log td").first).to_contain_text("Only printed")


def test_words_that_nobody_saved_by_hand_are_in_the_letter_that_is_about_to_go(
    live: Live, open_page: OpenPage, links: dict[str, Any]
) -> None:
    page = begin(open_page, live, links)
    press(page, "Write it Thanks")
    page.get_by_label("People chosen by name").check()
    assert on_device(page) == ""  # to whom is no word that could be lost
    page.get_by_label("Letter", exact=True).fill("Dear {name}, the cake was good.")
    page.get_by_label("Everybody who takes part").check()
    press(page, "See who gets it")
    expect(page.locator("main")).to_contain_text(", the cake was good.")
    expect(page.get_by_role("heading", name="Send this letter to")).to_be_visible()
    assert on_device(page) == ""
    assert_no_axe_violations(page)
    page.get_by_role("link", name="Back to the letter").click()
    expect(page.get_by_label("Letter", exact=True)).to_have_value("Dear {name}, the cake was good.")


def test_letters_fit_a_narrow_screen(live: Live, open_page: OpenPage, links: dict[str, Any]) -> None:
    page = begin(open_page, live, links, viewport={"width": 320, "height": 640})
    assert fits(page)
    press(page, "Write it Reminder")
    expect(page.get_by_role("heading", name="How it arrives")).to_be_visible()
    assert fits(page)
    page.get_by_label("People chosen by name").check()
    press(page, "See who gets it")
    expect(page.get_by_role("heading", name="Who gets the letter?")).to_be_visible()
    assert fits(page)
    page.get_by_role("checkbox").nth(1).check()
    press(page, "See who gets it")
    expect(page.get_by_role("heading", name="Send this letter to 1 person?")).to_be_visible()
    assert fits(page)
