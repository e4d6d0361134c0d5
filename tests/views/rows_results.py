"""The rows of the results, the exports and the help page."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, fay


def as_json(house: House) -> Words:
    """A format of export."""
    return {"format": "json"}


RESULTS_ROWS = [
    Row("export", fay(200), "post", as_json),
    Row("help", anybody(200), in_workshop=False),
    Row("results", all_seats(200)),
]
