"""The rows of the card sort."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, first, leaders


def card(house: House) -> Words:
    """The pack's sort and its first card."""
    return {"number": 1, "card": house.cards[0].uid}


def inner(house: House) -> Words:
    """A circle."""
    return {"zone": "inner"}


SORT_ROWS = [
    Row("sort", all_seats(200), parts=first),
    Row(
        "sort", leaders(302), "post", parts=first, data=lambda house: {f"zone-{house.cards[0].uid}": "inner"}
    ),
    Row("placement", leaders(302), "post", parts=card, data=inner),
    Row("sort-order", leaders(302), "post", parts=first, data=inner),
]
