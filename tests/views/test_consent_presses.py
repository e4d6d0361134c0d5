"""An agreement is changed as easily as it is given: one press, on a page that every other page leads to."""

import re
from typing import Any

import pytest

from tests.actions.test_sheets import inform
from tests.rounds import exported
from tests.support import House, client_of, make_house
from workshop.actions.workshops import close_workshop
from workshop.models import Remark, Seat
from workshop.models.consents import asked_of, has_declined

pytestmark = pytest.mark.django_db


def at(house: House, *parts: str) -> str:
    return "/".join([f"/w/{house.workshop.slug}", *parts, ""])


def press(house: House, **sent: Any) -> Any:
    return client_of(house.ada).post(at(house, "pack/information/answer"), sent, follow=True)


def agreed(house: House, **sent: Any) -> Any:
    """Press, be asked, and press again what the question offers."""
    return press(house, **sent, confirmed=print_in(press(house, **sent).text))


def print_in(page: str) -> str:
    """Return what a press sends back of the question that a page asks."""
    found = re.search(r'name="confirmed" value="(\w+)"', page)
    assert found
    return found[1]


def uid_of(house: House, key: str) -> str:
    return next(str(item.uid) for item, _given in asked_of(house.ada) if item.key == key)


def given(house: House) -> dict[str, bool | None]:
    return {item.key: answer for item, answer in asked_of(house.ada)}


@pytest.mark.parametrize(
    ("answer", "named", "unnamed", "may"),
    [("named", True, True, "named"), ("unnamed", False, True, "unnamed"), ("none", False, False, "none")],
)
def test_one_press_says_how_words_may_be_quoted_and_exports_obey(
    answer: str, named: bool, unnamed: bool, may: str
) -> None:
    house = make_house(leaders=1)
    Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body="Ours", rev=1)
    press(house, quote="none" if answer != "none" else "named")
    page = press(house, quote=answer).text
    assert "Kept. It holds from now on" in page
    assert (given(house)["quote-named"], given(house)["quote-unnamed"]) == (named, unnamed)
    assert exported(house)["remarks"][0]["quote"] == may
    assert page.count('name="quote"') == 2


def test_the_three_answers_exclude_one_another_in_the_form() -> None:
    house = make_house(leaders=1, agreed=False)
    page = client_of(house.ada).get(at(house, "pack/information")).text
    assert page.count('type="radio" name="quote"') == 3
    assert uid_of(house, "quote-named") not in page


def test_a_press_changes_that_answer_alone_and_what_is_none_changes_nothing() -> None:
    house = make_house(leaders=1)
    press(house, **{uid_of(house, "keep-for-reuse"): "no"})
    assert [key for key, answer in given(house).items() if answer is False] == ["keep-for-reuse"]
    assert press(house, quote="perhaps").status_code == 422


def test_who_stops_taking_part_can_come_back_at_one_press_also_after_the_close() -> None:
    house = make_house(leaders=1)
    close_workshop(house.fay)
    assert "rather not take part" in agreed(house, **{uid_of(house, "take-part"): "no"}).text
    assert has_declined(house.ada)
    press(house, **{uid_of(house, "take-part"): "yes"})
    assert not has_declined(house.ada)


@pytest.mark.parametrize("page", ["pack", "rounds/1/sort", "room", "results", "synthesis", "lineage"])
def test_every_page_of_a_participant_leads_to_their_choices_also_after_the_close(page: str) -> None:
    house = make_house(leaders=1)
    link = f'href="{at(house, "pack/information")}">Your choices'
    assert link in client_of(house.ada).get(at(house, page)).text
    close_workshop(house.fay)
    assert link in client_of(house.ada).get(at(house, page), follow=True).text


def test_a_change_is_told_on_every_page_until_it_is_read() -> None:
    house = make_house(leaders=1)
    Seat.objects.filter(pk=house.ada.pk).update(sheet=1)
    ada, told = client_of(house.ada), "The information about taking part has changed"
    assert told not in ada.get(at(house, "pack")).text
    inform(house, "We shall record it.")
    assert told in ada.get(at(house, "pack")).text
    page = ada.get(at(house, "pack/information")).text
    assert "We shall record it." in page
    assert "You are invited" in page
    sent = {"sheet": "2", "next": at(house, "pack")}
    assert ada.post(at(house, "pack/information/reading"), sent).headers["Location"] == at(house, "pack")
    assert told not in ada.get(at(house, "pack")).text
    assert told not in client_of(house.fay).get(at(house, "overview")).text
