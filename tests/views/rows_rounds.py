"""The rows of the rounds: one more added, and removed while nobody was asked."""

import uuid

from tests.rounds import asked, give_poles
from tests.support import House
from tests.views.permissions import Row, Words, all_seats, fay, first, leaders
from workshop.actions.series import add_round


def third(house: House) -> Words:
    """The round that was added."""
    return {"number": 3}


def a_sort(house: House) -> Words:
    """A further round, as its form sends it."""
    return {"kind": "sort", "when": "live", "k": 3, "uid": str(uuid.uuid4())}


def added(house: House) -> None:
    """Add a sort."""
    add_round(house.fay, kind="sort", when="live", uid=uuid.uuid4())


def lines(house: House) -> None:
    """Open a spectrum about card 1."""
    give_poles(house, 1)
    asked(house, "spectrum")


def third_card(house: House) -> Words:
    """Card 1 in the round that was added."""
    return {"number": 3, "card": house.cards[0].uid}


ROUNDS_ROWS = [
    Row("rounds", fay(200)),
    Row("rounds", fay(302), "post", data=a_sort),
    Row("spectrum", all_seats(200), parts=third, before=lines),
    Row("spectrum", leaders(302), "post", third, before=lines),
    Row("mark", leaders(302), "post", third_card, lambda house: {"now": 10}, before=lines),
    Row("round-rule", fay(302), "post", first, lambda house: {"least": 4, "of": 5, "zone": "inner"}),
    Row("round-removal", fay(302), "post", third, before=added),
]
