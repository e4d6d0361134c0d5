"""Placing cards: states, orders, ties, and what is refused."""

import pytest

from tests.support import House, make_house
from workshop.actions.rounds import close_round
from workshop.actions.sort import clear_order, place_card
from workshop.models import Ballot, Card, CardText, Closed, Forbidden, Invalid, Mark
from workshop.models.sorting import sorting_of

pytestmark = pytest.mark.django_db


def place(house: House, n: int, zone: str, **more: object) -> Ballot:
    return place_card(house.ada, house.pack, house.cards[n - 1], zone, **more)  # type: ignore[arg-type]  # passed on


def labels(house: House, zone: str) -> str:
    return "".join(each.label for each in sorting_of(house.ada, house.pack).zone_of(zone))


def places(house: House, zone: str) -> list[int | None]:
    return [each.mark.place for each in sorting_of(house.ada, house.pack).zone_of(zone) if each.mark]


def test_cards_of_a_circle_are_equal_until_somebody_puts_them_in_order() -> None:
    house = make_house()
    for n in (3, 1, 2):
        place(house, n, "inner")
    assert (labels(house, "inner"), places(house, "inner")) == ("123", [None, None, None])
    place(house, 3, "inner", place=1)
    assert (labels(house, "inner"), places(house, "inner")) == ("312", [1, 2, 3])


def test_a_card_that_joins_an_ordered_circle_goes_last_and_one_that_leaves_closes_the_gap() -> None:
    house = make_house()
    for n in (1, 2, 3):
        place(house, n, "outer")
    place(house, 2, "outer", place=1)
    place(house, 4, "outer")
    assert labels(house, "outer") == "2134"
    place(house, 1, "inner")
    assert (labels(house, "outer"), places(house, "outer")) == ("234", [1, 2, 3])
    assert places(house, "inner") == [None]


def test_placing_twice_changes_nothing() -> None:
    house = make_house()
    for n in (1, 2, 3):
        place(house, n, "inner")
    for _again in range(2):
        place(house, 3, "inner", place=2)
        place(house, 1, "inner")
    assert (labels(house, "inner"), places(house, "inner")) == ("132", [1, 2, 3])
    assert Mark.objects.count() == 3


def test_a_place_beyond_the_end_is_the_end() -> None:
    house = make_house()
    place(house, 1, "inner")
    place(house, 2, "inner")
    place(house, 1, "inner", place=999)
    assert labels(house, "inner") == "21"


def test_clearing_the_order_makes_the_cards_equal() -> None:
    house = make_house()
    for n in (2, 1):
        place(house, n, "inner", place=1)
    clear_order(house.ada, house.pack, "inner")
    assert (labels(house, "inner"), places(house, "inner")) == ("12", [None, None])


def test_not_placed_keeps_its_reason_and_is_not_the_same_as_no_answer() -> None:
    house = make_house()
    place(house, 5, "unplaced", reason="It depends\x00 whom you ask")
    sorting = sorting_of(house.ada, house.pack)
    assert [each.mark.reason for each in sorting.unplaced if each.mark] == ["It depends whom you ask"]
    assert len(sorting.unsorted) == 5
    assert sorting.answered == 1


def test_ones_own_blank_card_is_placed_like_any_other_and_nobody_elses() -> None:
    house = make_house()
    blank = Card.objects.create(
        workshop=house.workshop, proposer=house.ada, status="proposed", position=1, rev=1
    )
    CardText.objects.create(card=blank, rev=1, title="Motivation vs lack of skills")
    place_card(house.ada, house.pack, blank, "inner")
    assert labels(house, "inner") == "A"
    with pytest.raises(Invalid, match="not in this sort"):
        place_card(house.others[0], house.pack, blank, "inner")


def test_what_cannot_be_placed_is_refused_and_changes_nothing() -> None:
    house = make_house()
    with pytest.raises(Invalid, match="Choose inner"):
        place(house, 1, "middle")
    with pytest.raises(Invalid, match="over the limit"):
        place(house, 1, "unplaced", reason="x" * 501)
    with pytest.raises(Forbidden):
        place_card(house.fay, house.pack, house.cards[0], "inner")
    zeds = house.zed.workshop.cards.first()
    assert zeds is not None
    with pytest.raises(Invalid):
        place_card(house.ada, house.pack, zeds, "inner")
    assert not Mark.objects.exists()


def test_a_placement_after_the_close_is_refused_with_the_time_and_not_counted() -> None:
    house = make_house()
    close_round(house.fay, house.pack)
    with pytest.raises(Closed, match=r"closed at \d\d:\d\d"):
        place(house, 1, "inner")
    assert not Mark.objects.exists()


def test_the_first_placement_locks_the_promise() -> None:
    house = make_house()
    assert house.workshop.promise_locked_at is None
    place(house, 1, "inner")
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at is not None
