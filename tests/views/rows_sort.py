"""The rows of the card sort."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, first, leaders
from workshop.actions.rounds import open_round
from workshop.actions.series import add_round


def card(house: House) -> Words:
    """The pack's sort and its first card."""
    return {"number": 1, "card": house.cards[0].uid}


def inner(house: House) -> Words:
    """A circle."""
    return {"zone": "inner"}


def a_later_sort(house: House) -> None:
    """Open a closing sort."""
    open_round(house.fay, add_round(house.fay, kind="sort", when="live", uid=uuid.uuid4()))


SORT_ROWS = [
    Row("sort", all_seats(200), parts=first),
    Row(
        "sort", leaders(302), "post", parts=first, data=lambda house: {f"zone-{house.cards[0].uid}": "inner"}
    ),
    Row("placement", leaders(302), "post", parts=card, data=inner),
    Row("sort-former", leaders(302), "post", parts=lambda house: {"number": 3}, before=a_later_sort),
    Row("sort-order", leaders(302), "post", parts=first, data=inner),
]
