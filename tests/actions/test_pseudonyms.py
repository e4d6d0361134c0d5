"""Pseudonyms: those of people who are invited together follow no list that anybody has."""

from random import Random

import pytest

from tests.support import House, make_house
from workshop.actions import people
from workshop.actions.inviting import Guest, invite_people
from workshop.actions.people import dealt_numbers

pytestmark = pytest.mark.django_db
GUESTS = [Guest(f"Guest {n:02}") for n in range(12)]


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    """A workshop of one, in which numbers are dealt the same each time."""
    monkeypatch.setattr(people, "SystemRandom", lambda: Random(5))
    return make_house(leaders=1)


def numbers(house: House, guests: list[Guest]) -> list[int]:
    """Invite guests together, and return the numbers of their pseudonyms in the order of the list."""
    invited, _known = invite_people(house.fay, guests)
    return [int(one.seat.pseudonym.removeprefix("P")) for one in invited]


def test_pseudonyms_of_those_who_are_invited_together_do_not_follow_the_list(house: House) -> None:
    dealt = numbers(house, GUESTS)
    assert sorted(dealt) == list(range(2, 14))
    assert dealt not in (sorted(dealt), sorted(dealt, reverse=True))


def test_who_comes_alone_gets_the_next_one(house: House) -> None:
    numbers(house, GUESTS)
    assert numbers(house, [Guest("One more")]) == [14]


def test_the_order_is_drawn_anew_each_time() -> None:
    assert len({tuple(dealt_numbers(1, 12)) for _n in range(3)}) > 1
