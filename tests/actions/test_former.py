"""A closing sort: a new or changed card is placed afresh, and the others where one had them, if one asks."""

import pytest

from tests.rounds import asked, lay
from tests.support import House, make_house
from tests.synthesis import MERGED, blank_of, change, numbered
from workshop.actions.former import start_from_former
from workshop.actions.rounds import close_round
from workshop.models import CardText, Closed, Forbidden, Mark, Round, Seat
from workshop.models.former import look_back
from workshop.models.sorting import sorting_of

pytestmark = pytest.mark.django_db


def zones(seat: Seat, round: Round) -> dict[str, list[str]]:
    """Return where a seat has each card of a round, in order."""
    sorting = sorting_of(seat, round)
    return {zone: [each.label for each in sorting.zone_of(zone)] for zone in ("", *Mark.Zone.values)}


def changed_house() -> House:
    """Let Ada sort the pack; then merge cards 4 and 5 into 7, and take her blank card up as 8."""
    house = make_house(leaders=2)
    lay(house, house.ada, house.pack, {1: "inner", 2: "outer", 3: "unplaced", 4: "inner", 5: "inner"})
    blank = blank_of(house.ada)
    change(house.fay, "merge", numbered(house.workshop, 4, 5), titles=[MERGED])
    change(house.fay, "adopt", [blank])
    return house


def test_a_closing_sort_asks_about_the_cards_on_the_table_and_places_none_by_itself() -> None:
    house = changed_house()
    assert zones(house.ada, asked(house)) == {
        "": ["1", "2", "3", "7", "6", "8"],
        "inner": [],
        "outer": [],
        "unplaced": [],
    }


def test_new_and_changed_cards_say_so_and_what_they_came_from() -> None:
    house = changed_house()
    CardText.objects.create(card=numbered(house.workshop, 2)[0], rev=5, title="Other words")
    house.workshop.cards.filter(number=2).update(rev=5)
    round = asked(house)
    cards = sorting_of(house.ada, round).everything
    look_back(house.ada, round, cards)
    assert {each.label: (each.news, each.came_from, each.was) for each in cards} == {
        "1": ("", [], "inner"),
        "2": ("changed", [], ""),
        "3": ("", [], "unplaced"),
        "6": ("", [], ""),
        "7": ("new", ["4", "5"], ""),
        "8": ("new", [], ""),
    }


def test_one_starts_from_where_one_had_the_unchanged_cards_and_from_nobody_elses() -> None:
    house = changed_house()
    round = asked(house)
    assert start_from_former(house.ada, round) == 3
    assert zones(house.ada, round)["inner"] == ["1"]
    assert zones(house.ada, round)[""] == ["7", "6", "8"]
    assert start_from_former(house.others[0], round) == 0


def test_it_moves_no_card_that_is_placed_and_twice_places_none() -> None:
    house = changed_house()
    round = asked(house)
    lay(house, house.ada, round, {1: "outer", 7: "inner"})
    assert start_from_former(house.ada, round) == 2
    assert start_from_former(house.ada, round) == 0
    assert zones(house.ada, round)["outer"] == ["1", "2"]


def test_an_order_is_kept_in_an_empty_circle() -> None:
    house = make_house(leaders=1)
    lay(house, house.ada, house.pack, {1: "inner", 2: "inner", 3: "inner"})
    for place, number in enumerate((3, 1, 2), start=1):
        Mark.objects.filter(card__number=number, card__workshop=house.workshop).update(place=place)
    round = asked(house)
    start_from_former(house.ada, round)
    assert zones(house.ada, round)["inner"] == ["3", "1", "2"]


def test_it_is_refused_in_the_first_sort_after_the_close_and_to_who_takes_no_part() -> None:
    house = make_house(leaders=1)
    round = asked(house)
    for seat, which, refusal in (
        (house.ada, house.pack, Closed),
        (house.fay, round, Forbidden),
        (house.ada, close_round(house.fay, round), Closed),
    ):
        with pytest.raises(refusal):
            start_from_former(seat, which)
