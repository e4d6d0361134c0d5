"""The comparison of two sorts on the results page: it follows the lineage, and keeps the promise."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.rounds import asked, lay, revealed
from tests.stagecraft import page
from tests.support import House, add_leader, agree, client_of, make_house
from tests.synthesis import MERGED, blank_of, change, numbered
from workshop.models import Ballot, Round, Workshop

pytestmark = pytest.mark.django_db


def sorted_twice(leaders: int = 5, promise: str = "named", *, reveal: bool = True) -> tuple[House, Round]:
    """All put 1 outer and 4 inner; 4 and 5 are merged and a card added; then all but Ada put 1 inner."""
    house = make_house(leaders=leaders, promise=promise)
    for seat in house.leaders:
        lay(house, seat, house.pack, {1: "outer", 4: "inner", 5: "outer"})
    blank = blank_of(house.ada)
    change(house.fay, "merge", numbered(house.workshop, 4, 5), titles=[MERGED])
    change(house.fay, "adopt", [blank])
    revealed(house, house.pack)
    closing = asked(house)
    for seat in house.leaders:
        lay(house, seat, closing, {1: "outer" if seat == house.ada else "inner", 7: "inner"})
    return house, revealed(house, closing) if reveal else closing


def compared(house: House, who: str = "ada") -> str:
    """Return the part of the results that compares; empty if there is none."""
    shown = page(house, house.ada if who == "ada" else house.fay, "results")
    return shown.partition('id="shift-1-3"')[2].partition("Card by card")[0]


def test_each_card_says_who_moved_of_those_in_both() -> None:
    house, _closing = sorted_twice()
    for who in ("ada", "fay"):
        assert "4 moved in, 0 out, 1 stayed." in compared(house, who)
    assert "5 people answered both." in compared(house)


def test_a_merged_card_has_no_placement_of_its_own_and_lists_what_its_sources_had() -> None:
    house, _closing = sorted_twice()
    merged = compared(house).partition(MERGED)[2].partition("shifts__card")[0]
    assert "It has no former placement of its own. What it came from had:" in merged
    assert "4. Non-research activities: 5 of 5 placed it inner" in merged
    assert "5. Ways of working: 0 of 5 placed it inner; 5 outer" in merged
    assert "moved in" not in merged
    assert "It was new, so it has no former placement." in compared(house)


def test_where_no_card_was_asked_about_in_both_it_says_so() -> None:
    house = make_house()
    lay(house, house.ada, house.pack, {3: "outer"})
    change(house.fay, "merge", numbered(house.workshop, *range(1, 7)), titles=[MERGED])
    revealed(house, house.pack)
    closing = asked(house)
    lay(house, house.ada, closing, {7: "inner"})
    revealed(house, closing)
    assert "No card was asked about in both." in compared(house)
    assert "No card moved" not in compared(house)


def test_nothing_is_compared_before_both_are_revealed() -> None:
    house, closing = sorted_twice(reveal=False)
    assert compared(house, "fay") == ""
    revealed(house, closing)
    assert compared(house, "fay") != ""


def test_where_names_are_hidden_fewer_than_three_are_not_told() -> None:
    few, _closing = sorted_twice(2, Workshop.Promise.HIDDEN)
    assert "its moves would tell what one or two people did" in compared(few)
    assert "1 moved in" not in compared(few)
    assert "For no card did enough people answer both times to say what moved." in compared(few)
    assert "No card moved" not in compared(few)


def late_eve(promise: str) -> House:
    """Four people sort twice; Eve sorts only the second time."""
    house = make_house(promise=promise)
    eve = house.leaders[-1]
    for seat in house.leaders[:-1]:
        lay(house, seat, house.pack, {1: "outer", 2: "inner"})
    revealed(house, house.pack)
    closing = asked(house)
    for seat in house.leaders:
        lay(house, seat, closing, {1: "inner"} if seat == eve else {1: "inner", 2: "inner"})
    revealed(house, closing)
    return house


@pytest.mark.parametrize("promise", Workshop.Promise.values[:2])
def test_where_names_are_hidden_totals_and_moves_leave_no_single_person_over(promise: str) -> None:
    shown = compared(late_eve(promise))
    assert ("4 moved in, 0 out, 0 stayed." in shown) == (promise == "named")
    assert ("Not compared" in shown) == (promise == "hidden")
    assert "0 moved in, 0 out, 4 stayed." in shown


def test_where_names_are_hidden_three_are_counted_and_none_is_named() -> None:
    house, _closing = sorted_twice(3, Workshop.Promise.HIDDEN)
    assert "2 moved in, 0 out, 1 stayed." in compared(house, "fay")
    assert not any(seat.name in compared(house, "fay") for seat in house.leaders)


def test_once_ballots_are_unlinked_nothing_is_compared_person_by_person() -> None:
    house, _closing = sorted_twice()
    Ballot.objects.update(seat=None)
    assert "nothing can be compared person by person" in compared(house)


def test_a_crowd_costs_as_many_queries_as_a_few() -> None:
    house, closing = sorted_twice(3)
    client, counts = client_of(house.fay), []
    for _few_then_many in range(2):
        client.get(f"/w/{house.workshop.slug}/results/")  # the first look is noted, and reckons the figures
        with CaptureQueriesContext(connection) as asked_of_it:
            client.get(f"/w/{house.workshop.slug}/results/")
        counts.append(len(asked_of_it))
        for n in range(6):
            seat = add_leader(house.fay, f"More{len(counts)}{n}")
            agree(seat)
            Ballot.objects.create(round=closing, seat=seat).marks.create(card=house.cards[0], zone="inner")
    assert counts[0] == counts[1]
