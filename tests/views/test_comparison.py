"""Workshops of one series compared: totals of revealed rounds, by the identity of cards, for facilitators."""

import uuid
from dataclasses import replace
from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support import House, add_leader, agree, client_of, make_house
from tests.synthesis import change, numbered
from tests.views.test_synthesis import at
from workshop.actions.repeating import repeat_workshop
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.sort import place_card
from workshop.models import Seat, Workshop

pytestmark = pytest.mark.django_db


def sorted_by(seats: list[Seat], inner: int) -> None:
    """Let people sort card 1: the first few inner, the others outer; card 2 is outer for all."""
    for n, seat in enumerate(seats):
        workshop = Workshop.objects.get(pk=seat.workshop_id)
        one, two = numbered(workshop, 1, 2)
        place_card(seat, workshop.rounds.get(number=1), one, "inner" if n < inner else "outer")
        place_card(seat, workshop.rounds.get(number=1), two, "outer")


def reveal(fay: Seat) -> None:
    """Close and reveal the pack's sort."""
    pack = fay.workshop.rounds.get(number=1)
    close_round(fay, pack)
    reveal_round(fay, pack)


@pytest.fixture
def house() -> House:
    """Fay's workshop, revealed: 4 of 5 placed card 1 inner."""
    house = make_house(title="First time", promise="hidden")
    sorted_by(house.leaders, 4)
    reveal(house.fay)
    return house


def again(house: House, people: int = 3, inner: int = 1) -> Seat:
    """Run it again with other people, and let them sort."""
    new = repeat_workshop(
        house.fay,
        uid=uuid.uuid4(),
        title="Second time",
        cards=house.cards,
        day=date(2031, 5, 4),
        starts=time(10),
    )
    leaders = [add_leader(new, f"New{n}") for n in range(people)]
    for leader in leaders:
        agree(leader)
    open_round(new, new.workshop.rounds.get(number=1))
    sorted_by(leaders, inner)
    return new


def page(house: House, seat: Seat | None = None) -> str:
    return client_of(seat or house.fay).get(at(house, "comparison")).content.decode()


def test_a_card_shows_its_totals_in_each_workshop_and_no_name(house: House) -> None:
    reveal(again(house))
    shown = page(house)
    assert "moved most: 4 of 5 inner in round 1 of “First time”, then 1 of 3 inner in round 1 of " in shown
    assert "“Second time” (4 May 2031)" in shown
    assert ">Round 1, 4 May 2031</text>" in shown
    assert "slope__line--down" in shown
    assert "Ada" not in shown
    assert "New0" not in shown


def test_what_is_not_revealed_is_not_compared(house: House) -> None:
    again(house)
    shown = page(house)
    assert "of 3" not in shown
    assert "4 May 2031), round" not in shown
    assert "there is no shift to show" in shown
    assert "slope__post" not in shown


def test_a_merged_card_ends_and_says_what_it_became(house: House) -> None:
    change(house.fay, "merge", numbered(house.workshop, 1, 2), titles=["Both in one"])
    reveal(again(house))
    shown = page(house)
    assert "It became “Both in one” in “First time”, so its line ends there." in shown
    assert "slope__line--ends" in shown
    assert "slope__dot--new" in shown
    assert "not asked" in shown


def test_a_card_has_the_number_of_the_workshop_that_the_page_stands_in(house: House) -> None:
    change(house.fay, "merge", numbered(house.workshop, 1, 2), titles=["Both in one"])
    new = again(house)
    reveal(new)
    [merged] = numbered(house.workshop, 7)
    there = new.workshop.cards.get(identity_uid=merged.identity_uid).number
    assert there != 7
    beside = f"Card {there} in “Second time” (4 May 2031)"
    assert f'7. Both in one<br><span class="soft">{beside}<' in page(house)
    assert f'{there}. Both in one<br><span class="soft">Card 7 in “First time”<' in page(
        replace(house, workshop=new.workshop), new
    )


def test_a_workshop_that_is_not_ones_own_to_prepare_is_left_out(house: House) -> None:
    new = again(house)
    reveal(new)
    Seat.objects.filter(pk=new.pk).update(role=Seat.Role.OBSERVER)
    assert "Second time" not in page(house)
    Workshop.objects.filter(pk=house.zoe.workshop_id).update(series_uid=house.workshop.series_uid)
    assert house.zoe.workshop.slug not in page(house)


def test_the_page_costs_no_more_queries_with_more_cards_and_people(house: House) -> None:
    def cost(people: int, parts: int) -> int:
        change(house.fay, "split", house.cards[-1:], titles=[f"Part {n}" for n in range(parts)])
        new = again(house, people, 1)
        reveal(new)
        with CaptureQueriesContext(connection) as seen:
            page(house)
        Workshop.objects.filter(pk=new.workshop_id).delete()
        return len(seen)

    assert cost(2, 2) == cost(7, 6)
