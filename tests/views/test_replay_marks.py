"""Each step of the replay says of each card what it did with it, in words."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change, numbered, paper_synthesis, undo
from tests.views.test_lineage import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def marks(text: str) -> dict[str, str]:
    """Return what a step says of cards on the table, by the number on the slip."""
    slip = r'card__number">([^<]+)</span>(?:(?!card__number).)*?then__mark">([^<]+)<'
    return dict(re.findall(slip, text, re.S))


def left(text: str) -> list[str]:
    """Return the lines of what left the table, without markup."""
    found = re.findall(r'<li><span class="then__gone">(.*?)</li>', text, re.S)
    return [re.sub(r"<[^>]+>", "", line) for line in found]


def test_the_papers_steps_say_what_came_what_moved_and_what_left(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))
    fay = client_of(house.fay)
    first, taken, merged, nested = (page(fay, house, n) for n in range(4))

    assert (marks(first), left(first)) == ({}, [])
    assert "In this step" not in first
    assert (marks(taken), left(taken)) == ({"7": "New here"}, [])
    assert marks(merged) == {"8": "New here"}
    titles = [card.title for card in numbered(house.workshop, 4, 5, 6)]
    assert left(merged) == [
        f"Card {n}, {title}: merged into card 8" for n, title in zip((4, 5, 6), titles, strict=True)
    ]
    assert "In this step 1 card came and 3 cards left." in merged
    assert (marks(nested), left(nested)) == ({"7": "Became part of card 3"}, [])
    assert "In this step 1 card moved." in nested


def test_taking_a_merge_back_brings_its_sources_back_and_its_result_leaves(house: House) -> None:
    merged = change(house.fay, "merge", house.cards[3:6], titles=["One"])
    undo(house.fay, merged)
    undo(house.fay, merged)
    fay = client_of(house.fay)

    back, again = page(fay, house, 2), page(fay, house, 3)

    assert marks(back) == dict.fromkeys("456", "Back on the table")
    assert left(back) == ["Card 7, One: taken back"]
    assert marks(again) == {"7": "Back on the table"}
    assert [line.split(": ")[1] for line in left(again)] == ["merged into card 7"] * 3


def test_a_sub_theme_says_where_it_went_each_time(house: House) -> None:
    one, two, three = house.cards[:3]
    change(house.fay, "nest", [one], two)
    change(house.fay, "merge", [two, three], titles=["Both"])
    change(house.fay, "retire", numbered(house.workshop, 7))
    change(house.fay, "restore", numbered(house.workshop, 7))
    change(house.fay, "lift", numbered(house.workshop, 1))
    fay = client_of(house.fay)
    steps = [page(fay, house, n) for n in range(2, 6)]

    assert marks(steps[0]) == {"7": "New here", "1": "Now part of card 7, before of card 2"}
    assert [line.split(": ")[1] for line in left(steps[1])] == [
        "set aside",
        "went with card 7, of which it is part",
    ]
    assert marks(steps[2]) == {"7": "Back on the table", "1": "Back as part of card 7"}
    assert marks(steps[3]) == {"1": "Lifted out of card 7"}


def test_a_blank_card_whose_taking_up_is_taken_back_leaves_as_a_blank_card(house: House) -> None:
    taken = change(house.fay, "adopt", [blank_of(house.ada, "My own")])
    undo(house.fay, taken)
    assert left(page(client_of(house.fay), house, 2)) == ["Card “My own”: a blank card again"]


def test_a_moment_costs_no_more_queries_with_more_cards_touched(house: House) -> None:
    change(house.fay, "retire", house.cards[:1])
    change(house.fay, "split", house.cards[1:2], titles=[f"Part {n}" for n in range(6)])

    def cost(n: int) -> int:
        with CaptureQueriesContext(connection) as seen:
            page(client_of(house.fay), house, n)
        return len(seen)

    cost(1)  # the first look of a day is noted
    assert cost(2) == cost(1)
