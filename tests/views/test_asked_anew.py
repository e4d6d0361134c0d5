"""Who is asked again is told so: on every page that the information changed, and at the question why."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.actions.test_sheets import inform
from tests.support import House, client_of, make_house
from workshop.actions.consent_items import change_item, item_print, write_item
from workshop.actions.sheets import note_sheet
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db
STANDS = "What you agreed to stands."


def readers() -> House:
    """Return a house whose Ada read the information, and agreed to it."""
    house = make_house(1)
    note_sheet(house.ada, 1)
    return house


def said(house: House, name: str) -> str:
    """Return a page as Ada is sent it, on one line, in words that people read."""
    house.ada.refresh_from_db()
    answer = client_of(house.ada).get(reverse(name, kwargs={"slug": house.workshop.slug}), follow=True)
    return " ".join(answer.content.decode().split())


def reword(house: House, key: str, text: str) -> None:
    """Let Fay change what people are asked to agree to."""
    [item] = [each for each, _was in asked_of(house.ada) if each.key == key]
    change_item(house.fay, item, seen=item_print(item), text=text, required=item.required)


@pytest.mark.parametrize("name", ["consent", "my-data", "pack"])
def test_the_banner_says_that_one_is_asked_again_only_where_it_is_so(name: str) -> None:
    house = readers()
    inform(house, "A comma more")
    page = said(house, name)
    assert STANDS in page
    assert "You are asked again." not in page
    inform(house, "Recorded, too", matters=True)
    page = said(house, name)
    assert STANDS not in page
    assert "You are asked again." in page
    assert "I have read it" not in page
    assert '#agree">' in page


def test_the_question_that_a_changed_sheet_opens_is_marked_and_says_why() -> None:
    house = readers()
    inform(house, "Recorded, too", matters=True)
    page = said(house, "pack")
    assert "1 question waits for your answer" in page
    assert page.count('<b class="field__open">Open</b>') == 1
    assert "The information above was changed after you answered Yes." in page
    assert "This change matters, so everybody is asked again." in page


def test_the_question_that_is_worded_anew_says_what_it_was() -> None:
    house = readers()
    inform(house, "Recorded, too", matters=True)
    note_sheet(house.ada, 2)
    client = client_of(house.ada)
    sent = {str(item.uid): "yes" for item, _was in asked_of(house.ada)}
    client.post(reverse("consent", kwargs={"slug": house.workshop.slug}), {**sent, "sheet": "2"})
    [before] = [item.text for item, _was in asked_of(house.ada) if item.key == "take-part"]
    reword(house, "take-part", "I take part, and am recorded.")
    page = said(house, "pack")
    assert f"You said Yes to: “{before}”" in page
    assert re.findall(r"<b class=\"field__open\">Open</b> ([^<]*)", page) == ["I take part, and am recorded."]
    assert "everybody is asked again" not in page
    assert "everybody was asked again" in page


def test_a_question_about_quotes_and_one_that_was_added_are_marked_too() -> None:
    house = make_house(1)
    reword(house, "quote-unnamed", "Without my name, anywhere.")
    write_item(house.fay, uid=uuid4(), text="Film me", required=False)
    page = said(house, "pack")
    assert page.count('<b class="field__open">Open</b>') == 2
    assert "This was added after you answered." in page
    assert "2 questions wait for your answer" in page
    assert "asked of you again" not in page


def test_nothing_is_called_open_for_somebody_new() -> None:
    house = make_house(1, agreed=False)
    page = said(house, "pack")
    assert "field__open" not in page
    assert "for your answer" not in page
