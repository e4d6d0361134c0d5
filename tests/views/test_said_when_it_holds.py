"""No sentence stands where it does not hold: after the close, where names are hidden, of who is gone."""

import pytest
from django.urls import reverse

from tests.rounds import asked, revealed
from tests.stagecraft import page
from tests.support import House, client_of, make_house
from workshop.actions.facilitators import add_facilitator
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models.retention import counts_of

pytestmark = pytest.mark.django_db


def test_who_withdrew_is_not_counted_among_those_who_would_be_gone() -> None:
    house = make_house(3)
    before = counts_of(house.workshop)["people"]
    withdraw(house.ada)
    assert counts_of(house.workshop)["people"] == before - 1
    assert f"<b>{before - 1}</b> people" in page(house, house.fay, "removal")


def test_a_workshop_from_nothing_is_said_to_need_a_title() -> None:
    text = client_of(make_house(1).fay).get(reverse("workshop-new")).text
    assert "starting from nothing, write one" in text


@pytest.mark.parametrize("closed", [False, True])
def test_after_the_close_no_page_speaks_of_what_can_be_changed_or_of_the_chair(closed: bool) -> None:
    house = make_house(3)
    revealed(house, asked(house))
    if closed:
        close_workshop(house.fay)
    synthesis, desk = page(house, house.ada, "synthesis"), page(house, house.fay, "desk")
    assert ("You can change your mind" in synthesis) is not closed
    assert ("Whoever leads can say which card bears on which" in synthesis) is not closed
    assert (">Fay is in the chair." in desk) is not closed
    assert ("your own notes you can still write" in desk) is closed


def test_the_closed_room_does_not_say_that_a_quote_waits() -> None:
    house = make_house(2)
    close_workshop(house.fay)
    text = page(house, house.ada, "room")
    assert "Your quotes, and whether any waits for you to check it" in text


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_the_table_is_said_to_have_a_line_for_each_answer_only_where_names_are_open(promise: str) -> None:
    house = make_house(2, promise=promise)
    text = page(house, house.fay, "results")
    assert ("One line for each answer" in text) is (promise == "named")
    assert ("Totals, a line each" in text) is (promise != "named")


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_who_gives_the_right_to_names_is_told_so_and_what_it_adds_here(promise: str) -> None:
    house: House = make_house(2, promise=promise)
    gil = add_facilitator(house.fay, name="Gil", email="gil@example.org").seat
    own, others = (page(house, seat, "export", format="csv") for seat in (house.fay, gil))
    assert "You can give yourself the right to full data under People." in own
    assert "The first facilitator can give you the right to full data under People." in others
    assert all(("adds only the names" in text) is (promise == "hidden") for text in (own, others))


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_a_withdrawal_speaks_of_no_name_that_it_cannot_find_and_of_no_address_that_is_not_there(
    promise: str,
) -> None:
    house = make_house(2, promise=promise)
    close_workshop(house.fay)
    text = page(house, house.ada, "withdrawal")
    assert "wherever Roundel keeps" in text
    assert "your address if we have one," in text
    assert "wherever it stands" not in text
    assert "What still has your name is listed here" not in text
