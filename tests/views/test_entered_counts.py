"""How many answers a facilitator entered: told after the reveal, and where it points at nobody."""

import pytest

from tests.rounds import exported
from tests.stagecraft import page, put, vote
from tests.support import House, add_leader, agree, make_house
from tests.views.results_world import results_page
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.proxy import cast_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.sort import Row, place_card
from workshop.models.entered import told
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
WERE = "entered by a facilitator, for"


def world(promise: str, entered: int, own: int) -> House:
    """Enter ballots and sorts for the first, let the others answer themselves; the poll is on the stage."""
    house = make_house(leaders=entered + own, promise=promise)
    put(house, "poll")
    card = house.cards[0]
    for n, seat in enumerate(house.leaders):
        if n < entered:
            cast_for(house.fay, seat, house.poll, frozenset([str(card.uid)]), seen="", replaces=False)
            place_for(house.fay, seat, house.pack, [Row(card, ("inner", ""), ("", ""))])
        else:
            vote(house, seat, 1)
            place_card(seat, house.pack, card, "outer")
    return house


def reveal(house: House) -> None:
    """Reveal both rounds, the poll first."""
    reveal_round(house.fay, house.poll)
    close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_before_the_reveal_it_is_told_to_nobody(promise: str) -> None:
    house = world(promise, 3, 3)
    for seat, where in ((house.fay, "desk"), (house.ada, "room")):
        assert WERE not in page(house, seat, where)
        assert WERE not in results_page(house, seat)
    assert {each["entered"] for each in exported(house)["rounds"]} == {None}


@pytest.mark.parametrize(
    ("promise", "entered", "own", "group"),
    [
        ("named", 1, 2, False),
        ("named", 1, 3, True),
        ("hidden", 2, 4, False),
        ("hidden", 4, 2, False),
        ("hidden", 3, 3, True),
    ],
)
def test_after_it_facilitators_see_it_and_the_group_where_it_tells_of_no_single_person(
    promise: str, entered: int, own: int, group: bool
) -> None:
    house = world(promise, entered, own)
    reveal(house)
    says = f"{entered} of {entered + own} w"
    assert page(house, house.fay, "desk").count(WERE) == 1
    assert results_page(house, house.fay).count(WERE) == 2
    assert says in results_page(house, house.fay)
    assert page(house, house.ada).count(WERE) == group
    assert results_page(house, house.ada).count(WERE) == 2 * group
    assert WERE not in page(house, house.fay, "screen")
    files = {each["entered"] for each in exported(house)["rounds"] if each["totals"]}
    assert files == {entered if group or promise == "named" else None}
    put(house, "results")
    assert page(house, house.ada).count(WERE) == 2 * group


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_count_the_answers_that_the_page_counts_and_no_blank_card(promise: str) -> None:
    house = world(promise, 3, 5)
    last = add_leader(house.fay, "Gil")
    agree(last)
    blank = save_blank(last, own_pack(last).places[0].uid, 0, BlankWords("Skills"))
    place_for(house.fay, last, house.pack, [Row(blank, ("inner", ""), ("", ""))])
    reveal(house)
    assert "3 of 8 were" in results_page(house, house.ada)
    sort = exported(house)["rounds"][0]
    assert (sort["entered"], sort["answered"]) == (3, 8)


def test_none_and_too_few_look_the_same() -> None:
    assert [told(n, 8) for n in range(9)] == [None, None, None, 3, 4, 5, None, None, None]
