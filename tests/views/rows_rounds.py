"""The rows of the rounds: one more added, and removed while nobody was asked."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, fay
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


ROUNDS_ROWS = [
    Row("rounds", fay(200)),
    Row("rounds", fay(302), "post", data=a_sort),
    Row("round-removal", fay(302), "post", third, before=added),
]
